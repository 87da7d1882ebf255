package dev.planlift.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.plan.Evidence;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Opening;
import dev.planlift.core.plan.Room;
import dev.planlift.score.PlanTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** How often elements are right, by how sure they say they are and by what they rest on. */
final class Reliability {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double WALL_SHARE = 0.9;
  private static final double WALL_SLACK_M = 0.02;
  private static final double OPENING_PLACE_M = 0.25;
  private static final double OPENING_WIDTH_M = 0.15;
  private static final double ROOM_PLACE_M = 0.5;
  private static final double ROOM_AREA = 0.05;

  /** One element and whether it is there in truth. */
  private record Judged(String category, Evidence evidence, boolean right) {}

  private final List<Judged> judged = new ArrayList<>();

  /** Judges what was found of a plan against its truth. */
  void add(Level level, PlanTruth truth) {
    var walls = truth(truth);
    for (var wall : level.walls()) {
      var area = polygon(wall.footprint());
      assertThat(area.isValid()).as("footprint %s", area).isTrue();
      double inside = OverlayNGRobust.overlay(area, walls, OverlayNG.INTERSECTION).getArea();
      judged.add(new Judged("wall", wall.evidence(), inside >= WALL_SHARE * area.getArea()));
    }
    for (var opening : level.openings()) {
      var right = truth.openings().stream().anyMatch(o -> matches(opening, o));
      judged.add(new Judged(name(opening.kind()), opening.evidence(), right));
    }
    for (var room : level.rooms()) {
      var right = truth.rooms().stream().anyMatch(r -> matches(room, r));
      judged.add(new Judged("room", room.evidence(), right));
    }
  }

  private static String name(Opening.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** A passage is right where there is a door: the wall is open there. */
  private static boolean matches(Opening found, PlanTruth.Opening there) {
    boolean kind =
        switch (found.kind()) {
          case DOOR, BARE -> there.kind().equals("door");
          case WINDOW -> there.kind().equals("window");
        };
    return kind
        && found.center().distance(new Vec2(there.x(), there.y())) <= OPENING_PLACE_M
        && Math.abs(found.widthM() - there.width()) <= OPENING_WIDTH_M;
  }

  private static boolean matches(Room found, PlanTruth.Room there) {
    return found.center().distance(new Vec2(there.x(), there.y())) <= ROOM_PLACE_M
        && Math.abs(found.areaM2() - there.area()) <= ROOM_AREA * there.area();
  }

  private static Geometry truth(PlanTruth truth) {
    var parts =
        truth.walls().stream()
            .map(
                wall ->
                    FACTORY.createPolygon(
                        ring(wall.shell()),
                        wall.holes().stream().map(Reliability::ring).toArray(LinearRing[]::new)))
            .toArray(Geometry[]::new);
    return FACTORY.createGeometryCollection(parts).buffer(WALL_SLACK_M);
  }

  private static LinearRing ring(List<double[]> points) {
    var ring = new ArrayList<Coordinate>();
    points.forEach(p -> ring.add(new Coordinate(p[0], p[1])));
    ring.add(ring.getFirst().copy());
    return FACTORY.createLinearRing(ring.toArray(Coordinate[]::new));
  }

  private static Geometry polygon(Polygon2 polygon) {
    return FACTORY.createPolygon(
        closed(polygon.shell()),
        polygon.holes().stream().map(Reliability::closed).toArray(LinearRing[]::new));
  }

  private static LinearRing closed(List<Vec2> ring) {
    var points = new ArrayList<>(ring.stream().map(p -> new Coordinate(p.x(), p.y())).toList());
    points.add(points.getFirst().copy());
    return FACTORY.createLinearRing(points.toArray(Coordinate[]::new));
  }

  /** Of the elements that say they are at least so sure, the share that is right. */
  double rightFrom(double confidence) {
    return judged.stream()
        .filter(j -> j.evidence.confidence() >= confidence)
        .mapToInt(j -> j.right ? 1 : 0)
        .average()
        .orElse(1);
  }

  /** Rows of a table: how sure, how many, how many of them right. */
  String byConfidence() {
    var bins = new TreeMap<String, List<Judged>>();
    for (var j : judged) {
      double low = Math.min(0.9, Math.floor(j.evidence.confidence() * 10 + 1e-9) / 10);
      var bin = String.format(Locale.ROOT, "%.1f to %.1f", low, low + 0.1);
      bins.computeIfAbsent(bin, b -> new ArrayList<>()).add(j);
    }
    return rows(bins);
  }

  String byReason() {
    var bins = new TreeMap<String, List<Judged>>();
    for (var j : judged) {
      var said = j.category + ": " + j.evidence.reason();
      bins.computeIfAbsent(said, b -> new ArrayList<>()).add(j);
    }
    return rows(bins);
  }

  private static String rows(Map<String, List<Judged>> bins) {
    var rows = new StringBuilder();
    bins.forEach(
        (name, those) -> {
          long right = those.stream().filter(Judged::right).count();
          rows.append(
              String.format(
                  Locale.ROOT,
                  "| %s | %d | %.1f %% |%n",
                  name,
                  those.size(),
                  100.0 * right / those.size()));
        });
    return rows.toString();
  }
}
