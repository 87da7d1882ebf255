package dev.planlift.samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** Houses of many shapes, parted into rooms again and again. The seed decides everything. */
final class HouseMaker {
  enum Shape {
    RECTANGLE,
    L,
    U,
    /** No right angles, walls that meet in Y and X. */
    SKEWED,
    /** A side that bulges, or a round corner. */
    CURVED,
    TOWER,
    /** Masonry of 0.7 to 1.2 m. */
    OLD,
    /** Core, corridor around it, offices behind a front of glass. */
    OFFICE,
    COURTYARD,
    /** A bay before one of its rooms. */
    BAY,
    /** With a garage beside it. */
    GARAGE,
    /** Wings of rooms on both sides of corridors, some hundred rooms. */
    HOSPITAL,
    /** A deep floor: cores, corridors around them, some rooms open, columns in rows. */
    FLOOR,
    /** As a hospital, with more and longer wings: one to three hundred rooms. */
    CLINIC
  }

  private static final double[] OUTER = {0.2, 0.24, 0.3, 0.365, 0.42, 0.5};
  private static final double[] BEARING = {0.15, 0.175, 0.2, 0.24};
  private static final double[] LIGHT = {0.08, 0.1, 0.1, 0.115, 0.12};
  private static final int ATTEMPTS = 200;

  private final Shape shape;
  private final Random random;
  private final Random form;
  private final double size;
  private final double smallest;
  private double outer;
  private final List<Axis> axes = new ArrayList<>();
  private final List<Round> rounds = new ArrayList<>();
  private final List<Axis> garages = new ArrayList<>();
  private final List<Coordinate> posts = new ArrayList<>();

  private HouseMaker(Shape shape, Random form, Random random, double size) {
    this.shape = shape;
    this.form = form;
    this.random = random;
    this.size = size;
    this.smallest = shape == Shape.OLD ? 2.6 : 1.5;
  }

  /**
   * @param size 1 for a usual house, 3 for one of a hundred rooms
   */
  static Design make(Shape shape, Random random, double size) {
    return make(shape, () -> random, random, size);
  }

  /** Storeys of one house: within the same outer walls, each parted in its own way. */
  static List<Design> storeys(Shape shape, Random random, int count) {
    long form = random.nextLong();
    var storeys = new ArrayList<Design>();
    for (int i = 0; i < count; i++) {
      storeys.add(make(shape, () -> new Random(form), random, 1));
    }
    return storeys;
  }

  private static Design make(Shape shape, Supplier<Random> form, Random random, double size) {
    for (int i = 0; i < ATTEMPTS; i++) {
      var maker = new HouseMaker(shape, form.get(), random, size);
      var design = maker.attempt();
      if (design.isPresent()) {
        return design.get();
      }
    }
    throw new IllegalStateException("No house of shape " + shape);
  }

  private Optional<Design> attempt() {
    outer = shape == Shape.OLD ? 0.7 + form.nextInt(6) * 0.1 : OUTER[form.nextInt(OUTER.length)];
    if (shape == Shape.OFFICE) {
      return office();
    }
    if (shape == Shape.HOSPITAL || shape == Shape.FLOOR || shape == Shape.CLINIC) {
      var wards = wards();
      axes.addAll(wards.axes());
      posts.addAll(wards.posts());
      return finish();
    }
    var outline = outline();
    addRing(outline, outer);
    if (shape == Shape.GARAGE) {
      addGarage(outline);
    }
    if (shape == Shape.COURTYARD) {
      var box = outline.getEnvelopeInternal();
      double w = box.getWidth();
      double h = box.getHeight();
      var court = box(box.getMinX() + w * 0.35, h * 0.35, w * 0.3, h * 0.3);
      addRing(court, outer);
      split((Polygon) outline.difference(court), 0);
    } else {
      split(outline, 0);
    }
    return finish();
  }

  private Wards wards() {
    if (shape == Shape.FLOOR) {
      return Wards.deep(random, outer);
    }
    boolean large = shape == Shape.CLINIC;
    return Wards.comb(random, outer, large ? 5 : 2, large ? 36 : 15);
  }

  private Optional<Design> finish() {
    var plan = new AxisPlan(axes);
    var names = new NamesOfRooms(form);
    var faces = new ArrayList<Round>();
    for (var round : rounds) {
      faces.add(round.wider(outer / 2));
      faces.add(round.wider(-outer / 2));
      faces.add(round);
    }
    var design = plan.design(faces, List.of(), names);
    var fixed = new Decoration.Fixed(garages, posts);
    return design.flatMap(d -> new Decoration(d, random).decorated(shape, fixed));
  }

