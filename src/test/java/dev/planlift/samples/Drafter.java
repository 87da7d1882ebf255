package dev.planlift.samples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Draws a plan on a sheet in one of the manners drafters have. */
final class Drafter {
  /** Names of the layers things go to. */
  record Layers(String wall, String door, String window, String furniture, String name) {}

  private final DxfSketch sheet;
  private final Layers layers;

  Drafter(DxfSketch sheet, Layers layers) {
    this.sheet = sheet;
    this.layers = layers;
  }

  /** Each wall piece one closed polyline; holes are polylines of their own. */
  void outlineWalls(FloorPlan plan) {
    for (var piece : plan.wallPieces()) {
      for (var ring : rings(piece)) {
        var xy = new double[2 * (ring.length - 1)];
        for (int i = 0; i < ring.length - 1; i++) {
          xy[2 * i] = ring[i].x;
          xy[2 * i + 1] = ring[i].y;
        }
        sheet.polyline(layers.wall(), xy);
      }
    }
  }

  /**
   * The faces of the walls as single lines in no order; about one in ten stops a little short of
   * its corner, as happens by hand.
   */
  void looseWalls(FloorPlan plan, long seed) {
    var random = new Random(seed);
    var faces = new ArrayList<double[]>();
    for (var piece : plan.wallPieces()) {
      for (var ring : rings(piece)) {
        for (int i = 0; i + 1 < ring.length; i++) {
          faces.add(new double[] {ring[i].x, ring[i].y, ring[i + 1].x, ring[i + 1].y});
        }
      }
    }
    Collections.shuffle(faces, random);
    for (var f : faces) {
      double length = Math.hypot(f[2] - f[0], f[3] - f[1]);
      double short1 = random.nextInt(10) == 0 && length > 0.5 ? random.nextDouble() * 0.008 : 0;
      double x2 = f[2] - (f[2] - f[0]) / length * short1;
      double y2 = f[3] - (f[3] - f[1]) / length * short1;
      sheet.line(layers.wall(), f[0], f[1], x2, y2);
    }
  }

  private static List<Coordinate[]> rings(Polygon piece) {
    var rings = new ArrayList<Coordinate[]>();
    rings.add(piece.getExteriorRing().getCoordinates());
    for (int i = 0; i < piece.getNumInteriorRing(); i++) {
      rings.add(piece.getInteriorRingN(i).getCoordinates());
    }
    return rings;
  }

  /** Doors and windows as blocks, one definition a size, hung at the face they open to. */
  void openingBlocks(FloorPlan plan) {
    for (var o : plan.openings()) {
      double angleDeg = Math.toDegrees(o.angleRad());
      int centimetres = (int) Math.round(o.width() * 100);
      if (o.kind() == FloorPlan.Kind.WINDOW) {
        var name = "WINDOW_" + centimetres + "_" + Math.round(o.thickness() * 100);
        sheet.block(name, block -> window(block, "0", o.width(), o.thickness()));
        sheet.insert(layers.window(), name, o.x(), o.y(), angleDeg, 1, 1);
      } else {
        var name = (o.leaves() == 2 ? "DOUBLE_DOOR_" : "DOOR_") + centimetres;
        sheet.block(
            name,
            block -> {
              double leaf = o.width() / o.leaves();
              leaf(block, "0", 0, leaf, 1);
              if (o.leaves() == 2) {
                leaf(block, "0", o.width(), leaf, -1);
              }
            });
        boolean start = o.hingeAtStart() || o.leaves() == 2;
        double along = start ? -o.width() / 2 : o.width() / 2;
        double across = (o.swingsLeft() ? 1 : -1) * o.thickness() / 2;
        double x = o.x() + (o.vertical() ? -across : along);
        double y = o.y() + (o.vertical() ? along : across);
        sheet.insert(layers.door(), name, x, y, angleDeg, start ? 1 : -1, o.swingsLeft() ? 1 : -1);
      }
    }
  }

  private static void window(DxfSketch block, String layer, double width, double thickness) {
    block.rectangle(layer, -width / 2, -thickness / 2, width / 2, thickness / 2);
    block.line(layer, -width / 2, -0.02, width / 2, -0.02);
    block.line(layer, -width / 2, 0.02, width / 2, 0.02);
  }

  /** A leaf of four centimetres, standing open at right angles, and the quarter it sweeps. */
  private static void leaf(DxfSketch block, String layer, double hinge, double width, int side) {
    double far = hinge + side * 0.04;
    block.polyline(layer, hinge, 0, far, 0, far, width, hinge, width);
    block.arc(layer, hinge, 0, width, side > 0 ? 0 : 90, side > 0 ? 90 : 180);
  }

  /** Doors as one line and one arc a leaf, windows as three lines: no blocks. */
  void rawOpenings(FloorPlan plan) {
    for (var o : plan.openings()) {
      if (o.kind() == FloorPlan.Kind.WINDOW) {
        for (double across : new double[] {-o.thickness() / 2, 0, o.thickness() / 2}) {
          rawLine(o, layers.window(), -o.width() / 2, across, o.width() / 2, across);
        }
      } else {
        double leaf = o.width() / o.leaves();
        if (o.leaves() == 2 || o.hingeAtStart()) {
          rawLeaf(o, -o.width() / 2, leaf, 1);
        }
        if (o.leaves() == 2 || !o.hingeAtStart()) {
          rawLeaf(o, o.width() / 2, leaf, -1);
        }
      }
    }
  }

  private void rawLeaf(FloorPlan.Opening o, double hinge, double width, int side) {
    int swing = o.swingsLeft() ? 1 : -1;
    double face = swing * o.thickness() / 2;
    rawLine(o, layers.door(), hinge, face, hinge, face + swing * width);
    double closed = side > 0 ? 0 : 180;
    double open = swing * 90;
    boolean forward = side * swing > 0;
    double turn = Math.toDegrees(o.angleRad());
    var at = inPlan(o, hinge, face);
    sheet.arc(
        layers.door(),
        at[0],
        at[1],
        width,
        turn + (forward ? closed : open),
        turn + (forward ? open : closed));
  }

  private void rawLine(
      FloorPlan.Opening o, String layer, double u1, double v1, double u2, double v2) {
    var from = inPlan(o, u1, v1);
    var to = inPlan(o, u2, v2);
    sheet.line(layer, from[0], from[1], to[0], to[1]);
  }

  /** From along and across an opening's wall to the plan. */
  private static double[] inPlan(FloorPlan.Opening o, double along, double across) {
    return o.vertical()
        ? new double[] {o.x() - across, o.y() + along}
        : new double[] {o.x() + along, o.y() + across};
  }

  /** Each room's name and, below it, its area: one figure, the decimal sign as given. */
  void names(FloorPlan plan, double heightM, String unit, char decimalSign) {
    for (var room : plan.rooms()) {
      double x = room.labelX();
      double y = room.labelY();
      sheet.text(layers.name(), heightM, x, y + heightM * 0.8, 0, room.label());
      var area = String.format(Locale.ROOT, "%.1f", room.polygon().getArea());
      var text = area.replace('.', decimalSign) + " " + unit;
      sheet.text(layers.name(), heightM * 0.7, x, y - heightM * 0.7, 0, text);
    }
  }

  void furniture(FloorPlan plan) {
    for (var symbol : plan.symbols()) {
      sheet.insert(
          layers.furniture(), symbol.block(), symbol.x(), symbol.y(), symbol.rotationDeg(), 1, 1);
    }
  }
}
