package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Expansion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One view as far as it was understood.
 *
 * @param storey its walls and openings; without walls where none were found
 * @param strips what looks like windows
 * @param treads lines that may be a stair's
 * @param stairs in and about the walls
 * @param lifts within the walls
 * @param tooDense whether there was too much line work to look at
 */
record Recognition(
    LineWork work,
    LineIndex index,
    Storey storey,
    List<Swing> swings,
    List<WindowStrip> strips,
    Set<LineWork.Line> treads,
    List<FoundStair> stairs,
    List<CrossedBoxes.Lift> lifts,
    boolean tooDense) {
  /** The same of what is drawn like it, item by item, elsewhere. */
  Recognition drawnBy(List<Expansion.Seen> others) {
    return new Recognition(
        work.drawnBy(others), index, storey, swings, strips, treads, stairs, lifts, tooDense);
  }

  static Recognition of(Frame frame, double toleranceM, List<Expansion.Seen> seen) {
    return of(new LineWorkReader(frame, toleranceM).read(seen));
  }

  static Recognition of(LineWork work) {
    return Masonry.recognised(work, Recognition::upTo);
  }

  /** With walls as thick as the line work says. */
  private static Recognition upTo(LineWork work) {
    var index = new LineIndex(work.lines());
    var swings = new SwingFinder(work, index).find();
    var stairs = StairFinder.of(work, index);
    var finder = new WindowStripFinder(work, index, stairs.lines());
    var strips = finder.find();
    var treads = new HashSet<>(finder.treads());
    treads.addAll(stairs.lines());
    var crossed = CrossedBoxes.of(work);
    treads.addAll(crossed.diagonals());
    treads.addAll(TreadFinder.find(work));
    treads.addAll(CurvedTreads.find(work));
    var candidates = Candidates.of(work, index, swings, strips, treads);
    if (candidates.tooDense()) {
      var nothing = new Storey(Polygons.FACTORY.createPolygon(), List.of());
      return new Recognition(
          work, index, nothing, swings, strips, treads, List.of(), List.of(), true);
    }
    var drawn = Storey.find(work, index, candidates, swings, strips).withoutThings();
    var storey =
        drawn.walls().isEmpty()
            ? new SingleLines(work, index).find(candidates.lines(), swings, strips)
            : drawn;
    return new Recognition(
        work,
        index,
        storey,
        swings,
        strips,
        treads,
        stairs.about(storey),
        crossed.in(storey),
        false);
  }
}
