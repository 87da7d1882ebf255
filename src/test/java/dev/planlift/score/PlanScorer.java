package dev.planlift.score;

import dev.planlift.score.GlbModel.Element;
import dev.planlift.score.PlanScore.Hits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Measures a model of one storey against the truth of its plan, by exact areas. */
public final class PlanScorer {
  private static final double LOW_M = 0.15;
  private static final double MID_M = 1.5;
  private static final double UNDER_TOP_M = 0.1;
  private static final double OPENING_PLACE_M = 0.25;
  private static final double OPENING_WIDTH_M = 0.15;
  private static final double ROOM_PLACE_M = 0.5;
  private static final double ROOM_AREA_SHARE = 0.05;

  /** An opening is void a little beyond both faces of its wall: those are not what is measured. */
  private static final double BEYOND_FACE_M = 0.02;

  /** Wall farther than this outside the plan's bounds is told apart, not counted. */
  private static final double STRAY_M = 1;

  /** Cut like a door, but none: nothing hangs in it, and no figure counts it. */
  private static final String PASSAGE = "bare";

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final PlanTruth truth;

  public PlanScorer(PlanTruth truth) {
    this.truth = truth;
  }

  /** Scores a GLB of one level, uncompressed or quantized. */
  public PlanScore score(Path glb) throws IOException {
    return score(GlbModel.read(glb));
  }

  public PlanScore score(GlbModel model) {
    var walls = model.elements("wall").stream().filter(w -> !w.triangles().isEmpty()).toList();
    double base = extreme(walls, true).orElse(0);
    double top = extreme(walls, false).orElse(0);
    var whole = union(truth.walls().stream().map(PlanScorer::area).toList());
    var noDoors = minus(minus(whole, holes("door")), holes(PASSAGE));
    var noHoles = minus(noDoors, holes("window"));
    var rooms = matchRooms(model.elements("room"));
    var mid = cuts(walls, base + MID_M);
    var bounds = bounds(whole);
    var high = union(cuts(walls, top - UNDER_TOP_M));
    return new PlanScore(
        overlap(within(bounds, union(cuts(walls, base + LOW_M))), noDoors),
        overlap(within(bounds, union(mid)), noHoles),
        overlap(within(bounds, high), whole),
        matchOpenings(model),
        rooms.hits(),
        rooms.labels(),
        walls.stream().filter(w -> !Slice.isClosed(w.triangles())).map(Element::name).toList(),
        mid.stream().mapToDouble(Geometry::getArea).sum() - union(mid).getArea(),
        high.getArea() - within(bounds, high).getArea());
  }

  private static OptionalDouble extreme(List<Element> walls, boolean lowest) {
    var heights =
        walls.stream()
            .flatMap(w -> w.triangles().stream())
            .flatMapToDouble(t -> DoubleStream.of(t.a().getZ(), t.b().getZ(), t.c().getZ()));
    return lowest ? heights.min() : heights.max();
  }

  private static List<Geometry> cuts(List<Element> walls, double z) {
    return walls.stream().map(wall -> Slice.at(wall.triangles(), z)).toList();
  }

  private List<Geometry> holes(String kind) {
    return truth.openings().stream()
        .filter(o -> o.kind().equals(kind))
        .map(PlanScorer::hole)
        .toList();
  }

  private static Geometry hole(PlanTruth.Opening o) {
    double along = o.width() / 2;
    double across = o.thickness() / 2 + BEYOND_FACE_M;
    double cos = Math.cos(o.angle());
    double sin = Math.sin(o.angle());
    double[][] corners = {{-along, -across}, {along, -across}, {along, across}, {-along, across}};
    var ring = new ArrayList<double[]>();
    for (var c : corners) {
      ring.add(new double[] {o.x() + cos * c[0] - sin * c[1], o.y() + sin * c[0] + cos * c[1]});
    }
    return FACTORY.createPolygon(ring(ring));
  }