  private void addRing(Polygon outline, double thickness) {
    var points = outline.getExteriorRing().getCoordinates();
    for (int i = 1; i < points.length; i++) {
      axes.add(new Axis(points[i - 1], points[i], thickness));
    }
  }

  private Polygon outline() {
    double w = formTenths(8, 15) * size;
    double h = formTenths(7, 11) * size;
    return switch (shape) {
      case BAY -> bay(w + 2, h + 2);
      case RECTANGLE, OLD, OFFICE, GARAGE, HOSPITAL, FLOOR, CLINIC ->
          box(0, 0, w + (shape == Shape.OLD ? 6 : 0), h + 3);
      case COURTYARD -> box(0, 0, w + 8, h + 8);
      case L -> polygon(0, 0, w + 4, 0, w + 4, h * 0.5, w * 0.5, h * 0.5, w * 0.5, h + 3, 0, h + 3);
      case U ->
          polygon(
              0, 0, w + 8, 0, w + 8, h + 2, w + 3, h + 2, w + 3, h * 0.5, 5, h * 0.5, 5, h + 2, 0,
              h + 2);
      case SKEWED -> {
        double a = form.nextDouble() * 3 - 1;
        double b = form.nextDouble() * 3 - 1;
        yield form.nextBoolean()
            ? polygon(0, 0, w, -a, w + b, h, a, h + b)
            : polygon(0, 0, w, 0, w + 2.5, h * 0.6, w * 0.6, h + 2, 0, h);
      }
      case CURVED -> curved(w, h);
      case TOWER -> {
        var round = new Round(new Coordinate(0, 0), formTenths(4, 7) * size);
        rounds.add(round);
        yield Shapes.polygon(round.chain(0, 2 * Math.PI));
      }
    };
  }

  /** A front with a bay of three sides. */
  private Polygon bay(double w, double h) {
    double out = 0.9 + form.nextInt(4) * 0.1;
    double width = 3 + form.nextInt(8) * 0.1;
    double slope = form.nextBoolean() ? out : out * 0.6;
    double at = w * (0.15 + 0.4 * form.nextDouble());
    return polygon(
        0, 0, at, 0, at + slope, -out, at + width - slope, -out, at + width, 0, w, 0, w, h, 0, h);
  }

  private void addGarage(Polygon house) {
    double wide = random.nextBoolean() ? 3.6 : 6;
    double east = house.getEnvelopeInternal().getMaxX();
    var garage = box(east, 0.8, wide, 6.2);
    addRing(garage, outer);
    garages.add(new Axis(new Coordinate(east, 0.8), new Coordinate(east + wide, 0.8), outer));
  }

  /** One side an arc, or one corner rounded off. */
  private Polygon curved(double w, double h) {
    var corners = new ArrayList<Coordinate>();
    if (form.nextBoolean()) {
      double r = formTenths(2, 4) * size;
      var round = new Round(new Coordinate(w - r, h - r), r);
      rounds.add(round);
      corners.add(new Coordinate(0, 0));
      corners.add(new Coordinate(w, 0));
      corners.addAll(round.chain(0, Math.PI / 2));
      corners.add(new Coordinate(0, h));
    } else {
      double half = Math.toRadians(25 + form.nextInt(40));
      double r = h / 2 / Math.sin(half);
      var round = new Round(new Coordinate(w - r * Math.cos(half), h / 2), r);
      rounds.add(round);
      corners.add(new Coordinate(0, 0));
      corners.addAll(round.chain(-half, 2 * half));
      corners.add(new Coordinate(0, h));
    }
    return Shapes.polygon(corners);
  }

  private Optional<Design> office() {
    double w = 18 + tenths(0, 14) * size;
    double h = 15 + tenths(0, 8) * size;
    double depth = 4.5;
    double corridor = 1.8;
    addRing(box(0, 0, w, h), outer);
    var ring = box(depth, depth, w - 2 * depth, h - 2 * depth);
    addRing(ring, 0.1);
    double c = depth + corridor;
    var core = box(c, c, w - 2 * c, h - 2 * c);
    addRing(core, 0.25);
    split(core, 1);
    spokes(0, w, x -> new double[] {x, 0, x, depth}, depth);
    spokes(0, w, x -> new double[] {x, h - depth, x, h}, depth);
    spokes(depth, h - depth, y -> new double[] {0, y, depth, y}, 0);
    spokes(depth, h - depth, y -> new double[] {w - depth, y, w, y}, 0);
    return finish();
  }

  private interface Spoke {
    double[] at(double along);
  }

