package dev.planlift.core.preview;

import java.util.Arrays;
import java.util.List;

/** What is seen of each room's floor, in pixels. */
final class FloorView {
  private static final int NO_ROOM = -1;

  /** A box is looked at in so many places. */
  private static final int LOOKS_ACROSS = 16;

  private static final int LOOKS_DOWN = 8;

  /** Of each pixel the room whose floor is seen there. */
  private final int[] seen;

  private final int width;
  private final int height;
  private final Part[] parts;

  /** What is seen of one room. */
  static final class Part {
    int size;
    int left = Integer.MAX_VALUE;
    int right = -1;
    int top = Integer.MAX_VALUE;
    int bottom = -1;
    private long sumX;
    private long sumY;

    private void take(int x, int y) {
      size++;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      sumX += x;
      sumY += y;
    }

    double centerX() {
      return (double) sumX / size;
    }

    double centerY() {
      return (double) sumY / size;
    }
  }

  /** How large each floor would be if nothing stood before it, pixels. */
  private final double[] whole;

  FloorView(Samples samples, Model model, int perPixel) {
    var rooms = model.rooms;
    whole =
        rooms.stream()
            .mapToDouble(room -> whole(samples, model.opaque, room) / (perPixel * perPixel))
            .toArray();
    width = samples.width / perPixel;
    height = samples.height / perPixel;
    seen = new int[width * height];
    parts = new Part[rooms.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new Part();
    }
    var roomOf = roomOf(rooms, model.opaque.count);
    for (int y = 0; y < height; y++) {
      row(y, samples.seen, y * perPixel * samples.width, perPixel, roomOf);
    }
  }

  private static int[] roomOf(List<RoomFloor> rooms, int triangles) {
    var roomOf = new int[triangles];
    Arrays.fill(roomOf, NO_ROOM);
    for (int room = 0; room < rooms.size(); room++) {
      Arrays.fill(roomOf, rooms.get(room).first(), rooms.get(room).end(), room);
    }
    return roomOf;
  }

  private void row(int y, int[] triangles, int from, int perPixel, int[] roomOf) {
    for (int x = 0; x < width; x++) {
      int triangle = triangles[from + x * perPixel];
      int room = triangle < 0 ? NO_ROOM : roomOf[triangle];
      seen[y * width + x] = room;
      if (room != NO_ROOM) {
        parts[room].take(x, y);
      }
    }
  }

  private static double whole(Samples samples, Triangles triangles, RoomFloor room) {
    var corners = Arrays.copyOfRange(triangles.xyz, 9 * room.first(), 9 * room.end());
    var at = samples.projected(corners, corners.length / 3);
    double area = 0;
    for (int t = 0; t < at.length; t += 9) {
      area +=
          Math.abs(
                  (at[t + 3] - at[t]) * (at[t + 7] - at[t + 1])
                      - (at[t + 6] - at[t]) * (at[t + 4] - at[t + 1]))
              / 2;
    }
    return area;
  }

  Part part(int room) {
    return parts[room];
  }

  double whole(int room) {
    return whole[room];
  }

  boolean isSeen(int room, int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height && seen[y * width + x] == room;
  }

  /** How much of an upright box shows the room's floor, 0 to 1. */
  double share(int room, double left, double top, double right, double bottom) {
    double across = (right - left) / LOOKS_ACROSS;
    double down = (bottom - top) / LOOKS_DOWN;
    int met = 0;
    for (int row = 0; row < LOOKS_DOWN; row++) {
      int y = (int) (top + (row + 0.5) * down);
      for (int column = 0; column < LOOKS_ACROSS; column++) {
        met += isSeen(room, (int) (left + (column + 0.5) * across), y) ? 1 : 0;
      }
    }
    return (double) met / (LOOKS_ACROSS * LOOKS_DOWN);
  }
}
