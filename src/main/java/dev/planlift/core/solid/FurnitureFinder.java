package dev.planlift.core.solid;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Expansion.Seen;
import dev.planlift.core.drawing.ItemBounds;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Box;
import dev.planlift.core.plan.ThingKind;
import dev.planlift.core.plan.ThingName;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds placed symbols that stand in the building and have the size of furniture: the outermost one
 * around a thing that is not larger. Those with attributes are labels, not things.
 */
final class FurnitureFinder {
  static final int MAX_PIECES = 5000;

  private static final double SMALLEST_M = 0.2;
  private static final double LARGEST_M = 4.5;
  private static final double LARGEST_APPLIANCE_M = 2.5;
  private static final double LARGEST_CAR_M = 6.5;
  private static final double LARGEST_TREE_M = 14;

  /** So far from the house there are still its trees and cars. */
  private static final double OUTSIDE_M = 15;

  private static final int FEWEST_ITEMS = 2;

  private final double metresPerUnit;
  private final Box within;
  private final Map<ThingName, ThingKind> things;
  private final IdentityHashMap<SymbolInstance, Extent> extents = new IdentityHashMap<>();

  /**
   * A finder.
   *
   * @param within where furniture stands, metres; heights are not looked at
   * @param things what symbols stand for
   */
  FurnitureFinder(double metresPerUnit, Box within, Map<ThingName, ThingKind> things) {
    this.metresPerUnit = metresPerUnit;
    this.within = within;
    this.things = things;
  }

  /**
   * One piece.
   *
   * @param kind where its name tells
   * @param world from the symbol's coordinates to the drawing's, source units
   */
  record Piece(
      SymbolInstance instance, Optional<ThingKind> kind, Affine3 world, List<DrawingItem> items) {}

  /** Every thing is in exactly one of the pieces or in the rest. */
  record Split(List<Piece> pieces, List<Seen> rest) {}

  private static final class Extent {
    private Box box = Box.EMPTY;
    private int items;
  }

  Split split(List<Seen> drawn) {
    for (var seen : drawn) {
      if (!seen.inside().isEmpty() && !(seen.item() instanceof TextLabel)) {
        var box = ItemBounds.of(seen.item());
        for (var instance : seen.inside()) {
          var extent = extents.computeIfAbsent(instance, i -> new Extent());
          extent.box = extent.box.with(box);
          extent.items++;
        }
      }
    }
    var pieces = new LinkedHashMap<Integer, Piece>();
    var numbers = new IdentityHashMap<SymbolInstance, Integer>();
    var rest = new ArrayList<Seen>();
    for (var seen : drawn) {
      int depth = seen.item() instanceof TextLabel ? -1 : depthOfPiece(seen.inside());
      if (depth < 0) {
        rest.add(seen);
        continue;
      }
      var instance = seen.inside().get(depth);
      int number = numbers.computeIfAbsent(instance, i -> numbers.size());
      if (number >= MAX_PIECES) {
        rest.add(seen);
        continue;
      }
      pieces
          .computeIfAbsent(
              number,
              n ->
                  new Piece(
                      instance, kind(instance), world(seen.inside(), depth), new ArrayList<>()))
          .items()
          .add(seen.item());
    }
    return new Split(List.copyOf(pieces.values()), rest);
  }

  /** What is clipped is a part of something, not a thing. */
  private int depthOfPiece(List<SymbolInstance> inside) {
    if (inside.stream().anyMatch(instance -> instance.clip().isPresent())) {
      return -1;
    }
    for (int depth = 0; depth < inside.size(); depth++) {
      var instance = inside.get(depth);
      var kind = kind(instance);
      if (kind.isPresent() && isNamedPiece(kind.get(), extents.get(instance))) {
        return depth;
      }
    }
    for (int depth = 0; depth < inside.size(); depth++) {
      if (isPiece(inside.get(depth), extents.get(inside.get(depth)))) {
        return depth;
      }
    }
    return -1;
  }

  private boolean isPiece(SymbolInstance instance, @Nullable Extent extent) {
    if (extent == null || extent.items < FEWEST_ITEMS || !instance.attributes().isEmpty()) {
      return false;
    }
    return isIn(extent, LARGEST_M, 0);
  }

  /** What has a name may be larger and, a car or a tree, stand before the house. */
  private boolean isNamedPiece(ThingKind kind, @Nullable Extent extent) {
    if (extent == null) {
      return false;
    }
    return switch (kind) {
      case TREE -> isIn(extent, LARGEST_TREE_M, OUTSIDE_M);
      case CAR, PLANT -> isIn(extent, LARGEST_CAR_M, OUTSIDE_M);
      case URINAL, TOILET, BATHTUB, SHOWER, STOVE, FRIDGE, WASHER, SINK, CHAIR ->
          isIn(extent, LARGEST_APPLIANCE_M, 0);
      case BED, SOFA, WARDROBE, COUNTER, LOW_TABLE, TABLE, LIFT, OTHER ->
          isIn(extent, LARGEST_M, 0);
    };
  }

  private Optional<ThingKind> kind(SymbolInstance instance) {
    return Optional.ofNullable(
        things.get(new ThingName(instance.symbol().name(), instance.appearance().layer().name())));
  }

  private boolean isIn(Extent extent, double largestM, double aroundM) {
    var size = extent.box.size().times(metresPerUnit);
    double largest = Math.max(size.x(), size.y());
    var center = extent.box.center().times(metresPerUnit);
    return largest >= SMALLEST_M
        && largest <= largestM
        && center.x() > within.min().x() - aroundM
        && center.x() < within.max().x() + aroundM
        && center.y() > within.min().y() - aroundM
        && center.y() < within.max().y() + aroundM;
  }

  private static Affine3 world(List<SymbolInstance> inside, int depth) {
    var world = Affine3.IDENTITY;
    for (var instance : inside.subList(0, depth + 1)) {
      world = world.after(instance.placement());
    }
    return world;
  }
}