  private static Geometry area(PlanTruth.WallArea wall) {
    return FACTORY.createPolygon(
        ring(wall.shell()), wall.holes().stream().map(PlanScorer::ring).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(List<double[]> points) {
    var ring = new ArrayList<Coordinate>();
    points.forEach(p -> ring.add(new Coordinate(p[0], p[1])));
    ring.add(ring.getFirst().copy());
    return FACTORY.createLinearRing(ring.toArray(Coordinate[]::new));
  }

  private static Geometry union(List<Geometry> parts) {
    return parts.isEmpty() ? FACTORY.createPolygon() : UnaryUnionOp.union(parts);
  }

  private static Geometry minus(Geometry from, List<Geometry> parts) {
    return OverlayNGRobust.overlay(from, union(parts), OverlayNG.DIFFERENCE);
  }

  private static Geometry bounds(Geometry plan) {
    var envelope = plan.getEnvelopeInternal();
    envelope.expandBy(STRAY_M);
    return FACTORY.toGeometry(envelope);
  }

  private static Geometry within(Geometry bounds, Geometry area) {
    return OverlayNGRobust.overlay(area, bounds, OverlayNG.INTERSECTION);
  }

  /** Intersection over union. */
  private static double overlap(Geometry found, Geometry there) {
    double both = OverlayNGRobust.overlay(found, there, OverlayNG.INTERSECTION).getArea();
    double either = found.getArea() + there.getArea() - both;
    return either == 0 ? 0 : both / either;
  }

  private record Pair(int found, int there, double distance) {}

  /** Nearest pairs first, each side once. */
  private static List<Pair> pairUp(List<Pair> candidates) {
    var sorted = new ArrayList<>(candidates);
    sorted.sort(Comparator.comparingDouble(Pair::distance));
    var usedFound = new HashSet<Integer>();
    var usedThere = new HashSet<Integer>();
    var pairs = new ArrayList<Pair>();
    for (var pair : sorted) {
      if (!usedFound.contains(pair.found()) && !usedThere.contains(pair.there())) {
        usedFound.add(pair.found());
        usedThere.add(pair.there());
        pairs.add(pair);
      }
    }
    return pairs;
  }

  private Hits matchOpenings(GlbModel model) {
    var found = new ArrayList<>(model.elements("door"));
    found.addAll(model.elements("window"));
    var candidates = new ArrayList<Pair>();
    for (int i = 0; i < found.size(); i++) {
      var extras = found.get(i).extras();
      for (int k = 0; k < truth.openings().size(); k++) {
        var o = truth.openings().get(k);
        double distance = distance(found.get(i), o.x(), o.y());
        boolean fits = Math.abs(extras.path("width").asDouble(-1) - o.width()) <= OPENING_WIDTH_M;
        if (found.get(i).category().equals(o.kind()) && fits && distance <= OPENING_PLACE_M) {
          candidates.add(new Pair(i, k, distance));
        }
      }
    }
    long there = truth.openings().stream().filter(o -> !o.kind().equals(PASSAGE)).count();
    return new Hits(pairUp(candidates).size(), found.size(), (int) there);
  }

  private record RoomMatch(Hits hits, double labels) {}

  private RoomMatch matchRooms(List<Element> found) {
    var candidates = new ArrayList<Pair>();
    for (int i = 0; i < found.size(); i++) {
      double area = found.get(i).extras().path("area").asDouble(-1);
      for (int k = 0; k < truth.rooms().size(); k++) {
        var room = truth.rooms().get(k);
        double distance = distance(found.get(i), room.x(), room.y());
        boolean fits = Math.abs(area - room.area()) <= ROOM_AREA_SHARE * room.area();
        if (fits && distance <= ROOM_PLACE_M) {
          candidates.add(new Pair(i, k, distance));
        }
      }
    }
    var pairs = pairUp(candidates);
    long named =
        pairs.stream()
            .filter(
                p ->
                    truth
                        .rooms()
                        .get(p.there())
                        .label()
                        .equals(found.get(p.found()).extras().path("label").asText()))
            .count();
    return new RoomMatch(
        new Hits(pairs.size(), found.size(), truth.rooms().size()),
        pairs.isEmpty() ? 0 : (double) named / pairs.size());
  }

  /** From an element's stated centre; an element without one lies nowhere. */
  private static double distance(Element element, double x, double y) {
    var center = element.extras().path("center");
    return center.size() < 2
        ? Double.POSITIVE_INFINITY
        : Math.hypot(center.path(0).asDouble() - x, center.path(1).asDouble() - y);
  }
}