  private void spokes(double from, double to, Spoke spoke, double corner) {
    double at = from + (corner > 0 ? corner : 0);
    while (at <= to - corner + 1e-9) {
      var p = spoke.at(at);
      axes.add(new Axis(new Coordinate(p[0], p[1]), new Coordinate(p[2], p[3]), 0.1));
      double rest = to - corner - at;
      double step = 2.4 + random.nextInt(4) * 0.6;
      at += rest < 1e-6 ? 1 : rest - step < 2.4 ? rest : step;
    }
  }

  private static Polygon box(double x, double y, double w, double h) {
    return polygon(x, y, x + w, y, x + w, y + h, x, y + h);
  }

  private static Polygon polygon(double... xy) {
    var corners = new ArrayList<Coordinate>();
    for (int i = 0; i < xy.length; i += 2) {
      corners.add(new Coordinate(xy[i], xy[i + 1]));
    }
    return Shapes.polygon(corners);
  }

  /** Parts an area by walls until its rooms are small enough. */
  private void split(Polygon area, int depth) {
    double m2 = area.getArea();
    double large = shape == Shape.OLD ? 30 : 20;
    if (m2 < 7 || (m2 < large && random.nextInt(3) == 0)) {
      return;
    }
    for (int attempt = 0; attempt < 12; attempt++) {
      var cut = cut(area);
      var polygonizer = new Polygonizer();
      polygonizer.add(OverlayNGRobust.overlay(area.getBoundary(), cut, OverlayNG.UNION));
      var parts = new ArrayList<Polygon>();
      for (var part : polygonizer.getPolygons()) {
        if (area.contains(((Polygon) part).getInteriorPoint())) {
          parts.add((Polygon) ((Polygon) part).norm());
        }
      }
      if (parts.size() < 2 || parts.stream().anyMatch(part -> !fits(part))) {
        continue;
      }
      double thickness = thickness(depth);
      var inside = OverlayNGRobust.overlay(cut, area, OverlayNG.INTERSECTION);
      for (int i = 0; i < inside.getNumGeometries(); i++) {
        var c = inside.getGeometryN(i).getCoordinates();
        if (c.length >= 2) {
          axes.add(new Axis(c[0], c[c.length - 1], thickness));
        }
      }
      parts.sort(Shapes.BY_PLACE);
      parts.forEach(part -> split(part, depth + 1));
      return;
    }
  }

  private double thickness(int depth) {
    if (shape == Shape.OLD && depth < 2) {
      return 0.3 + random.nextInt(5) * 0.1;
    }
    return depth < 2 ? pick(BEARING) : pick(LIGHT);
  }

  private boolean fits(Polygon part) {
    double half = (smallest + (shape == Shape.OLD ? 0.8 : 0.3)) / 2;
    return part.getArea() > 3.2 && !BufferOp.bufferOp(part, -half).isEmpty();
  }

  private org.locationtech.jts.geom.LineString cut(Polygon area) {
    var corners = area.getExteriorRing().getCoordinates();
    var box = MinimumAreaRectangle.getMinimumRectangle(area).getCoordinates();
    boolean first = box[0].distance(box[1]) > box[1].distance(box[2]);
    var a = first ? box[0] : box[1];
    var b = first ? box[1] : box[2];
    double length = a.distance(b);
    double along = Math.rint((0.3 + random.nextDouble() * 0.4) * length * 10) / 10 / length;
    var at = new Coordinate(a.x + (b.x - a.x) * along, a.y + (b.y - a.y) * along);
    double angle = Math.atan2(b.y - a.y, b.x - a.x) + Math.PI / 2;
    boolean skew = shape == Shape.SKEWED && random.nextInt(2) == 0;
    angle += skew ? (random.nextDouble() - 0.5) * 0.9 : 0;
    if (shape == Shape.SKEWED && random.nextInt(4) == 0) {
      at = corners[random.nextInt(corners.length)];
      skew = true;
    } else if ((shape == Shape.L || shape == Shape.U) && random.nextBoolean()) {
      at = corners[random.nextInt(corners.length)];
    }
    double far = 200;
    return Shapes.FACTORY.createLineString(
        new Coordinate[] {
          new Coordinate(at.x - Math.cos(angle) * far, at.y - Math.sin(angle) * far),
          new Coordinate(at.x + Math.cos(angle) * far, at.y + Math.sin(angle) * far)
        });
  }

  private double tenths(int from, int to) {
    return from + random.nextInt((to - from) * 10 + 1) / 10.0;
  }

  private double formTenths(int from, int to) {
    return from + form.nextInt((to - from) * 10 + 1) / 10.0;
  }

  private double pick(double[] from) {
    return from[random.nextInt(from.length)];
  }

  static List<Shape> shapes() {
    return Arrays.asList(Shape.values());
  }
}
