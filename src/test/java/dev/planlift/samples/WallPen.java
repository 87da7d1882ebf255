package dev.planlift.samples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Draws walls in each manner. */
final class WallPen {
  private static final double SHORT_M = 0.3;

  /** Pieces of wall reach so far into those they meet. */
  private static final double PIECE_OVERLAP_M = 0.3;

  private final Design design;
  private final Manner manner;
  private final Random random;
  private final String layer;

  WallPen(Design design, Manner manner, Random random) {
    this.design = design;
    this.manner = manner;
    this.random = random;
    this.layer = manner.names().wall();
  }

  void draw(Pen pen, Geometry pieces) {
    switch (manner.walls()) {
      case OUTLINE -> outlines(pen, pieces);
      case LINES -> lines(pen, strokes(pieces));
      case NO_CAPS -> lines(pen, strokes(pieces).stream().filter(s -> !isCap(s)).toList());
      case MESSY -> messy(pen, strokes(pieces));
      case PIECES -> pieces(pen, pieces);
      case WIDE -> wide(pen, pieces);
      case MLINE -> mlines(pen, pieces);
      case SOLID -> hatches(pen, pieces, true);
      case SOLID_OUTLINED -> {
        hatches(pen, pieces, true);
        lines(pen, strokes(pieces));
      }
      case PATTERN -> {
        hatches(pen, pieces, false);
        outlines(pen, pieces);
      }
      case LAYERED -> {
        lines(pen, strokes(pieces));
        layers(pen);
      }
      case BLOCKS -> blocks(pen, strokes(pieces));
    }
  }

  private List<List<Stroke>> rings(Polygon part) {
    var rings = new ArrayList<List<Stroke>>();
    rings.add(Stroke.of(part.getExteriorRing(), design.rounds()));
    for (int i = 0; i < part.getNumInteriorRing(); i++) {
      rings.add(Stroke.of(part.getInteriorRingN(i), design.rounds()));
    }
    return rings;
  }

  private List<Stroke> strokes(Geometry pieces) {
    var strokes = new ArrayList<Stroke>();
    for (var part : Shapes.parts(pieces)) {
      rings(part).forEach(strokes::addAll);
    }
    Collections.shuffle(strokes, random);
    return strokes;
  }

  private void outlines(Pen pen, Geometry pieces) {
    for (var part : Shapes.parts(pieces)) {
      rings(part).forEach(ring -> pen.ring(layer, ring));
    }
  }

  private void lines(Pen pen, List<Stroke> strokes) {
    strokes.forEach(stroke -> stroke(pen, stroke));
  }

  private void stroke(Pen pen, Stroke stroke) {
    switch (stroke) {
      case Stroke.Straight s -> straight(pen, off(s.from()), off(s.to()));
      case Stroke.Curve c -> curve(pen, c);
    }
  }

  private void straight(Pen pen, Coordinate a, Coordinate b) {
    if (random.nextBoolean()) {
      pen.line(layer, a, b);
    } else {
      pen.line(layer, b, a);
    }
  }

  private void curve(Pen pen, Stroke.Curve c) {
    boolean full = Math.abs(c.sweepRad()) > 6.28;
    switch (full ? Manner.Curves.ARC : manner.curves()) {
      case ARC -> pen.curve(layer, c);
      case BULGE ->
          pen.polyline(layer, List.of(c.from(), c.to()), List.of(c.bulge(), 0.0), false, 0);
      case SPLINE -> pen.spline(layer, c);
      case CHORDS -> {
        var chain =
            new Round(c.round().center(), c.round().radius()).chain(c.startRad(), c.sweepRad());
        pen.polyline(layer, chain, Collections.nCopies(chain.size(), 0.0), false, 0);
      }
    }
  }

  private Coordinate off(Coordinate p) {
    double j = manner.jitterM();
    return j == 0
        ? p
        : new Coordinate(
            p.x + (random.nextDouble() * 2 - 1) * j, p.y + (random.nextDouble() * 2 - 1) * j);
  }

  /** Whether it runs across a wall at an opening. */
  private boolean isCap(Stroke stroke) {
    if (!(stroke instanceof Stroke.Straight s)) {
      return false;
    }
    double thickest = design.axes().stream().mapToDouble(Axis::thickness).max().orElse(0);
    if (s.length() > thickest + 0.02) {
      return false;
    }
    var middle = s.at(s.length() / 2);
    return design.gates().stream()
        .anyMatch(
            g ->
                g.rectangle(g.width() + 0.01, g.thickness() + 0.02)
                        .intersects(Shapes.FACTORY.createPoint(middle))
                    && !g.rectangle(g.width() - 0.05, g.thickness() + 0.1)
                        .intersects(Shapes.FACTORY.createPoint(middle)));
  }

