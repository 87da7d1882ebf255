package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws the leaders of a multileader: straight lines with their breaks or a curve, arrows, landing.
 * The rules after ezdxf, {@code render/mleader.py}.
 *
 * @param curved whether lines are splines; these have no landing
 * @param landed whether there is a landing at all
 */
record LeaderDrawing(
    boolean curved, boolean landed, Vec3 normal, Scope scope, Appearance look, SourceRef source) {
  /** An arrow is left out where the first piece is not longer than so many arrows. */
  private static final double ROOM = 2;

  List<DrawingItem> of(LeaderRoot root, java.util.function.IntFunction<ArrowHead> heads) {
    var items = new ArrayList<DrawingItem>();
    for (var branch : root.branches) {
      line(root, branch, heads.apply(branch.index), items);
    }
    var landing = root.landing();
    if (landed && !curved && !root.branches.isEmpty() && !landing.equals(Vec3.ZERO)) {
      var end = root.end.toVec3();
      broken(end, end.plus(landing), root.landingGaps, 0, look, items);
    }
    return items;
  }

  private void line(
      LeaderRoot root, LeaderRoot.Branch branch, ArrowHead head, List<DrawingItem> items) {
    var points = branch.points;
    var end = root.end.toVec3();
    points.add(landed && !curved ? end : end.plus(root.landing()));
    if (points.size() < 2) {
      return;
    }
    var coloured = RawColour.on(look, branch.colour);
    var tip = points.get(0);
    var away = points.get(1).minus(tip);
    if (curved) {
      var tangent = root.landing().equals(Vec3.ZERO) ? Vec3.ZERO : root.landing();
      var pieces = FitCurve.through(points.toArray(), away, tangent);
      if (!pieces.isEmpty()) {
        items.add(new Path(pieces, false, coloured, source));
      }
    } else if (branch.gaps.isEmpty()) {
      var whole = new Segment.Polyline(points.toArray());
      items.add(new Path(List.of(whole), false, coloured, source));
    } else {
      for (int i = 0; i + 1 < points.size(); i++) {
        broken(points.get(i), points.get(i + 1), branch.gaps, i, coloured, items);
      }
    }
    if (away.length() > ROOM * head.size()) {
      items.addAll(head.at(tip, away.normalized(), normal, scope, coloured, source));
    }
  }

  /** The pieces of a straight line that its breaks leave. */
  private void broken(
      Vec3 from,
      Vec3 to,
      List<LeaderRoot.Gap> gaps,
      int piece,
      Appearance coloured,
      List<DrawingItem> items) {
    var start = from;
    for (var gap : gaps) {
      if (gap.piece == piece) {
        add(start, gap.from.toVec3(), coloured, items);
        start = gap.to.toVec3();
      }
    }
    add(start, to, coloured, items);
  }

  private void add(Vec3 from, Vec3 to, Appearance coloured, List<DrawingItem> items) {
    if (!from.equals(to)) {
      items.add(new Path(List.of(Segment.Polyline.between(from, to)), false, coloured, source));
    }
  }
}
