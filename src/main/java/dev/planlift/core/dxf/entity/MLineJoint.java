package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * A vertex of a multiline: the direction of the piece that begins there, the direction of its mitre
 * and, for each line, how far along the mitre it passes and where on the piece it begins, is cut,
 * begins again …; the same for what is filled. DXF Reference, MLINE groups 11 to 42.
 */
final class MLineJoint {
  private static final int MAX_LINES = 16;
  private static final int MAX_CUTS = 256;

  private final Point3 at = new Point3();
  private final Point3 direction = new Point3();
  private final Point3 mitre = new Point3();
  private final List<Doubles> lines = new ArrayList<>(2);
  private final List<Doubles> fills = new ArrayList<>(2);

  void take(int code, TagReader tag) {
    switch (code) {
      case 11, 21, 31 -> at.take(code, tag.number());
      case 12, 22, 32 -> direction.take(code, tag.number());
      case 13, 23, 33 -> mitre.take(code, tag.number());
      case 74 -> begin(lines);
      case 41 -> add(lines, tag.number());
      case 75 -> begin(fills);
      case 42 -> add(fills, tag.number());
      default -> {}
    }
  }

  private static void begin(List<Doubles> lists) {
    if (lists.size() < MAX_LINES) {
      lists.add(new Doubles());
    }
  }

  private static void add(List<Doubles> lists, double value) {
    if (!lists.isEmpty() && lists.getLast().size() < MAX_CUTS) {
      lists.getLast().add(value);
    }
  }

  Vec3 at() {
    return at.toVec3();
  }

  Vec3 direction() {
    return direction.toVec3().normalized();
  }

  Vec3 mitre() {
    return mitre.toVec3();
  }

  /** For how many lines it says where they pass. */
  int lines() {
    return lines.size();
  }

  /** Where a line passes its mitre. */
  Vec3 point(int line) {
    return at().plus(mitre().times(lines.get(line).getOr(0, 0)));
  }

  /** How far along the mitre a line passes. */
  double offset(int line) {
    return lines.get(line).getOr(0, 0);
  }

  /** Sets how far along the mitre the next line passes, for a multiline that does not say so. */
  void pass(double offset) {
    begin(lines);
    add(lines, offset);
  }

  /** Where the line begins, is cut, begins again … on its way to the next vertex. */
  double[] cuts(int line) {
    return tail(lines.get(line));
  }

  /** The same for the edge of what is filled. */
  double[] fillCuts(int line) {
    return line < fills.size() ? tail(fills.get(line)) : new double[0];
  }

  /** Whether a line begins at the joint and is not cut on its way to the next one. */
  boolean isUncut(int line) {
    var cuts = cuts(line);
    return cuts.length == 0 || (cuts.length == 1 && cuts[0] == 0);
  }

  private static double[] tail(Doubles values) {
    var tail = new double[Math.max(0, values.size() - 1)];
    for (int i = 0; i < tail.length; i++) {
      tail[i] = values.get(i + 1);
    }
    return tail;
  }
}