  private void messy(Pen pen, List<Stroke> strokes) {
    for (var stroke : strokes) {
      if (!(stroke instanceof Stroke.Straight s)) {
        stroke(pen, stroke);
        continue;
      }
      var from = s.from();
      var to = s.to();
      if (s.length() > SHORT_M) {
        double slack = 0.008;
        from = random.nextInt(4) == 0 ? s.at((random.nextDouble() * 2 - 1) * slack) : from;
        to = random.nextInt(4) == 0 ? s.at(s.length() + (random.nextDouble() * 2 - 1) * slack) : to;
      }
      var drawn = new Stroke.Straight(off(from), off(to));
      if (drawn.length() > 1 && random.nextInt(3) == 0) {
        double cut = drawn.length() * (0.2 + 0.6 * random.nextDouble());
        double lap = random.nextBoolean() ? random.nextDouble() * 0.4 * drawn.length() : -0.002;
        straight(pen, drawn.from(), drawn.at(Math.min(drawn.length(), cut + Math.max(lap, 0))));
        straight(pen, drawn.at(cut + (lap < 0 ? 0.002 : 0)), drawn.to());
      } else {
        straight(pen, drawn.from(), drawn.to());
      }
      if (random.nextInt(6) == 0) {
        straight(pen, drawn.from(), drawn.to());
      }
    }
  }

  /** A closed outline for each stretch of wall, one in the other where they meet. */
  private void pieces(Pen pen, Geometry pieces) {
    var left = pieces;
    for (var run : runs()) {
      var band = Shapes.common(band(run, PIECE_OVERLAP_M), pieces);
      left = Shapes.minus(left, band);
      outlines(pen, band);
    }
    for (var part : Shapes.parts(left)) {
      if (part.getArea() > 0.002) {
        rings(part).forEach(ring -> pen.ring(layer, ring));
      }
    }
  }

  /** Straight axes on one line, joined; curved ones as they are. */
  private record Run(List<Coordinate> points, double thickness) {}

  private List<Run> runs() {
    var left = new ArrayList<>(design.axes());
    var runs = new ArrayList<Run>();
    while (!left.isEmpty()) {
      var first = left.removeFirst();
      var points = new ArrayList<>(List.of(first.from(), first.to()));
      boolean curved = first.length() < 0.2;
      boolean grown = true;
      while (grown) {
        grown = false;
        for (var axis : left) {
          if (Math.abs(axis.thickness() - first.thickness()) < 1e-9
              && axis.length() < 0.2 == curved
              && joined(points, axis, curved ? 0.2 : 1e-3)) {
            left.remove(axis);
            grown = true;
            break;
          }
        }
      }
      runs.add(new Run(points, first.thickness()));
    }
    return runs;
  }

  private static boolean joined(List<Coordinate> points, Axis axis, double maxSine) {
    for (var ends : List.of(List.of(axis.from(), axis.to()), List.of(axis.to(), axis.from()))) {
      var near = ends.getFirst();
      var far = ends.getLast();
      if (near.equals2D(points.getLast())
          && sine(points.get(points.size() - 2), near, far) < maxSine) {
        points.add(far);
        return true;
      }
      if (near.equals2D(points.getFirst()) && sine(points.get(1), near, far) < maxSine) {
        points.addFirst(far);
        return true;
      }
    }
    return false;
  }

  /** Of the turn at b; 1 where it turns back. */
  private static double sine(Coordinate a, Coordinate b, Coordinate c) {
    double ux = b.x - a.x;
    double uy = b.y - a.y;
    double vx = c.x - b.x;
    double vy = c.y - b.y;
    double norm = Math.hypot(ux, uy) * Math.hypot(vx, vy);
    return ux * vx + uy * vy <= 0 ? 1 : Math.abs(ux * vy - uy * vx) / norm;
  }

  private static Geometry band(Run run, double beyond) {
    var line = Shapes.FACTORY.createLineString(drawnOut(run.points(), beyond));
    return BufferOp.bufferOp(
        line,
        run.thickness() / 2 + 1e-6,
        new BufferParameters(4, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 5));
  }

  private static Coordinate[] drawnOut(List<Coordinate> points, double by) {
    var out = points.toArray(new Coordinate[0]);
    int n = out.length;
    var first = new Axis(out[1], out[0], 0);
    var last = new Axis(out[n - 2], out[n - 1], 0);
    out[0] = first.at(first.length() + by);
    out[n - 1] = last.at(last.length() + by);
    return out;
  }

