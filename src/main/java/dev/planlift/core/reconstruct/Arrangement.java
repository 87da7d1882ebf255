package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.SegmentStringDissolver;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** The faces into which lines part the plane. */
final class Arrangement {
  /** Lines are noded on a grid of this many cells a metre: a tenth of a millimetre. */
  static final double GRID_PER_M = 10_000;

  /** Any order will do, as long as it is always the same. */
  private static final long ORDER = 25;

  private Arrangement() {}

  /**
   * The bounded faces; dangling ends bound none. In an order of their own: JTS gives them in one
   * that changes from run to run.
   */
  static List<Polygon> faces(List<LineWork.Line> lines) {
    // The noder grows a tree in the order of the lines: one by one along a row it is as deep as
    // long.
    var shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(ORDER));
    var strings = new ArrayList<SegmentString>(lines.size());
    for (var line : shuffled) {
      strings.add(
          new NodedSegmentString(new Coordinate[] {line.a().copy(), line.b().copy()}, null));
    }
    var noder = new SnapRoundingNoder(new PrecisionModel(GRID_PER_M));
    noder.computeNodes(strings);
    var dissolver = new SegmentStringDissolver();
    dissolver.dissolve(substrings(noder));
    var polygonizer = new Polygonizer();
    for (var dissolved : dissolver.getDissolved()) {
      polygonizer.add(
          (Geometry)
              Polygons.FACTORY.createLineString(((SegmentString) dissolved).getCoordinates()));
    }
    var faces = new ArrayList<Polygon>();
    for (var face : polygonizer.getPolygons()) {
      var polygon = (Polygon) face;
      polygon.normalize();
      faces.add(polygon);
    }
    faces.sort((a, b) -> a.compareTo(b));
    return faces;
  }

  private static Collection<?> substrings(SnapRoundingNoder noder) {
    return noder.getNodedSubstrings();
  }
}
