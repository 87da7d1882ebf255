package dev.planlift.core.overlay;

import dev.planlift.core.geom.Vec2;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Room;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names and areas of rooms, none over another: in the room where they have room there, smaller
 * where they must; at the end of a leader outside of the building else. What finds no place is left
 * out, small and nameless rooms first.
 */
final class RoomLabels {
  private static final double LARGEST_PX = 26;
  private static final double LEAST_PX = 10;

  /** Of a label so much lies on its own floor. */
  private static final double ON_FLOOR = 0.97;

  /** A nameless room below this breadth has no label outside. */
  private static final double NAMELESS_PX = 24;

  /** Leaders are this long at most, pixels at the smallest picture. */
  private static final double LONGEST_PX = 110;

  private static final double OFF_WALL_PX = 12;
  private static final double DOT_PX = 4;
  private static final double LEADER_STEP_PX = 14;
  private static final int DIRECTIONS = 24;

  private record Wish(int number, String name, String area, Vec2 spot, PixelBox room, double side) {
    boolean isNamed() {
      return !name.isEmpty();
    }
  }

  private final Sheet sheet;
  private final FloorMap floors;
  private final TakenPlaces taken;
  private final List<Wish> wishes = new ArrayList<>();

  /** Storeys that are drawn once have their rooms in the same place. */
  private final Set<String> known = new HashSet<>();

  RoomLabels(Sheet sheet, TakenPlaces taken) {
    this.sheet = sheet;
    this.taken = taken;
    this.floors = new FloorMap(sheet);
  }

  /**
   * Takes up a level's rooms.
   *
   * @param placed where the level lies on the picture
   */
  void add(Level level, Sheet placed) {
    level.rooms().forEach(room -> add(room, placed));
    level.walls().forEach(wall -> floors.fill(placed.rings(wall.footprint()), FloorMap.OTHER));
  }

  private void add(Room room, Sheet placed) {
    int number = wishes.size() + 1;
    var at = LabelSpot.of(room);
    var spot = new Vec2(placed.x(at.x()), placed.y(at.y()));
    var area = String.format(Locale.ROOT, "%.1f m²", room.areaM2());
    var name = room.label().strip();
    if (known.add(
        "%s %s %d %d".formatted(name, area, Math.round(spot.x()), Math.round(spot.y())))) {
      var rings = placed.rings(room.outline());
      floors.fill(rings, number);
      double side = Math.sqrt(room.areaM2()) * placed.scale();
      wishes.add(new Wish(number, name, area, spot, bounds(rings.getFirst()), side));
    }
  }

  private static PixelBox bounds(double[] ring) {
    double left = ring[0];
    double right = ring[0];
    double top = ring[1];
    double bottom = ring[1];
    for (int i = 2; i + 1 < ring.length; i += 2) {
      left = Math.min(left, ring[i]);
      right = Math.max(right, ring[i]);
      top = Math.min(top, ring[i + 1]);
      bottom = Math.max(bottom, ring[i + 1]);
    }
    return new PixelBox(left, top, right, bottom);
  }

  /** Names come before areas alone, large rooms before small ones, places inside before others. */
  void write(Surface surface) {
    wishes.sort(
        Comparator.comparing((Wish wish) -> !wish.isNamed())
            .thenComparing(Comparator.comparingDouble((Wish wish) -> -wish.side())));
    var left = new ArrayList<Wish>();
    for (var wish : wishes) {
      if (!isInside(wish, surface)) {
        left.add(wish);
      }
    }
    left.forEach(wish -> outside(wish, surface));
  }

  private boolean isInside(Wish wish, Surface surface) {
    double largest = Math.min(wish.side() / 9, LARGEST_PX * sheet.coarseness());
    for (var block : TextBlock.choices(wish.name(), wish.area(), wish.side(), largest, LEAST_PX)) {
      var place = place(wish, block);
      if (place.isPresent()) {
        block.write(place.get(), surface);
        taken.take(place.get());
        return true;
      }
    }
    return false;
  }

