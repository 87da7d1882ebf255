package dev.planlift.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/** Draws doors and windows in each manner. */
final class OpeningPen {
  private final Manner manner;
  private final Random random;
  private final Pen pen;
  private int blocks;

  OpeningPen(Pen pen, Manner manner, Random random) {
    this.pen = pen;
    this.manner = manner;
    this.random = random;
  }

  /** Whether windows leave the wall's lines as they are. */
  static boolean through(Manner manner) {
    return manner.windows() == Manner.Windows.THROUGH
        && switch (manner.walls()) {
          case OUTLINE, LINES, NO_CAPS, MESSY, PIECES, MLINE, LAYERED, BLOCKS -> true;
          case WIDE, SOLID, SOLID_OUTLINED, PATTERN -> false;
        };
  }

  void draw(List<Gate> gates) {
    for (var gate : gates) {
      switch (gate.use()) {
        case WINDOW -> window(gate, kind(manner.windows()));
        case DOOR -> door(gate, kind(manner.doors()));
        case GARAGE -> garage(gate);
        case BARE -> {}
      }
    }
  }

  private Manner.Windows kind(Manner.Windows given) {
    var some =
        List.of(
            Manner.Windows.BLOCK,
            Manner.Windows.THREE,
            Manner.Windows.FOUR,
            Manner.Windows.TWO,
            Manner.Windows.SILL);
    return given == Manner.Windows.MIXED ? some.get(random.nextInt(some.size())) : given;
  }

  private Manner.Doors kind(Manner.Doors given) {
    var all = Manner.Doors.values();
    return given == Manner.Doors.MIXED ? all[random.nextInt(all.length - 1)] : given;
  }

  private void window(Gate g, Manner.Windows kind) {
    var layer = manner.names().window();
    double t = g.thickness() / 2;
    double glass = Math.min(0.03, t / 3);
    switch (kind) {
      case BLOCK, MIXED ->
          inBlock("WINDOW", layer, g, p -> lines(p, "0", g, true, -t, -glass, glass, t));
      case ANONYMOUS -> inBlock("*U", layer, g, p -> lines(p, "0", g, true, -t, 0, t));
      case THREE -> lines(pen, layer, g, false, -t, 0, t);
      case FOUR -> lines(pen, layer, g, true, -t, -glass, glass, t);
      case TWO -> lines(pen, layer, g, false, -glass, glass);
      case THROUGH -> {
        if (through(manner)) {
          lines(pen, layer, g, true, -glass, glass);
        } else {
          lines(pen, layer, g, true, -t, -glass, glass, t);
        }
      }
      case SILL -> {
        lines(pen, layer, g, false, -t, 0, t);
        double out = g.swing() * (t + 0.05);
        double half = g.width() / 2 + 0.05;
        pen.line(layer, g.in(-half, out), g.in(half, out));
        pen.line(layer, g.in(-half, out), g.in(-half, g.swing() * t));
        pen.line(layer, g.in(half, out), g.in(half, g.swing() * t));
      }
    }
  }

  private static void lines(Pen pen, String layer, Gate g, boolean jambs, double... across) {
    double half = g.width() / 2;
    for (double v : across) {
      pen.line(layer, g.in(-half, v), g.in(half, v));
    }
    if (jambs) {
      double t = g.thickness() / 2;
      pen.line(layer, g.in(-half, -t), g.in(-half, t));
      pen.line(layer, g.in(half, -t), g.in(half, t));
    }
  }

  /** Each in a block of its own, its origin at the first end, turned along the wall. */
  private void inBlock(
      String name, String layer, Gate g, java.util.function.Consumer<Pen> content) {
    var at = g.in(-g.width() / 2, 0);
    pen.block(
        name + ++blocks, layer, new Pen.Frame(-at.x, -at.y, -g.angleRad(), false, 1), content);
  }

