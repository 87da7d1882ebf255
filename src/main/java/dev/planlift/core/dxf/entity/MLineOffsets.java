package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.definition.MultilineStyle;
import dev.planlift.core.geom.Vec3;
import java.util.List;

/** Where the lines of a style pass the mitres of a multiline that does not say so itself. */
final class MLineOffsets {
  private static final int TOP = 0;
  private static final int BOTTOM = 2;

  private final List<MLineJoint> joints;
  private final boolean closed;
  private final Vec3 up;

  /**
   * @param up the direction the multiline is seen from
   */
  MLineOffsets(List<MLineJoint> joints, boolean closed, Vec3 up) {
    this.joints = joints;
    this.closed = closed;
    this.up = up;
  }

  /** Offsets are to the left; the uppermost (TOP) or lowest (BOTTOM) line runs on the vertices. */
  void set(MultilineStyle style, double scale, int justification) {
    double highest = Double.NEGATIVE_INFINITY;
    double lowest = Double.POSITIVE_INFINITY;
    for (var element : style.elements()) {
      highest = Math.max(highest, element.offset());
      lowest = Math.min(lowest, element.offset());
    }
    double base = justification == TOP ? highest : justification == BOTTOM ? lowest : 0;
    for (int i = 0; i < joints.size(); i++) {
      double stretch = stretch(i);
      for (var element : style.elements()) {
        joints.get(i).pass((element.offset() - base) * scale * stretch);
      }
    }
  }

  /** How much longer the way along the mitre is than the offset it makes. */
  private double stretch(int i) {
    boolean last = i == joints.size() - 1 && !closed;
    var left = up.cross(joints.get(last ? i - 1 : i).direction());
    double share = joints.get(i).mitre().dot(left);
    return Math.abs(share) < 1e-6 ? 1 : 1 / share;
  }
}