  /** The middle lines between the openings. */
  private List<Run> interrupted(Geometry pieces) {
    var found = new ArrayList<Run>();
    var holes =
        Shapes.union(
            design.gates().stream()
                .filter(g -> isCut(g, pieces))
                .map(g -> g.rectangle(g.width(), g.thickness()))
                .toList());
    var about = BufferOp.bufferOp(pieces, 0.01);
    if (!holes.isEmpty()) {
      about = Shapes.union(List.of(about, holes));
    }
    for (var run : runs()) {
      boolean ring = run.points().getFirst().equals2D(run.points().getLast());
      var line = Shapes.FACTORY.createLineString(run.points().toArray(new Coordinate[0]));
      var cut = holes.isEmpty() ? line : line.difference(holes);
      // Where the house ends before its outline does, no wall is drawn.
      var parts =
          about.covers(cut) ? cut : OverlayNGRobust.overlay(cut, about, OverlayNG.INTERSECTION);
      for (int i = 0; i < parts.getNumGeometries(); i++) {
        found.add(new Run(List.of(parts.getGeometryN(i).getCoordinates()), run.thickness()));
      }
      assert ring || !found.isEmpty();
    }
    return found;
  }

  private static boolean isCut(Gate gate, Geometry pieces) {
    return !pieces.contains(Shapes.FACTORY.createPoint(gate.at()));
  }

  private void wide(Pen pen, Geometry pieces) {
    for (var run : interrupted(pieces)) {
      pen.polyline(
          layer,
          run.points(),
          Collections.nCopies(run.points().size(), 0.0),
          false,
          run.thickness());
    }
    extras(pen, pieces);
  }

  private void mlines(Pen pen, Geometry pieces) {
    for (var run : interrupted(pieces)) {
      for (int i = 1; i < run.points().size(); i++) {
        pen.mline(layer, run.points().get(i - 1), run.points().get(i), run.thickness());
      }
    }
    extras(pen, pieces);
  }

  /** What is wall but along no middle line: columns, stubs. */
  private void extras(Pen pen, Geometry pieces) {
    var bands = Shapes.union(runs().stream().map(run -> band(run, run.thickness())).toList());
    for (var part : Shapes.parts(Shapes.minus(pieces, bands))) {
      if (part.getArea() > 0.01) {
        rings(part).forEach(ring -> pen.ring(layer, ring));
      }
    }
  }

  private void hatches(Pen pen, Geometry pieces, boolean solid) {
    for (var part : Shapes.parts(pieces)) {
      pen.hatch(layer, rings(part), solid);
    }
  }

  /** One or two lines inside the outer walls, along their faces. */
  private void layers(Pen pen) {
    double thickest = design.axes().stream().mapToDouble(Axis::thickness).max().orElse(0);
    var shell = design.walls();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      double depth = thickest * (i == 0 ? 0.35 : 0.62);
      for (var part : Shapes.parts(shell)) {
        var solid =
            Shapes.polygon(
                List.of(part.getExteriorRing().getCoordinates())
                    .subList(1, part.getExteriorRing().getNumPoints()));
        var inner =
            BufferOp.bufferOp(
                solid,
                -depth,
                new BufferParameters(8, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 5));
        if (solid.getArea() < 4 || inner.isEmpty()) {
          continue;
        }
        var holes =
            Shapes.union(
                design.gates().stream().map(g -> g.rectangle(g.width(), g.thickness())).toList());
        var lines = inner.getBoundary().difference(holes);
        for (int k = 0; k < lines.getNumGeometries(); k++) {
          var c = lines.getGeometryN(k).getCoordinates();
          for (int j = 1; j < c.length; j++) {
            pen.line(layer, c[j - 1], c[j]);
          }
        }
      }
    }
  }

  private void blocks(Pen pen, List<Stroke> strokes) {
    var box = design.walls().getEnvelopeInternal();
    double middle = box.centre().x;
    var west = strokes.stream().filter(s -> (s.from().x + s.to().x) / 2 < middle).toList();
    var east = strokes.stream().filter(s -> (s.from().x + s.to().x) / 2 >= middle).toList();
    var outer = new Pen.Frame(-3, 2, 0.3, random.nextBoolean(), 1);
    var inner =
        new Pen.Frame(
            -box.getMinX(),
            5,
            random.nextDouble() * 6,
            random.nextBoolean(),
            random.nextBoolean() ? 0.5 : 25.4);
    pen.block(
        "PLAN",
        "0",
        outer,
        plan -> {
          plan.block("WEST", layer, inner, part -> lines(part, west));
          lines(plan, east);
        });
  }
}
