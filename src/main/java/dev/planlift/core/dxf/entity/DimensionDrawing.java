package dev.planlift.core.dxf.entity;

import static dev.planlift.core.dxf.definition.DimensionVariable.DIMEXE;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMEXO;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMSE1;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMSE2;

import dev.planlift.core.dxf.definition.DimensionVariable;
import dev.planlift.core.geom.Angle;
import dev.planlift.core.geom.Vec2;
import java.util.Optional;

/**
 * Draws a dimension from its definition points where its picture is missing: plain and readable,
 * without the finer rules by which CAD programs fit texts and arrows. DXF Reference, DIMENSION.
 *
 * @param text what is written
 * @param textAt the middle of the text where the dimension says it
 * @param textTurnRad the text's own direction where it has one
 */
record DimensionDrawing(
    DimensionSheet sheet, String text, Optional<Vec2> textAt, Optional<Double> textTurnRad) {
  /** Arrows stand outside where there is room for fewer than so many. */
  private static final double ROOM = 3;

  private static final double TINY = 1e-9;

  /**
   * A length along a line.
   *
   * @param onLine a point of the dimension line
   * @param along its direction, length one
   * @param extension direction of the extension lines, length one
   */
  void linear(Vec2 first, Vec2 second, Vec2 onLine, Vec2 along, Vec2 extension) {
    var a = foot(first, onLine, along, extension);
    var b = foot(second, onLine, along, extension);
    extensionLine(first, a, DIMSE1);
    extensionLine(second, b, DIMSE2);
    ends(a, b);
    var middle = a.plus(b).times(0.5);
    write(middle.plus(upwards(along).times(sheet.textOffset())), along.angleRad());
  }

  /** Where the line through a point in the extension's direction meets the dimension line. */
  private static Vec2 foot(Vec2 p, Vec2 onLine, Vec2 along, Vec2 extension) {
    double across = extension.cross(along);
    return Math.abs(across) < TINY
        ? p
        : p.plus(extension.times(onLine.minus(p).cross(along) / across));
  }

  private void extensionLine(Vec2 from, Vec2 to, DimensionVariable leftOut) {
    var way = to.minus(from).normalized();
    if (!sheet.isOn(leftOut) && !way.equals(Vec2.ZERO)) {
      double gap = Math.min(sheet.size(DIMEXO), to.distance(from));
      sheet.extensionLine(from.plus(way.times(gap)), to.plus(way.times(sheet.size(DIMEXE))));
    }
  }

  /** A straight dimension line with its arrows, inside where there is room for them. */
  private void ends(Vec2 a, Vec2 b) {
    var way = b.minus(a).normalized();
    if (way.equals(Vec2.ZERO)) {
      return;
    }
    double size = sheet.arrowSize();
    boolean inside = a.distance(b) >= ROOM * size;
    var out = way.times(inside ? 0 : 2 * size);
    sheet.line(a.minus(out), b.plus(out));
    sheet.arrow(a, inside ? way : way.times(-1));
    sheet.arrow(b, inside ? way.times(-1) : way);
  }

  void diameter(Vec2 one, Vec2 other) {
    ends(one, other);
    var along = other.minus(one);
    var middle = one.plus(along.times(0.5));
    write(middle.plus(upwards(along.normalized()).times(sheet.textOffset())), along.angleRad());
  }

  void radius(Vec2 center, Vec2 onCircle) {
    var along = onCircle.minus(center);
    sheet.line(center, onCircle);
    if (!along.equals(Vec2.ZERO)) {
      sheet.arrow(onCircle, along.normalized().times(-1));
    }
    var middle = center.plus(along.times(0.5));
    write(middle.plus(upwards(along.normalized()).times(sheet.textOffset())), along.angleRad());
  }

  /** A radius whose centre is too far away: its line has a jog. */
  void jogged(Vec2 onCircle, Vec2 seemingCenter, Vec2 jog) {
    sheet.line(seemingCenter, jog);
    sheet.line(jog, onCircle);
    var along = onCircle.minus(jog);
    if (!along.equals(Vec2.ZERO)) {
      sheet.arrow(onCircle, along.normalized().times(-1));
    }
    write(jog.plus(upwards(along.normalized()).times(sheet.textOffset())), along.angleRad());
  }

  /** The distance from an axis, written at the end of a line from the point that it is of. */
  void ordinate(Vec2 feature, Vec2 end, boolean alongX) {
    // The line leaves the feature at right angles to the axis and arrives so, too.
    var half = end.minus(feature).times(0.5);
    var from = alongX ? new Vec2(0, half.y()) : new Vec2(half.x(), 0);
    var knee = feature.plus(from);
    var turn = alongX ? new Vec2(end.x(), knee.y()) : new Vec2(knee.x(), end.y());
    sheet.extensionLine(feature, knee);
    sheet.extensionLine(knee, turn);
    sheet.extensionLine(turn, end);
    var out = end.minus(turn).normalized();
    double half1 = TextExtent.ofLine(text) * sheet.textOffset();
    write(end.plus(out.times(half1)), alongX ? Math.PI / 2 : 0);
  }

  /**
   * An angle, or the length of an arc.
   *
   * @param first from where the first extension line comes
   * @param sweepRad from the direction {@code startRad} to that of the second
   */
  void arc(Vec2 center, double radius, double startRad, double sweepRad, Vec2 first, Vec2 second) {
    var a = center.plus(Vec2.ofAngle(startRad).times(radius));
    var b = center.plus(Vec2.ofAngle(startRad + sweepRad).times(radius));
    if (first.distance(center) < radius) {
      extensionLine(first, a, DIMSE1);
    }
    if (second.distance(center) < radius) {
      extensionLine(second, b, DIMSE2);
    }
    sheet.arc(center, radius, startRad, sweepRad);
    boolean inside = radius * sweepRad >= ROOM * sheet.arrowSize();
    var tangentA = Vec2.ofAngle(startRad).perpendicular();
    var tangentB = Vec2.ofAngle(startRad + sweepRad).perpendicular().times(-1);
    sheet.arrow(a, inside ? tangentA : tangentA.times(-1));
    sheet.arrow(b, inside ? tangentB : tangentB.times(-1));
    var out = Vec2.ofAngle(startRad + sweepRad / 2);
    write(
        center.plus(out.times(radius + sheet.textOffset())),
        Angle.signed(out.angleRad() - Math.PI / 2));
  }

  private void write(Vec2 otherwise, double alongRad) {
    sheet.text(text, textAt.orElse(otherwise), textTurnRad.orElse(alongRad));
  }

  /** Across a line, to the side that is above a text along it. */
  private static Vec2 upwards(Vec2 along) {
    var up = along.perpendicular();
    return up.y() < -TINY || (Math.abs(up.y()) <= TINY && up.x() > 0) ? up.times(-1) : up;
  }
}
