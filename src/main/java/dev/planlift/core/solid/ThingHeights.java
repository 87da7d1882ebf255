package dev.planlift.core.solid;

import dev.planlift.core.plan.ThingKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Polygon;

/**
 * How high things stand, face by face: usual heights of what is sold, metres. A face at the rim of
 * a thing, one inside it, a thin one and a small one may differ: backs of chairs, bowls of basins,
 * pillows.
 */
final class ThingHeights {
  private static final double SQUARE_STEPS_A_M2 =
      (double) PlanGrid.steps(1) * (double) PlanGrid.steps(1);
  private static final double CHAIR_M2 = 0.45;
  private static final double CHAIR_M = 0.45;
  private static final double BACK_M = 0.8;

  private final ThingKind kind;
  private final List<Polygon> faces;
  private final boolean[] rim;
  private final int[] part;
  private final Map<Integer, Double> partM2 = new HashMap<>();

  private ThingHeights(ThingKind kind, List<Polygon> faces) {
    this.kind = kind;
    this.faces = faces;
    this.rim = new boolean[faces.size()];
    this.part = new int[faces.size()];
    var cells = faces.stream().map(face -> new WallCells.Cell(face, List.of())).toList();
    var owners = WallCells.owners(cells);
    for (int i = 0; i < part.length; i++) {
      part[i] = i;
    }
    for (int i = 0; i < faces.size(); i++) {
      for (var edge : WallCells.edges(faces.get(i))) {
        int beyond = owners.getOrDefault(edge.reversed(), -1);
        rim[i] |= beyond < 0;
        if (beyond >= 0) {
          join(i, beyond);
        }
      }
    }
    for (int i = 0; i < faces.size(); i++) {
      partM2.merge(root(i), areaM2(i), Double::sum);
    }
  }

  private void join(int a, int b) {
    part[root(a)] = root(b);
  }

  private int root(int i) {
    int at = i;
    while (part[at] != at) {
      at = part[at];
    }
    return at;
  }

  /** One height a face, metres. */
  static List<Double> of(ThingKind kind, List<Polygon> faces) {
    var heights = new ThingHeights(kind, faces);
    var result = new ArrayList<Double>();
    for (int i = 0; i < faces.size(); i++) {
      result.add(heights.height(i));
    }
    return result;
  }

  private double areaM2(int i) {
    return faces.get(i).getArea() / SQUARE_STEPS_A_M2;
  }

  /** The breadth of a long face. */
  private double breadthM(int i) {
    return 2 * faces.get(i).getArea() / faces.get(i).getLength() / PlanGrid.steps(1);
  }

  private boolean isLargestOfPart(int i) {
    for (int k = 0; k < faces.size(); k++) {
      if (root(k) == root(i) && areaM2(k) > areaM2(i)) {
        return false;
      }
    }
    return true;
  }

  private double height(int i) {
    return switch (kind) {
      case TOILET -> toilet(i);
      case URINAL -> rim[i] ? 0.95 : 0.7;
      case BATHTUB -> rim[i] || areaM2(i) < 0.02 ? 0.55 : 0.2;
      case SHOWER -> rim[i] && hasInside() ? 0.14 : 0.08;
      case STOVE -> rim[i] && hasInside() ? 0.9 : 0.92;
      case FRIDGE -> 1.8;
      case WASHER -> 0.86;
      case SINK -> (rim[i] && hasInside()) || areaM2(i) < 0.02 ? 0.86 : 0.74;
      case BED -> isLargestOfPart(i) ? 0.48 : areaM2(i) < 0.4 ? 0.58 : 0.5;
      case SOFA -> isLargestOfPart(i) || breadthM(i) > 0.3 ? 0.43 : 0.72;
      case CHAIR -> chair(i);
      case WARDROBE -> partM2.getOrDefault(root(i), 0.0) < 0.1 ? 0.75 : 2.0;
      case COUNTER -> 0.9;
      case LOW_TABLE -> 0.42;
      case TABLE, OTHER -> table(i);
      case CAR -> rim[i] ? 0.8 : areaM2(i) > 0.25 ? 1.4 : 1.1;
      case LIFT -> 2.2;
      case TREE, PLANT -> 1;
    };
  }

  private boolean hasInside() {
    for (boolean at : rim) {
      if (!at) {
        return true;
      }
    }
    return false;
  }

  /** The cistern is the smaller of two parts at the rim, and as good as a rectangle. */
  private double toilet(int i) {
    if (!rim[i]) {
      return 0.36;
    }
    var box = faces.get(i).getEnvelope();
    boolean straight = faces.get(i).getArea() > 0.9 * box.getArea();
    return straight && !isLargestOfPart(i) && areaM2(i) > 0.02 ? 0.8 : 0.42;
  }

  private double chair(int i) {
    return isLargestOfPart(i) || breadthM(i) > 0.15 ? CHAIR_M : BACK_M;
  }

  /** Small parts beside a larger one are its chairs. */
  private double table(int i) {
    double largest = partM2.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double own = partM2.getOrDefault(root(i), 0.0);
    boolean seat = partM2.size() > 1 && own < CHAIR_M2 && own < largest / 2;
    if (seat) {
      return chair(i);
    }
    return kind == ThingKind.TABLE ? 0.74 : 0.45;
  }
}
