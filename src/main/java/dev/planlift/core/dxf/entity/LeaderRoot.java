package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * A LEADER of a multileader while it is read: lines that meet in one point, from where a short
 * landing (“dogleg”) leads to the content. World coordinates.
 */
final class LeaderRoot {
  /** One of the lines. */
  static final class Branch {
    final Points points = new Points();
    final List<Gap> gaps = new ArrayList<>(0);
    int index;
    int colour;
    private int piece;

    void take(int code, TagReader tag) {
      switch (code) {
        case 10, 20, 30 -> points.coordinate(code / 10 - 1, tag.number());
        case 90 -> piece = tag.integer();
        case 91 -> index = tag.integer();
        case 92 -> colour = tag.integer();
        default -> takeGap(gaps, piece, code, 11, tag);
      }
    }
  }

  /** A break in a line: where it begins and ends, and which piece of the line it is in. */
  static final class Gap {
    final int piece;
    final Point3 from = new Point3();
    final Point3 to = new Point3();

    Gap(int piece) {
      this.piece = piece;
    }
  }

  final List<Branch> branches = new ArrayList<>(1);
  final List<Gap> landingGaps = new ArrayList<>(0);
  final Point3 end = new Point3();
  private final Point3 landing = new Point3();
  private boolean hasLanding;
  private double landingLength;
  private boolean vertical;

  void take(int code, TagReader tag) {
    switch (code) {
      case 10, 20, 30 -> end.take(code, tag.number());
      case 11, 21, 31 -> landing.take(code, tag.number());
      case 40 -> landingLength = tag.number();
      case 271 -> vertical = tag.integer() != 0;
      case 291 -> hasLanding = tag.integer() != 0;
      default -> takeGap(landingGaps, 0, code, 12, tag);
    }
  }

  /** A gap's start stands in groups first, first + 10 and first + 20, its end one code on. */
  private static void takeGap(List<Gap> gaps, int piece, int code, int first, TagReader tag) {
    int axis = (code - first) / 10;
    int which = (code - first) % 10;
    if (code < first || axis > 2 || which > 1 || gaps.size() > Points.MAX) {
      return;
    }
    if (axis == 0 && which == 0) {
      gaps.add(new Gap(piece));
    }
    if (!gaps.isEmpty()) {
      var point = which == 0 ? gaps.getLast().from : gaps.getLast().to;
      switch (axis) {
        case 0 -> point.x = tag.number();
        case 1 -> point.y = tag.number();
        default -> point.z = tag.number();
      }
    }
  }

  /** From the point where the lines meet to the content; zero where it stands above or below. */
  Vec3 landing() {
    if (vertical) {
      return Vec3.ZERO;
    }
    var direction = hasLanding ? landing.toVec3().normalized() : Vec3.ZERO;
    return (direction.equals(Vec3.ZERO) ? Vec3.X : direction).times(landingLength);
  }

  boolean isVertical() {
    return vertical;
  }
}