  /** The free place on the room's floor that is nearest to where its name belongs. */
  private Optional<PixelBox> place(Wish wish, TextBlock block) {
    double width = block.width();
    double height = block.height();
    var room = wish.room();
    var wanted = PixelBox.around(wish.spot().x(), wish.spot().y(), width, height);
    if (fits(wish, wanted)) {
      return Optional.of(wanted);
    }
    Optional<PixelBox> best = Optional.empty();
    double nearest = Double.POSITIVE_INFINITY;
    double down = Math.max(4, height / 4);
    double across = Math.max(4, Math.min(width / 6, height));
    for (double y = room.top() + height / 2; y <= room.bottom() - height / 2; y += down) {
      for (double x = room.left() + width / 2; x <= room.right() - width / 2; x += across) {
        double distance = Math.hypot(x - wish.spot().x(), y - wish.spot().y());
        var box = PixelBox.around(x, y, width, height);
        if (distance < nearest && fits(wish, box)) {
          nearest = distance;
          best = Optional.of(box);
        }
      }
    }
    return best;
  }

  private boolean fits(Wish wish, PixelBox box) {
    return taken.isFree(box) && floors.share(box, wish.number()) >= ON_FLOOR;
  }

  /** At the end of a leader, where nothing of the building is; as near as there is such a place. */
  private void outside(Wish wish, Surface surface) {
    if (!wish.isNamed() && wish.side() < NAMELESS_PX) {
      return;
    }
    double size = LEAST_PX * Math.sqrt(sheet.coarseness());
    var block = new TextBlock(TextBlock.broken(wish.name(), 14), wish.area(), size);
    double longest = LONGEST_PX * sheet.coarseness();
    double farthest = longest + Math.max(wish.room().halfWidth(), wish.room().halfHeight());
    for (double far = LEADER_STEP_PX; far <= farthest; far += LEADER_STEP_PX) {
      for (int i = 0; i < DIRECTIONS; i++) {
        double angle = 2 * StrictMath.PI * i / DIRECTIONS;
        double x = wish.spot().x() + (far + block.width() / 2) * StrictMath.cos(angle);
        double y = wish.spot().y() - (far + block.height() / 2) * StrictMath.sin(angle);
        if (isLed(wish, block, block.at(x, y), longest, surface)) {
          return;
        }
      }
    }
  }

  private boolean isLed(Wish wish, TextBlock block, PixelBox box, double longest, Surface surface) {
    var from = start(wish, box);
    double fromX = from.x();
    double fromY = from.y();
    double toX = Math.clamp(fromX, box.left(), box.right());
    double toY = Math.clamp(fromY, box.top(), box.bottom());
    if (Math.hypot(toX - fromX, toY - fromY) > longest
        || !box.isWithin(sheet.width(), sheet.height())
        || !taken.isFree(box)
        || floors.share(box, FloorMap.FREE) < 1
        || !taken.isLineFree(fromX, fromY, toX, toY)) {
      return false;
    }
    double dot = DOT_PX * sheet.thickness();
    surface.box(Style.LEADER, fromX - dot / 2, fromY - dot / 2, dot, dot);
    surface.line(Style.LEADER, new double[] {fromX, fromY, toX, toY}, 2, false);
    block.write(box, surface);
    taken.take(box);
    taken.takeLine(fromX, fromY, toX, toY);
    return true;
  }

  /** Where on the room's floor a leader to a box begins: near to it, off the walls. */
  private Vec2 start(Wish wish, PixelBox box) {
    var room = wish.room();
    double offX = Math.min(OFF_WALL_PX, room.halfWidth());
    double offY = Math.min(OFF_WALL_PX, room.halfHeight());
    double x = Math.clamp(box.middleX(), room.left() + offX, room.right() - offX);
    double y = Math.clamp(box.middleY(), room.top() + offY, room.bottom() - offY);
    boolean onFloor = floors.share(PixelBox.around(x, y, 1, 1), wish.number()) == 1;
    return onFloor ? new Vec2(x, y) : wish.spot();
  }
}
