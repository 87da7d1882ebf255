package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * What was found of one storey, local metres.
 *
 * @param walls with all openings filled
 */
record Storey(Geometry walls, List<Hole> holes) {
  /** Of doors that hang in walls and furniture, and of rooms within, so many are those of walls. */
  private static final double KEPT = 0.9;

  private static final double ROOM_M2 = 1.5;
  private static final double ROOM_SIDE_M = 0.8;

  static Storey find(
      LineWork work,
      LineIndex index,
      Candidates candidates,
      List<Swing> swings,
      List<WindowStrip> strips) {
    var drawn = opened(work, index, candidates.walls(), swings, strips);
    var storey =
        candidates.mayBeThings(work)
            ? network(work, index, candidates, drawn, swings, strips)
            : drawn;
    return Plausibility.kept(storey, candidates.named(), work);
  }

  /** Without furniture; as it was where that would leave doors without walls, or rooms open. */
  private static Storey network(
      LineWork work,
      LineIndex index,
      Candidates candidates,
      Storey drawn,
      List<Swing> swings,
      List<WindowStrip> strips) {
    var openings = new ArrayList<Polygon>();
    drawn.holes.forEach(hole -> openings.add(hole.bridge().orElseGet(hole::rectangle)));
    var walls = candidates.network(Polygons.union(openings));
    var storey = opened(work, index, walls, swings, strips);
    boolean whole = storey.hung() >= KEPT * drawn.hung() && storey.rooms() >= KEPT * drawn.rooms();
    return whole ? storey : drawn;
  }

  /** How many rooms its walls are around, openings closed. */
  private long rooms() {
    return Polygons.parts(walls).stream()
        .flatMap(
            part -> IntStream.range(0, part.getNumInteriorRing()).mapToObj(part::getInteriorRingN))
        .map(ring -> Polygons.FACTORY.createPolygon(ring))
        .filter(room -> room.getArea() >= ROOM_M2 && !Polygons.thinnerThan(room, ROOM_SIDE_M))
        .count();
  }

  /** How many doors hang in it. */
  long hung() {
    return holes.stream().filter(hole -> !hole.leaves().isEmpty()).count();
  }

  /** Without what is shaped like a basin or a toilet. */
  Storey withoutThings() {
    var parts = Polygons.parts(walls);
    var kept = parts.stream().filter(part -> !ColumnFinder.isThing(part, holes)).toList();
    return kept.size() == parts.size() ? this : Plausibility.on(kept, holes);
  }

  /** With doors and windows in walls that are sure. */
  static Storey opened(
      LineWork work,
      LineIndex index,
      Geometry walls,
      List<Swing> swings,
      List<WindowStrip> strips) {
    var gaps = new GapFinder(walls, work.thickestM()).find();
    var holes = new OpeningFinder(work, index, walls, gaps).find(swings, strips);
    var bridges = new ArrayList<Polygon>();
    holes.forEach(hole -> hole.bridge().ifPresent(bridges::add));
    return new Storey(Polygons.cleaned(Polygons.union(walls, bridges)), holes);
  }
}