  private void door(Gate g, Manner.Doors kind) {
    var layer = manner.names().door();
    int leaves = g.width() > 1.15 ? 2 : 1;
    switch (kind) {
      case BLOCK -> inBlock("DOOR", layer, g, p -> leaves(p, "0", g, leaves, kind));
      case ANONYMOUS -> inBlock("*U9", layer, g, p -> leaves(p, "0", g, leaves, kind));
      case ARC, BULGE, AJAR, PLATE, MIXED -> leaves(pen, layer, g, leaves, kind);
      case SLIDING -> {
        double half = g.width() / 2;
        plate(g, layer, -half, 0.03, 0.05, -0.005);
        plate(g, layer, -0.03, half, 0.005, 0.05 + 0.005);
      }
      case FOLDING -> {
        double quarter = g.width() / 4;
        double out = g.swing() * quarter * 0.8;
        for (int i = 0; i < 4; i++) {
          double a = -g.width() / 2 + i * quarter;
          pen.line(layer, g.in(a, i % 2 == 0 ? 0 : out), g.in(a + quarter, i % 2 == 0 ? out : 0));
        }
      }
    }
  }

  /** A gate of panels, and where it hangs when it is open. */
  private void garage(Gate g) {
    var layer = manner.names().door();
    double half = g.width() / 2;
    plate(g, layer, -half, half, 0.02, 0.08);
    if (random.nextBoolean()) {
      double in = g.thickness() / 2;
      for (double end : new double[] {-half, half}) {
        pen.line(layer, g.in(end, in), g.in(end, in + 2.2));
      }
      pen.line(layer, g.in(-half, in + 2.2), g.in(half, in + 2.2));
    }
  }

  private void plate(Gate g, String layer, double from, double to, double low, double high) {
    var corners = List.of(g.in(from, low), g.in(to, low), g.in(to, high), g.in(from, high));
    pen.polyline(layer, corners, List.of(0.0, 0.0, 0.0, 0.0), true, 0);
  }

  private void leaves(Pen p, String layer, Gate g, int leaves, Manner.Doors kind) {
    if (leaves == 2) {
      leaf(p, layer, g, -1, g.width() / 2, kind);
      leaf(p, layer, g, 1, g.width() / 2, kind);
    } else {
      leaf(p, layer, g, g.hinge(), g.width(), kind);
    }
  }

  /** A leaf that hangs at one end, and what it sweeps. */
  private void leaf(Pen p, String layer, Gate g, int end, double radius, Manner.Doors kind) {
    double face = g.swing() * g.thickness() / 2;
    double u = end * g.width() / 2;
    double open = kind == Manner.Doors.AJAR ? Math.PI / 4 : Math.PI / 2;
    int side = g.swing();
    // direction of the closed leaf along the wall is -end; it opens towards `side`
    double closedRad = end < 0 ? 0 : Math.PI;
    double sweep = (end < 0 ? side : -side) * open;
    var round = new Round(g.in(u, face), radius);
    var arc = new Stroke.Curve(round, closedRad + g.angleRad(), sweep);
    var edge = arc.to();
    if (kind == Manner.Doors.BULGE) {
      p.polyline(layer, List.of(arc.from(), edge), List.of(arc.bulge(), 0.0), false, 0);
    } else {
      p.curve(layer, arc);
    }
    if (kind == Manner.Doors.PLATE || kind == Manner.Doors.BLOCK) {
      var in =
          new Coordinate(
              Math.cos(g.angleRad()) * -end * 0.04, Math.sin(g.angleRad()) * -end * 0.04);
      var hinge = round.center();
      p.polyline(
          layer,
          new ArrayList<>(
              List.of(
                  hinge,
                  edge,
                  new Coordinate(edge.x + in.x, edge.y + in.y),
                  new Coordinate(hinge.x + in.x, hinge.y + in.y))),
          List.of(0.0, 0.0, 0.0, 0.0),
          true,
          0);
    } else {
      p.line(layer, round.center(), edge);
    }
  }
}
