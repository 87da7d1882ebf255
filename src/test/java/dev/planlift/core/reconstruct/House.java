package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Colour;
import dev.planlift.core.drawing.DeclaredUnit;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.drawing.Symbol;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * A house of two rooms, 6 m by 4 m over the outer walls' middle lines, drawn in several ways. Outer
 * walls are 0.2 m thick, the wall between the rooms 0.1 m; a front door of 1 m in the south, a door
 * of 0.9 m between the rooms, a window of 1.2 m in the north.
 */
final class House {
  static final List<Polygon> OPENINGS =
      List.of(
          rectangle(1, -0.1, 2, 0.1), rectangle(2.95, 1.5, 3.05, 2.4), rectangle(4, 3.9, 5.2, 4.1));

  /** Openings filled. */
  static final Geometry WALLS =
      Polygons.union(
          List.of(
              rectangle(-0.1, -0.1, 6.1, 0.1),
              rectangle(-0.1, 3.9, 6.1, 4.1),
              rectangle(-0.1, -0.1, 0.1, 4.1),
              rectangle(5.9, -0.1, 6.1, 4.1),
              rectangle(2.95, 0, 3.05, 4)));

  private final List<DrawingItem> items = new ArrayList<>();
  private final Affine3 placement;
  private final double unitsPerMetre;
  private String layer = "0";
  private int handle = 0x100;
  private boolean page;
  private int rgb = 0xFFFFFF;
  private double weightMm = Appearance.BY_LAYER;

  House(double unitsPerMetre, Affine3 placement) {
    this.unitsPerMetre = unitsPerMetre;
    this.placement = placement;
  }

  /** In millimetres, where it lies. */
  House() {
    this(1000, Affine3.IDENTITY);
  }

  /** Things drawn from here on have handles from that number on. */
  House numbered(int first) {
    handle = first;
    return this;
  }

  /** What is drawn from here on is on a page, with a pen of that colour and weight. */
  House pen(int colour, double weight) {
    page = true;
    rgb = colour;
    weightMm = weight;
    return this;
  }

  static Polygon rectangle(double x0, double y0, double x1, double y1) {
    return Polygons.rectangle(new Coordinate((x0 + x1) / 2, (y0 + y1) / 2), 0, x1 - x0, y1 - y0);
  }

  House on(String name) {
    layer = name;
    return this;
  }

  private static List<Polygon> pieces() {
    return Polygons.parts(Polygons.difference(WALLS, Polygons.union(OPENINGS)));
  }

  House outlines() {
    for (var piece : pieces()) {
      path(Rings.corners(piece.getExteriorRing()), true, Stroke.THIN);
    }
    return this;
  }

  /** Each edge a line of its own, its ends so many metres short of the corners. */
  House lines(double shortM) {
    for (var edge : Rings.edges(Polygons.union(pieces()))) {
      var u = edge.direction();
      line(
          edge.a().x + u.x * shortM,
          edge.a().y + u.y * shortM,
          edge.b().x - u.x * shortM,
          edge.b().y - u.y * shortM);
    }
    return this;
  }

  /** Faces only: no line across a wall where it ends at an opening. */
  House linesWithoutCaps() {
    var openings = Polygons.union(OPENINGS);
    for (var edge : Rings.edges(Polygons.union(pieces()))) {
      if (openings.distance(Polygons.FACTORY.createPoint(edge.middle())) > 1e-6) {
        line(edge.a().x, edge.a().y, edge.b().x, edge.b().y);
      }
    }
    return this;
  }

  House fills() {
    pieces().forEach(this::fill);
    return this;
  }

  House fill(double x0, double y0, double x1, double y1) {
    fill(rectangle(x0, y0, x1, y1));
    return this;
  }

  /** A filled area around x, y, x, y … */
  House area(double... xy) {
    var ring = new ArrayList<Coordinate>();
    for (int i = 0; i < xy.length; i += 2) {
      ring.add(new Coordinate(xy[i], xy[i + 1]));
    }
    fill(Polygons.FACTORY.createPolygon(closed(ring).toArray(new Coordinate[0])));
    return this;
  }

  private void fill(Polygon area) {
    items.add(
        new FilledRegion(
            List.of(List.of(segment(closed(Rings.corners(area.getExteriorRing()))))),
            new FilledRegion.Fill.Solid(),
            Vec3.ZERO,
            look(),
            source()));
  }

  /** Four edges, each a line of its own. */
  House box(double x0, double y0, double x1, double y1) {
    return line(x0, y0, x1, y0).line(x1, y0, x1, y1).line(x1, y1, x0, y1).line(x0, y1, x0, y0);
  }

  /** Walls as wide lines along their middles, parted at the openings. */
  House wideLines() {
    wide(0.2, 1, 0, 0, 0, 0, 4, 4, 4);
    wide(0.2, 5.2, 4, 6, 4, 6, 0, 2, 0);
    wide(0.1, 3, 0, 3, 1.5);
    wide(0.1, 3, 2.4, 3, 4);
    return this;
  }

  private void wide(double width, double... xy) {
    var points = new ArrayList<Coordinate>();
    for (int i = 0; i < xy.length; i += 2) {
      points.add(new Coordinate(xy[i], xy[i + 1]));
    }
    path(points, false, new Stroke(width * unitsPerMetre, width * unitsPerMetre));
  }

  /** A leaf from the middle of the wall and its quarter circle, for both doors. */
  House doors() {
    line(1, 0, 1, 1);
    arc(1, 0, 1, 0);
    line(3, 1.5, 3.9, 1.5);
    arc(3, 1.5, 0.9, 0);
    return this;
  }

