package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.definition.MultilineStyle;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a multiline's style adds to its lines: mitres, caps of lines and arcs, the filling. */
final class MLineEnds {
  private final List<MLineJoint> joints;
  private final boolean closed;

  /** The lines from one side to the other. */
  private final List<Integer> sideways;

  MLineEnds(List<MLineJoint> joints, boolean closed, int lines) {
    this.joints = joints;
    this.closed = closed;
    this.sideways =
        IntStream.range(0, lines)
            .boxed()
            .sorted(Comparator.comparingDouble(line -> joints.getFirst().offset(line)))
            .toList();
  }

  /** Whatever runs from line to line. */
  List<Segment> across(MultilineStyle style, boolean startCap, boolean endCap) {
    var across = new ArrayList<Segment>();
    if (sideways.size() < 2) {
      return across;
    }
    int end = joints.size() - 1;
    for (int i = closed ? 0 : 1; style.showsMitres() && i < (closed ? end + 1 : end); i++) {
      add(across, side(i, 0), side(i, sideways.size() - 1));
    }
    if (!closed && startCap) {
      var back = joints.getFirst().direction().times(-1);
      cap(0, back, style.hasStartLine(), style.hasStartOuterArc(), across);
      if (style.hasStartInnerArcs()) {
        innerArcs(0, back, across);
      }
    }
    if (!closed && endCap) {
      var ahead = joints.get(end - 1).direction();
      cap(end, ahead, style.hasEndLine(), style.hasEndOuterArc(), across);
      if (style.hasEndInnerArcs()) {
        innerArcs(end, ahead, across);
      }
    }
    return across;
  }

  private void cap(int joint, Vec3 outward, boolean line, boolean arc, List<Segment> to) {
    var a = side(joint, 0);
    var b = side(joint, sideways.size() - 1);
    if (line) {
      add(to, a, b);
    }
    if (arc && !a.equals(b)) {
      to.add(arc(a, b, outward));
    }
  }

  /** Between the second lines from either side, the third …; one in the middle stays as it is. */
  private void innerArcs(int joint, Vec3 outward, List<Segment> to) {
    for (int i = 1; i < sideways.size() - 1 - i; i++) {
      var a = side(joint, i);
      var b = side(joint, sideways.size() - 1 - i);
      if (!a.equals(b)) {
        to.add(arc(a, b, outward));
      }
    }
  }

  private Vec3 side(int joint, int place) {
    return joints.get(joint).point(sideways.get(place));
  }

  private static void add(List<Segment> to, Vec3 a, Vec3 b) {
    if (!a.equals(b)) {
      to.add(Segment.Polyline.between(a, b));
    }
  }

  /** The half circle from a to b by way of outward. */
  private static Segment arc(Vec3 a, Vec3 b, Vec3 outward) {
    var half = a.minus(b).times(0.5);
    var across = outward.minus(half.times(outward.dot(half) / half.dot(half))).normalized();
    return new Segment.EllipticArc(
        a.plus(b).times(0.5), half, across.times(half.length()), 0, Math.PI);
  }

  /** The area between the outermost lines, as far as it is not cut. */
  Optional<FilledRegion> fill(MultilineStyle style, Appearance look, SourceRef source) {
    if (sideways.size() < 2) {
      return Optional.empty();
    }
    boolean whole =
        joints.stream().allMatch(j -> sideways.stream().allMatch(i -> j.fillCuts(i).length <= 1));
    var loops = whole ? wholeLoops(style) : pieces();
    return loops.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FilledRegion(loops, new FilledRegion.Fill.Solid(), Vec3.ZERO, look, source));
  }

  private List<List<Segment>> wholeLoops(MultilineStyle style) {
    int last = sideways.size() - 1;
    if (closed) {
      return List.of(List.of(row(0, true)), List.of(row(last, true)));
    }
    var loop = new ArrayList<Segment>();
    int end = joints.size() - 1;
    loop.add(row(0, false));
    if (style.hasEndOuterArc()) {
      cap(end, joints.get(end - 1).direction(), false, true, loop);
    }
    loop.add(SegmentTurn.reversed(row(last, false)));
    if (style.hasStartOuterArc()) {
      loop.add(arc(side(0, last), side(0, 0), joints.getFirst().direction().times(-1)));
    }
    return List.of(loop);
  }

  private Segment row(int place, boolean around) {
    int count = joints.size() + (around ? 1 : 0);
    var xyz = new double[3 * count];
    for (int i = 0; i < count; i++) {
      var p = side(i % joints.size(), place);
      xyz[3 * i] = p.x();
      xyz[3 * i + 1] = p.y();
      xyz[3 * i + 2] = p.z();
    }
    return new Segment.Polyline(xyz);
  }

  /** A quadrangle from where the filling begins on either side to where it is cut. */
  private List<List<Segment>> pieces() {
    var loops = new ArrayList<List<Segment>>();
    int count = closed ? joints.size() : joints.size() - 1;
    int last = sideways.size() - 1;
    for (int i = 0; i < count; i++) {
      int cuts = joints.get(i).fillCuts(sideways.get(0)).length;
      for (int k = 0; k < Math.max(1, cuts); k += 2) {
        var a = onEdge(i, 0, k);
        var b = onEdge(i, 0, k + 1);
        var c = onEdge(i, last, k + 1);
        var d = onEdge(i, last, k);
        loops.add(
            List.of(
                new Segment.Polyline(
                    new double[] {
                      a.x(), a.y(), a.z(), b.x(), b.y(), b.z(), c.x(), c.y(), c.z(), d.x(), d.y(),
                      d.z()
                    })));
      }
    }
    return loops;
  }

  /** The k-th cut on a side of a piece; its ends where there is none. */
  private Vec3 onEdge(int piece, int place, int k) {
    var joint = joints.get(piece);
    var cuts = joint.fillCuts(sideways.get(place));
    if (k < cuts.length) {
      return side(piece, place).plus(joint.direction().times(cuts[k]));
    }
    return k % 2 == 0 ? side(piece, place) : side((piece + 1) % joints.size(), place);
  }
}
