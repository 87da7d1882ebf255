package dev.planlift.core.reconstruct;

import dev.planlift.core.plan.Opening;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Decides how thick walls may be. In old masonry doors and windows stand in walls that elsewhere
 * were corridors and cupboards: where many of those drawn hang in no wall, or many names of rooms
 * stand in none, thicker walls are tried, and taken where they hold so many more.
 */
final class Masonry {
  /** Metres, from thinner to thicker. */
  private static final List<Double> THICKER = List.of(0.95, Sizes.MAX_MASONRY_M);

  /** A plan of usual walls holds this share of its doors, windows and rooms. */
  private static final double MOST = 0.85;

  /** Some walls go on past this share of the doors' and windows' extent; furniture does not. */
  private static final double LONG = 0.5;

  /** Panes at one place are one window. */
  private static final double SAME_PLACE_M = 0.5;

  private static final double FEW = 3;

  /** So many more of all must thicker walls hold. */
  private static final double GAIN = 0.2;

  /** So much of all wall is thicker than usual; filled closets are less. */
  private static final double MASSIVE = 0.3;

  /** Trying again takes as long again: no single house has more lines. */
  private static final int MAX_LINES = 20_000;

  private Masonry() {}

  /**
   * A view with walls as thick as its doors and windows tell.
   *
   * @param how recognises with walls up to the line work's thickness
   */
  static Recognition recognised(LineWork work, Function<LineWork, Recognition> how) {
    var best = how.apply(work);
    double all = drawn(best);
    if (all < FEW || work.lines().size() > MAX_LINES) {
      return best;
    }
    for (double thickest : THICKER) {
      if (held(best) >= MOST * all) {
        break;
      }
      var thicker = how.apply(work.withThickest(thickest));
      double holds = held(thicker);
      if (holds >= held(best) + Math.max(FEW, GAIN * all)
          && goesThrough(thicker)
          && isMasonry(thicker.storey().walls())) {
        best = thicker;
      }
    }
    return best;
  }

  private static boolean isMasonry(Geometry walls) {
    double half = Sizes.MAX_WALL_M / 2;
    var massive = Polygons.grown(walls, -half);
    return !massive.isEmpty()
        && Polygons.grown(massive, half).getArea() >= MASSIVE * walls.getArea();
  }

  private static boolean goesThrough(Recognition view) {
    var openings = new Envelope();
    view.swings().forEach(swing -> openings.expandToInclude(swing.hinge()));
    view.strips().forEach(strip -> openings.expandToInclude(strip.center()));
    return Polygons.parts(view.storey().walls()).stream()
        .anyMatch(
            part -> part.getEnvelopeInternal().getDiameter() >= LONG * openings.getDiameter());
  }

  /** How many doors, windows and names of rooms are drawn as such. */
  private static double drawn(Recognition view) {
    return openings(view) + names(view.work()).size();
  }

  private static double openings(Recognition view) {
    return view.swings().size()
        + view.strips().stream()
            .filter(WindowStrip::named)
            .map(strip -> place(strip.center()))
            .distinct()
            .count();
  }

  private static List<Long> place(Coordinate at) {
    return List.of(Math.round(at.x / SAME_PLACE_M), Math.round(at.y / SAME_PLACE_M));
  }

  private static List<Coordinate> names(LineWork work) {
    return work.labels().stream()
        .filter(label -> ViewWords.STANDARD.speaksOf(ViewWords.Topic.ROOM, label.text().text()))
        .map(LineWork.Label::center)
        .toList();
  }

  /** How many of these walls hold. */
  private static double held(Recognition view) {
    int sure = Math.toIntExact(view.storey().holes().stream().filter(Masonry::isSure).count());
    return Math.min(sure, openings(view)) + namedRooms(view);
  }

  private static int namedRooms(Recognition view) {
    var names = names(view.work());
    int rooms = 0;
    for (var part : Polygons.parts(view.storey().walls())) {
      for (int i = 0; i < part.getNumInteriorRing() && !names.isEmpty(); i++) {
        var box = part.getInteriorRingN(i).getEnvelopeInternal();
        var room = Polygons.FACTORY.createPolygon(part.getInteriorRingN(i));
        rooms +=
            names.stream()
                    .filter(box::contains)
                    .anyMatch(at -> SimplePointInAreaLocator.locate(at, room) == Location.INTERIOR)
                ? 1
                : 0;
      }
    }
    return rooms;
  }

  private static boolean isSure(Hole hole) {
    return !hole.leaves().isEmpty()
        || (hole.kind() == Opening.Kind.WINDOW && hole.confidence() >= 0.7);
  }
}
