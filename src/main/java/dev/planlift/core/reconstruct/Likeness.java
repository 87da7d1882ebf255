package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Whether things are drawn alike: line by line, word by word and symbol by symbol the same but for
 * a move in the plane and for what they come from. Only what may be in a view is compared.
 */
final class Likeness {
  private final Vec2 by;
  private final double tolerance;
  private final IdentityHashMap<SymbolInstance, SymbolInstance> others = new IdentityHashMap<>();
  private final IdentityHashMap<SymbolInstance, SymbolInstance> ones = new IdentityHashMap<>();

  private Likeness(Vec2 by, double tolerance) {
    this.by = by;
    this.tolerance = tolerance;
  }

  /** A number that is the same of what is alike. */
  static int print(List<Expansion.Seen> seen) {
    int print = seen.size();
    for (var one : seen) {
      int kind =
          switch (one.item()) {
            case Path path -> path.segments().size();
            case FilledRegion region -> -1 - region.loops().size();
            case TextLabel label -> label.text().hashCode();
            default -> 0;
          };
      print = 31 * (31 * print + kind) + one.item().appearance().layer().name().hashCode();
    }
    return print;
  }

  /**
   * The move from one to the other; empty where they are not alike.
   *
   * @param tolerance source units
   */
  static Optional<Vec2> move(
      List<Expansion.Seen> ones, List<Expansion.Seen> others, double tolerance) {
    if (ones.isEmpty() || ones.size() != others.size()) {
      return Optional.empty();
    }
    var by = place(others.getFirst()).xy().minus(place(ones.getFirst()).xy());
    var likeness = new Likeness(by, tolerance);
    for (int i = 0; i < ones.size(); i++) {
      if (!likeness.isLike(ones.get(i), others.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(by);
  }

  private static Vec3 place(Expansion.Seen seen) {
    return switch (seen.item()) {
      case Path path -> path.segments().getFirst().start();
      case TextLabel label -> label.center();
      case FilledRegion region ->
          region.loops().stream()
              .flatMap(List::stream)
              .findFirst()
              .map(Segment::start)
              .orElse(Vec3.ZERO);
      default -> Vec3.ZERO;
    };
  }

  private boolean isLike(Expansion.Seen one, Expansion.Seen other) {
    if (one.inside().size() != other.inside().size()) {
      return false;
    }
    for (int i = 0; i < one.inside().size(); i++) {
      if (!isLike(one.inside().get(i), other.inside().get(i))) {
        return false;
      }
    }
    if (!one.item().appearance().equals(other.item().appearance())) {
      return false;
    }
    return switch (one.item()) {
      case Path path -> other.item() instanceof Path like && isLike(path, like);
      case TextLabel label -> other.item() instanceof TextLabel like && isLike(label, like);
      case FilledRegion region -> other.item() instanceof FilledRegion like && isLike(region, like);
      default -> false;
    };
  }

  /** The same instances stand around the same things. */
  // Two symbols are the same only if they are the same object.
  @SuppressWarnings("ReferenceEquality")
  private boolean isLike(SymbolInstance one, SymbolInstance other) {
    var known = others.get(one);
    if (known != null) {
      return known == other;
    }
    others.put(one, other);
    return ones.put(other, one) == null
        && one.symbol() == other.symbol()
        && one.appearance().equals(other.appearance())
        && isLike(one.placement(), other.placement());
  }

  private boolean isLike(Affine3 one, Affine3 other) {
    return one.xAxis().equals(other.xAxis())
        && one.yAxis().equals(other.yAxis())
        && one.zAxis().equals(other.zAxis());
  }

  private boolean isLike(Path one, Path other) {
    return one.closed() == other.closed()
        && one.auxiliary() == other.auxiliary()
        && one.stroke().equals(other.stroke())
        && one.extrusion().equals(other.extrusion())
        && isLike(one.segments(), other.segments());
  }

  private boolean isLike(TextLabel one, TextLabel other) {
    return one.text().equals(other.text())
        && one.height() == other.height()
        && one.width() == other.width()
        && one.direction().equals(other.direction())
        && isMoved(one.center(), other.center());
  }

  private boolean isLike(FilledRegion one, FilledRegion other) {
    if (one.loops().size() != other.loops().size()) {
      return false;
    }
    for (int i = 0; i < one.loops().size(); i++) {
      if (!isLike(one.loops().get(i), other.loops().get(i))) {
        return false;
      }
    }
    return one.extrusion().equals(other.extrusion());
  }

  private boolean isLike(List<Segment> ones, List<Segment> others) {
    if (ones.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < ones.size(); i++) {
      if (!isLike(ones.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isLike(Segment one, Segment other) {
    return switch (one) {
      case Segment.Polyline line ->
          other instanceof Segment.Polyline like && isMoved(line.xyz(), like.xyz());
      case Segment.EllipticArc arc ->
          other instanceof Segment.EllipticArc like
              && isMoved(arc.center(), like.center())
              && isNear(arc.u(), like.u())
              && isNear(arc.v(), like.v())
              && arc.startRad() == like.startRad()
              && arc.sweepRad() == like.sweepRad();
      case Segment.CubicBezier curve ->
          other instanceof Segment.CubicBezier like
              && isMoved(curve.p0(), like.p0())
              && isMoved(curve.p1(), like.p1())
              && isMoved(curve.p2(), like.p2())
              && isMoved(curve.p3(), like.p3());
      case Segment.Nurbs curve ->
          other instanceof Segment.Nurbs like
              && curve.degree() == like.degree()
              && Arrays.equals(curve.knots(), like.knots())
              && Arrays.equals(curve.weights(), like.weights())
              && isMoved(curve.controls(), like.controls());
    };
  }

  /** Whether all of so many points, of three coordinates each, are moved. */
  private boolean isMoved(double[] ones, double[] others) {
    if (ones.length != others.length) {
      return false;
    }
    for (int i = 0; i < ones.length; i += 3) {
      if (!isNear(ones[i] + by.x(), others[i])
          || !isNear(ones[i + 1] + by.y(), others[i + 1])
          || !isNear(ones[i + 2], others[i + 2])) {
        return false;
      }
    }
    return true;
  }

  private boolean isMoved(Vec3 one, Vec3 other) {
    return isNear(one.plus(new Vec3(by.x(), by.y(), 0)), other);
  }

  private boolean isNear(Vec3 one, Vec3 other) {
    return isNear(one.x(), other.x()) && isNear(one.y(), other.y()) && isNear(one.z(), other.z());
  }

  private boolean isNear(double one, double other) {
    return Math.abs(one - other) <= tolerance;
  }
}
