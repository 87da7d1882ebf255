package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * What was found of one storey, local metres.
 *
 * @param walls with all openings filled
 */
record Storey(Geometry walls, List<Hole> holes) {
  static Storey find(
      LineWork work,
      LineIndex index,
      Candidates candidates,
      List<Swing> swings,
      List<WindowStrip> strips) {
    return Plausibility.kept(
        opened(work, index, candidates.walls(work.thickestM()), swings, strips),
        candidates.named(),
        work);
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
