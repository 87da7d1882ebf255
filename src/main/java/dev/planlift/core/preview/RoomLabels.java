package dev.planlift.core.preview;

import dev.planlift.core.picture.Canvas;
import dev.planlift.core.picture.Typeface;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Writes rooms' names and areas where their floors are seen, near the middle of that, facing the
 * viewer. Larger rooms come first; what would cover another label or has no room is left out.
 */
final class RoomLabels {
  private static final int INK = 0x2B3138;
  private static final double RIM = 1.6;
  private static final double LARGEST = 19;
  private static final double SMALLEST = 11;
  private static final double LEADING = 1.15;

  /** An area is smaller than the name by this. */
  private static final double AREA = 0.82;

  private static final int NAME_LINES = 3;

  /** Of a label's box at least this much lies on the floor it names. */
  private static final double ON_FLOOR = 0.62;

  /** Moving a label away by the room's breadth weighs as much as this share of it. */
  private static final double PULL = 0.5;

  /** Rows are tried in steps of this share of a label's height. */
  private static final double ROW_STEP = 0.2;

  /** Of a floor less than this is seen through a window or a door's gap only. */
  private static final double SEEN_LEAST = 0.15;

  private record Block(List<String> lines, boolean endsInArea, double size) {
    double width() {
      return lines.stream().mapToDouble(Typeface.standard()::width).max().orElse(0) * size;
    }

    double height() {
      return lines.size() * size * LEADING;
    }
  }

  private record Spot(double x, double y, double score) {}

  private record Taken(double left, double top, double right, double bottom) {
    boolean meets(double otherLeft, double otherTop, double otherRight, double otherBottom) {
      return left < otherRight && otherLeft < right && top < otherBottom && otherTop < bottom;
    }
  }

  private final FloorView view;
  private final List<RoomFloor> rooms;
  private final List<Taken> taken = new ArrayList<>();

  RoomLabels(Samples samples, Model model, int perPixel) {
    this.rooms = model.rooms;
    this.view = new FloorView(samples, model, perPixel);
  }

  void paint(Canvas canvas) {
    IntStream.range(0, rooms.size())
        .filter(
            room ->
                view.part(room).size > Math.max(SMALLEST * SMALLEST, SEEN_LEAST * view.whole(room)))
        .boxed()
        .sorted(Comparator.comparingInt((Integer room) -> -view.part(room).size))
        .forEach(room -> label(room, canvas));
  }

  private void label(int room, Canvas canvas) {
    for (var block : blocks(room)) {
      var spot = spot(room, block);
      if (spot.isPresent()) {
        write(block, spot.get(), canvas);
        return;
      }
    }
  }

  /** From what is wanted most to what is better than nothing. */
  private List<Block> blocks(int room) {
    var floor = rooms.get(room);
    double breadth = Math.sqrt(view.part(room).size);
    var blocks = new ArrayList<Block>();
    for (double size = Math.clamp(breadth / 8, SMALLEST, LARGEST); size > 0; size = next(size)) {
      var lines = new ArrayList<String>();
      if (!floor.name().isEmpty()) {
        double widest = Math.max(4, breadth / size);
        lines.addAll(Typeface.standard().wrapped(floor.name(), widest, NAME_LINES));
      }
      if (!floor.area().isEmpty()) {
        var both = new ArrayList<>(lines);
        both.add(floor.area());
        blocks.add(new Block(both, true, size));
      }
      if (!lines.isEmpty()) {
        blocks.add(new Block(lines, false, size));
      }
    }
    return blocks;
  }

  /** The next smaller size to try; 0 after the smallest. */
  private static double next(double size) {
    return size <= SMALLEST ? 0 : Math.max(SMALLEST, size * 0.8);
  }

  private Optional<Spot> spot(int room, Block block) {
    var part = view.part(room);
    double half = block.width() / 2;
    int step = (int) Math.max(2, ROW_STEP * block.height());
    Optional<Spot> best = Optional.empty();
    for (int y = part.top; y <= part.bottom; y += step) {
      int start = part.left;
      while (start <= part.right) {
        int end = start;
        while (view.isSeen(room, end, y)) {
          end++;
        }
        if (end > start) {
          double x =
              end - start > 2 * half
                  ? Math.clamp(part.centerX(), start + half, end - half)
                  : (start + end) / 2.0;
          var spot = judged(room, block, x, y);
          if (spot.score() > best.map(Spot::score).orElse(0.0)) {
            best = Optional.of(spot);
          }
        }
        start = end + 1;
      }
    }
    return best;
  }

  /** No score at all where it covers another label or too much that is not its floor. */
  private Spot judged(int room, Block block, double x, double y) {
    double left = x - block.width() / 2;
    double right = x + block.width() / 2;
    double top = y - block.height() / 2;
    double bottom = y + block.height() / 2;
    if (taken.stream().anyMatch(other -> other.meets(left, top, right, bottom))) {
      return new Spot(x, y, 0);
    }
    double share = view.share(room, left, top, right, bottom);
    var part = view.part(room);
    double away = Math.hypot(x - part.centerX(), y - part.centerY()) / Math.sqrt(part.size);
    return new Spot(x, y, share < ON_FLOOR ? 0 : Math.max(0.01, 1 + share - PULL * away));
  }

  private void write(Block block, Spot spot, Canvas canvas) {
    double width = block.width() / 2;
    double height = block.height() / 2;
    taken.add(new Taken(spot.x() - width, spot.y() - height, spot.x() + width, spot.y() + height));
    double line = block.size() * LEADING;
    double y = spot.y() - height + 0.86 * line;
    for (int i = 0; i < block.lines().size(); i++) {
      boolean area = block.endsInArea() && i == block.lines().size() - 1;
      canvas.text(
          block.lines().get(i), spot.x(), y, area ? AREA * block.size() : block.size(), INK, RIM);
      y += line;
    }
  }
}
