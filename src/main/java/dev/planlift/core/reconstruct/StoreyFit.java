package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * How one plan lies best over another: moved, never turned, so that most of its walls stand over
 * walls.
 *
 * @param share of the smaller plan's wall area that stands over the other's
 * @param mutual the same, of the larger one's
 * @param shift metres
 */
record StoreyFit(double share, double mutual, Vec2 shift) {
  private static final int TRIES = 4;
  private static final double STEP_M = 0.02;

  /** Shorter faces are jambs and returns. */
  private static final double MIN_FACE_M = 0.6;

  private static final int MAX_FACES = 400;

  /** The faces of walls that run along one axis, by where they stand on the other. */
  private record Faces(List<double[]> placeAndLength) {
    static Faces of(Geometry walls, boolean upright) {
      var faces = new ArrayList<double[]>();
      for (var part : Polygons.parts(walls)) {
        for (var edge : Rings.edges(part)) {
          double run = upright ? edge.a().y - edge.b().y : edge.a().x - edge.b().x;
          double off = upright ? edge.a().x - edge.b().x : edge.a().y - edge.b().y;
          if (Math.abs(run) >= MIN_FACE_M && Math.abs(off) < 0.02 * Math.abs(run)) {
            faces.add(new double[] {place(edge.middle(), upright), Math.abs(run)});
          }
        }
      }
      faces.sort(Comparator.comparingDouble(face -> -face[1]));
      return new Faces(faces.subList(0, Math.min(MAX_FACES, faces.size())));
    }

    private static double place(Coordinate p, boolean upright) {
      return upright ? p.x : p.y;
    }

    /** The moves that bring most length of faces onto faces, the best first. */
    List<Double> moves(Faces onto) {
      Map<Long, Double> votes = new HashMap<>();
      for (var face : placeAndLength) {
        for (var other : onto.placeAndLength) {
          long move = Math.round((other[0] - face[0]) / STEP_M);
          votes.merge(move, Math.min(face[1], other[1]), Double::sum);
        }
      }
      return votes.entrySet().stream()
          .sorted(
              Map.Entry.<Long, Double>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(TRIES)
          .map(vote -> vote.getKey() * STEP_M)
          .toList();
    }
  }

  /** The best of the likely moves of {@code walls} onto {@code below}. */
  static StoreyFit best(Geometry walls, Geometry below) {
    var best = new StoreyFit(0, 0, Vec2.ZERO);
    var level = Faces.of(walls, true).moves(Faces.of(below, true));
    var upright = Faces.of(walls, false).moves(Faces.of(below, false));
    for (double x : level) {
      for (double y : upright) {
        var fit = at(walls, below, new Vec2(x, y));
        best = fit.share() > best.share() ? fit : best;
      }
    }
    return best;
  }

  private static StoreyFit at(Geometry walls, Geometry below, Vec2 shift) {
    var moved = AffineTransformation.translationInstance(shift.x(), shift.y()).transform(walls);
    double shared = Polygons.intersection(moved, below).getArea();
    double least = Math.min(walls.getArea(), below.getArea());
    double most = Math.max(walls.getArea(), below.getArea());
    return new StoreyFit(shared / least, shared / most, shift);
  }
}
