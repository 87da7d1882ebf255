package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Tells panes and leaves that slide from walls, where no layer does: thin bars that stand between
 * the ends of thicker walls, within their thickness or just before it.
 */
final class Panes {
  /** No sash and no leaf is thicker. */
  private static final double MAX_PANE_M = 0.09;

  /** Of the thickness of the walls on both sides. */
  private static final double PANE_OF_JAMB = 0.7;

  private static final double MIN_WIDTH_M = 0.3;

  /** A leaf may hang this far before the wall, and reach so far beside its gap. */
  private static final double BEFORE_M = 0.1;

  private static final double BESIDE_M = 0.05;

  private final double thickest;

  /**
   * @param thickest the thickest wall, metres
   */
  Panes(double thickest) {
    this.thickest = thickest;
  }

  /**
   * Those faces that are walls.
   *
   * @param faces as thin as walls
   * @param fills walls that are drawn otherwise
   */
  List<Polygon> without(List<Polygon> faces, ThinFills fills) {
    var walls = new ArrayList<Polygon>();
    var bars = new ArrayList<Polygon>();
    faces.forEach(face -> (isBar(face) ? bars : walls).add(face));
    if (bars.isEmpty() || walls.size() + fills.polygons().size() < 2) {
      return faces;
    }
    var gaps = gaps(withFills(walls, fills));
    bars.stream().filter(bar -> gaps.size() == 0 || !isIn(bar, gaps)).forEach(walls::add);
    return walls;
  }

  private static boolean isBar(Polygon face) {
    return face.getNumInteriorRing() == 0 && Polygons.thinnerThan(face, MAX_PANE_M);
  }

  private static Geometry withFills(List<Polygon> walls, ThinFills fills) {
    var area = Polygons.coverageUnion(walls);
    return fills.polygons().isEmpty() ? area : Polygons.union(area, fills.area());
  }

  private HPRtree gaps(Geometry walls) {
    var index = new HPRtree();
    for (var gap : new GapFinder(walls, thickest).find()) {
      if (gap.facing() && gap.width() >= MIN_WIDTH_M) {
        index.insert(gap.bridge().getEnvelopeInternal(), gap);
      }
    }
    return index;
  }

  private static boolean isIn(Polygon bar, HPRtree gaps) {
    var near = new Envelope(bar.getEnvelopeInternal());
    near.expandBy(BEFORE_M);
    for (var gap : gaps.query(near)) {
      if (fills(bar, (Gap) gap)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a bar lies along a gap, thinner than the walls at its ends. */
  private static boolean fills(Polygon bar, Gap gap) {
    var box = new Envelope();
    for (Coordinate p : bar.getExteriorRing().getCoordinates()) {
      box.expandToInclude(gap.along(p), gap.across(p));
    }
    return box.getHeight() <= PANE_OF_JAMB * gap.depth()
        && box.getWidth() > box.getHeight()
        && Math.max(-box.getMinX(), box.getMaxX()) <= gap.width() / 2 + BESIDE_M
        && Math.max(-box.getMinY(), box.getMaxY()) <= gap.depth() / 2 + BEFORE_M;
  }
}
