package dev.planlift.core.linework;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Vec2;
import java.util.List;
import java.util.OptionalInt;

/**
 * Short strokes that follow each other round a bend, each drawn for itself or some together, become
 * one path. Only ends where one alone goes on with another are joined, and only where they turn a
 * little: as much as a plotter's rounding turns what is very short.
 */
final class ChordChains implements Operation {
  private static final double LONGEST_PT = 14;
  private static final double SAME_PT = 0.03;
  private static final double MOST_TURN_RAD = Math.toRadians(25);
  private static final int FEWEST_CHORDS = 4;

  /** Where more ends meet there is no one way on. */
  private static final int MOST_ENDS = 40;

  @Override
  public List<DrawingItem> apply(List<DrawingItem> items) {
    var bends = ShortBends.of(items, LONGEST_PT);
    var merging = new Merging(items);
    for (var chain : Chain.of(bends.size(), (bend, atEnd) -> next(bends, bend, atEnd))) {
      int chords = 0;
      for (int bend : chain.strokes()) {
        chords += bends.get(bend).line().size() - 1;
      }
      if (chords >= FEWEST_CHORDS) {
        merging.replace(
            chain.strokes().stream().map(bend -> bends.get(bend).item()).toList(),
            path(bends, chain, chords));
      }
    }
    return merging.items();
  }

  private static OptionalInt next(ShortBends bends, int bend, boolean atEnd) {
    var one = bends.get(bend);
    var near = bends.near(one.end(atEnd), SAME_PT);
    int found = -1;
    for (int end : near.size() > MOST_ENDS ? List.<Integer>of() : near) {
      var other = bends.get(end / 2);
      if (end / 2 != bend
          && one.path().appearance().equals(other.path().appearance())
          && turnsLittle(one.out(atEnd), other.out(end % 2 == 1))) {
        if (found >= 0) {
          return OptionalInt.empty();
        }
        found = end;
      }
    }
    return found >= 0 ? OptionalInt.of(found) : OptionalInt.empty();
  }

  /**
   * Whether two chords go on into each other.
   *
   * @param out of the one's end
   * @param back out of the other's
   */
  private static boolean turnsLittle(Vec2 out, Vec2 back) {
    double turn = Math.abs(Math.atan2(out.cross(back), -out.dot(back)));
    return turn <= MOST_TURN_RAD + Rounding.turnRad(out.length(), back.length());
  }

  private static DrawingItem path(ShortBends bends, Chain chain, int chords) {
    var xyz = new double[3 * (chords + 1)];
    int at = 0;
    for (int i = 0; i < chain.size(); i++) {
      var line = bends.get(chain.strokes().get(i)).line();
      boolean forward = chain.forward().get(i);
      for (int j = i == 0 ? 0 : 1; j < line.size(); j++) {
        var p = line.vertex(forward ? j : line.size() - 1 - j);
        xyz[at++] = p.x();
        xyz[at++] = p.y();
        at++;
      }
    }
    var first = bends.get(chain.strokes().getFirst()).path();
    return new Path(
        List.of(new Segment.Polyline(xyz)),
        false,
        first.stroke(),
        first.extrusion(),
        first.appearance(),
        first.source());
  }
}