  House window() {
    for (double y : new double[] {3.9, 4, 4.1}) {
      line(4, y, 5.2, y);
    }
    line(4, 3.9, 4, 4.1);
    line(5.2, 3.9, 5.2, 4.1);
    return this;
  }

  House labels() {
    text("KITCHEN", 1.5, 2.2, 0.2);
    text("10.3 m2", 1.5, 1.9, 0.14);
    text("LIVING ROOM", 4.5, 2.2, 0.2);
    return this;
  }

  /** An axis with its bubble through the south wall, a dimension line and a frame. */
  House clutter() {
    line(-2, 0.05, 8, 0.05);
    circle(8.4, 0.05, 0.4);
    line(-0.1, -1, 6.1, -1);
    line(-0.1, 0, -0.1, -1.1);
    line(6.1, 0, 6.1, -1.1);
    path(Rings.corners(rectangle(-4, -4, 12, 9).getExteriorRing()), true, Stroke.THIN);
    return this;
  }

  /**
   * What is drawn by a step as a symbol that is placed once, in so many symbols around each other,
   * each placed by a map and holding its content by the inverse of it: it shows where it was drawn.
   */
  House symbol(String name, int depth, Affine3 map, Consumer<House> step) {
    int from = items.size();
    step.accept(this);
    var part = items.subList(from, items.size());
    List<DrawingItem> content = new ArrayList<>(part);
    part.clear();
    for (int i = 0; i < depth; i++) {
      var moved = content.stream().map(item -> item.transformed(map.inverse())).toList();
      content =
          List.of(new SymbolInstance(new Symbol(name, moved), map, List.of(), look(), source()));
    }
    items.addAll(content);
    return this;
  }

  /** All that another house shows, so many metres off. */
  House with(House other, double x, double y) {
    var by = Affine3.translation(new Vec3(x * unitsPerMetre, y * unitsPerMetre, 0));
    other.items.forEach(item -> items.add(item.transformed(by)));
    return this;
  }

  House line(double x0, double y0, double x1, double y1) {
    path(List.of(new Coordinate(x0, y0), new Coordinate(x1, y1)), false, Stroke.THIN);
    return this;
  }

  House arc(double x, double y, double radius, double startRad) {
    elliptic(x, y, radius, startRad, Math.PI / 2);
    return this;
  }

  House arc(double x, double y, double radius, double startRad, double sweepRad) {
    elliptic(x, y, radius, startRad, sweepRad);
    return this;
  }

  House circle(double x, double y, double radius) {
    elliptic(x, y, radius, 0, 2 * Math.PI);
    return this;
  }

  private void elliptic(double x, double y, double radius, double startRad, double sweepRad) {
    double r = radius * unitsPerMetre;
    var arc =
        new Segment.EllipticArc(
            at(new Coordinate(x, y)), Vec3.X.times(r), Vec3.Y.times(r), startRad, sweepRad);
    items.add(new Path(List.of(arc), false, look(), source()));
  }

  House text(String text, double x, double y, double height) {
    items.add(
        new TextLabel(
            text,
            at(new Coordinate(x, y)),
            Vec3.X,
            height * unitsPerMetre,
            text.length() * height * unitsPerMetre,
            look(),
            source()));
    return this;
  }

  /** A level dimension from a point over so many metres, that says a text. */
  House dimension(double x, double y, double lengthM, String text) {
    items.add(
        new MeasuredDimension(
            MeasuredDimension.Kind.LINEAR,
            at(new Coordinate(x, y)),
            at(new Coordinate(x + lengthM, y)),
            lengthM * unitsPerMetre,
            Optional.of(text),
            List.of(),
            look(),
            source()));
    return this;
  }

  private void path(List<Coordinate> points, boolean closed, Stroke stroke) {
    items.add(new Path(List.of(segment(points)), closed, stroke, Vec3.ZERO, look(), source()));
  }

  private static List<Coordinate> closed(List<Coordinate> points) {
    var closed = new ArrayList<>(points);
    closed.add(points.getFirst());
    return closed;
  }

  private Segment segment(List<Coordinate> points) {
    var xyz = new double[3 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      var p = at(points.get(i));
      xyz[3 * i] = p.x();
      xyz[3 * i + 1] = p.y();
    }
    return new Segment.Polyline(xyz);
  }

  private Vec3 at(Coordinate metres) {
    return new Vec3(metres.x * unitsPerMetre, metres.y * unitsPerMetre, 0);
  }

  private Appearance look() {
    var on = new Layer(layer, rgb, true, true);
    return new Appearance(on, Colour.BY_LAYER, weightMm, "BYLAYER", Appearance.BY_LAYER);
  }

  private SourceRef source() {
    return page
        ? new SourceRef.PageBox(1, List.of(0.0, 0.0, 1.0, 1.0))
        : new SourceRef.Handle(Integer.toHexString(handle++));
  }

  Drawing drawing() {
    return drawing(DeclaredUnit.NONE);
  }

  Drawing drawing(String unit, double metresPerUnit) {
    return drawing(new DeclaredUnit(unit, OptionalDouble.of(metresPerUnit), false));
  }

  private Drawing drawing(DeclaredUnit unit) {
    return new Drawing(
        "dxf",
        "AC1027",
        unit,
        List.of(),
        List.of(),
        items.stream().map(item -> item.transformed(placement)).toList(),
        new EntityLedger(),
        List.of(),
        List.of());
  }
}
