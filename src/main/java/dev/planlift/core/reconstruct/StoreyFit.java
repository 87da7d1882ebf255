package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
  static final double STEP_M = 0.02;

  /** Shorter faces are jambs and returns. */
  private static final double MIN_FACE_M = 0.6;

  private static final int MAX_FACES = 400;

  /** So many of the likely moves are looked at closely. */
  private static final int CLOSE = 2;

  /**
   * A plan's walls with what is needed to lay them over others.
   *
   * @param upright faces that run along y
   */
  record Print(Geometry walls, WallRaster raster, Faces upright, Faces level) {
    static Print of(Geometry walls, double cellM) {
      return new Print(
          walls, new WallRaster(walls, cellM), Faces.of(walls, true), Faces.of(walls, false));
    }
  }

  /** A move, and how much wall it brings over wall, about. */
  record Guess(long cells, double share, Vec2 shift) {}

  /** The faces of walls that run along one axis, by where they stand on the other. */
  record Faces(List<double[]> placeAndLength) {
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
      return MoveVotes.best(placeAndLength, onto.placeAndLength, TRIES).stream()
          .map(move -> move * STEP_M)
          .toList();
    }
  }

  /** The same fit of plans that are drawn elsewhere. */
  StoreyFit plus(Vec2 move) {
    return new StoreyFit(share, mutual, shift.plus(move));
  }

  /** The likely moves of {@code walls} onto {@code below}, the best first; at least one. */
  static List<Guess> guesses(Print walls, Print below) {
    double least = Math.max(1, Math.min(walls.raster.count(), below.raster.count()));
    var guesses = new ArrayList<Guess>();
    for (double x : walls.upright.moves(below.upright)) {
      for (double y : walls.level.moves(below.level)) {
        long cells = walls.raster.over(below.raster, x, y);
        guesses.add(new Guess(cells, cells / least, new Vec2(x, y)));
      }
    }
    guesses.sort(Comparator.comparingLong(guess -> -guess.cells));
    return guesses.isEmpty() ? List.of(new Guess(0, 0, Vec2.ZERO)) : guesses;
  }

  /** The best of the moves that seem best. */
  static StoreyFit best(Print walls, Print below, List<Guess> guesses) {
    var best = new StoreyFit(0, 0, Vec2.ZERO);
    for (var guess : guesses.subList(0, Math.min(CLOSE, guesses.size()))) {
      var fit = at(walls.walls, below.walls, guess.shift);
      best = fit.share() > best.share() ? fit : best;
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
