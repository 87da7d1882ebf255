package dev.planlift.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Lays one area upon another by moving, turning and scaling it (never mirrored), so that they cover
 * each other best: two plots of one building whose scale and place on the sheet differ.
 *
 * @param scale of the moved area
 * @param turnRad counter-clockwise
 * @param at where the moved area's zero comes to lie
 * @param overlap intersection over union
 */
public record SimilarityFit(double scale, double turnRad, Coordinate at, double overlap) {
  /** So many of the longest edges are laid upon each other. */
  private static final int EDGES = 16;

  /** So many of the best beginnings are made better. */
  private static final int BEGINNINGS = 4;

  /** Ever smaller steps, as shares of the area's size. */
  private static final double FIRST_STEP = 0.01;

  private static final double LAST_STEP = 1e-6;

  /** The best place of an area upon another; zero overlap where one of them is empty. */
  public static SimilarityFit of(Geometry moved, Geometry upon) {
    var fits = new ArrayList<SimilarityFit>();
    for (var from : longest(moved)) {
      for (var to : longest(upon)) {
        fits.add(edgeUponEdge(from, to).measured(moved, upon));
      }
    }
    return fits.stream()
        .sorted(Comparator.comparingDouble((SimilarityFit fit) -> -fit.overlap()))
        .limit(BEGINNINGS)
        .map(fit -> fit.bettered(moved, upon))
        .max(Comparator.comparingDouble(SimilarityFit::overlap))
        .orElse(new SimilarityFit(1, 0, new Coordinate(), 0));
  }

  /** The area where this puts it. */
  public Geometry moved(Geometry area) {
    return new AffineTransformation()
        .scale(scale, scale)
        .rotate(turnRad)
        .translate(at.x, at.y)
        .transform(area);
  }

  /** Edges run with the inside to their right. */
  private static List<LineSegment> longest(Geometry area) {
    var edges = new ArrayList<LineSegment>();
    for (var part : PolygonExtracter.getPolygons(area.norm())) {
      var polygon = (Polygon) part;
      add(polygon.getExteriorRing().getCoordinates(), edges);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        add(polygon.getInteriorRingN(i).getCoordinates(), edges);
      }
    }
    return edges.stream()
        .sorted(Comparator.comparingDouble((LineSegment edge) -> -edge.getLength()))
        .limit(EDGES)
        .toList();
  }

  private static void add(Coordinate[] ring, List<LineSegment> edges) {
    for (int i = 1; i < ring.length; i++) {
      edges.add(new LineSegment(ring[i - 1], ring[i]));
    }
  }

  private static SimilarityFit edgeUponEdge(LineSegment from, LineSegment to) {
    return about(
        to.getLength() / from.getLength(),
        to.angle() - from.angle(),
        from.midPoint(),
        to.midPoint());
  }

  /** The one of a scale and turn that brings a point to a place. */
  private static SimilarityFit about(double scale, double turn, Coordinate point, Coordinate to) {
    double x = scale * (Math.cos(turn) * point.x - Math.sin(turn) * point.y);
    double y = scale * (Math.sin(turn) * point.x + Math.cos(turn) * point.y);
    return new SimilarityFit(scale, turn, new Coordinate(to.x - x, to.y - y), 0);
  }

  private SimilarityFit measured(Geometry moved, Geometry upon) {
    var there = moved(moved);
    double both =
        there.getEnvelopeInternal().intersects(upon.getEnvelopeInternal())
            ? OverlayNGRobust.overlay(there, upon, OverlayNG.INTERSECTION).getArea()
            : 0;
    double either = there.getArea() + upon.getArea() - both;
    return new SimilarityFit(scale, turnRad, at, either > 0 ? both / either : 0);
  }

  private SimilarityFit bettered(Geometry moved, Geometry upon) {
    var middle = moved.getEnvelopeInternal().centre();
    var size = upon.getEnvelopeInternal().getDiameter();
    var best = this;
    for (double step = FIRST_STEP; step > LAST_STEP; ) {
      var next = best;
      for (var tried : best.around(step, middle, size)) {
        var fit = tried.measured(moved, upon);
        next = fit.overlap() > next.overlap() ? fit : next;
      }
      step = next.overlap() > best.overlap() ? step : step / 2;
      best = next;
    }
    return best;
  }

  private List<SimilarityFit> around(double step, Coordinate middle, double size) {
    var there = about(scale, turnRad, middle, new Coordinate()).at;
    var center = new Coordinate(at.x - there.x, at.y - there.y);
    var tried = new ArrayList<SimilarityFit>();
    for (int sign = -1; sign <= 1; sign += 2) {
      double move = sign * step;
      tried.add(about(scale * (1 + move), turnRad, middle, center));
      tried.add(about(scale, turnRad + move, middle, center));
      tried.add(about(scale, turnRad, middle, shifted(center, move * size, 0)));
      tried.add(about(scale, turnRad, middle, shifted(center, 0, move * size)));
    }
    return tried;
  }

  private static Coordinate shifted(Coordinate from, double x, double y) {
    return new Coordinate(from.x + x, from.y + y);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "IoU %.4f at scale %.5f, turned by %.3f°",
        overlap,
        scale,
        Math.toDegrees(turnRad));
  }
}
