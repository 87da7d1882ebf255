package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

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
    var walls = WallAreaFinder.find(candidates.lines(), candidates.fills(), candidates.named());
    var gaps = new GapFinder(walls).find();
    var holes = new OpeningFinder(work, index, walls, gaps).find(swings, strips);
    var filled = new ArrayList<Geometry>(List.of(walls));
    holes.forEach(hole -> hole.bridge().ifPresent(filled::add));
    return Plausibility.kept(
        new Storey(Polygons.cleaned(Polygons.union(filled)), holes), candidates.named());
  }
}
