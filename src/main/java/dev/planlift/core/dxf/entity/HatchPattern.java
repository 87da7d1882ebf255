package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.PatternLine;
import dev.planlift.core.dxf.Ocs;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * The pattern of a hatch as defined in the hatch itself: lines scaled and turned as they are drawn.
 * DXF Reference, “Pattern Data”.
 */
final class HatchPattern {
  /** The largest patterns in use have some hundred lines. */
  private static final int MAX_LINES = 1024;

  private static final int MAX_DASHES = 64;

  private static final class Family {
    double angleDegrees;
    double baseX;
    double baseY;
    double offsetX;
    double offsetY;
    final List<Double> dashes = new ArrayList<>(0);
  }

  private final List<Family> families = new ArrayList<>(1);

  void take(int code, TagReader tag) {
    if (code == 53 && families.size() < MAX_LINES) {
      families.add(new Family());
    }
    if (families.isEmpty()) {
      return;
    }
    var family = families.getLast();
    switch (code) {
      case 53 -> family.angleDegrees = tag.number();
      case 43 -> family.baseX = tag.number();
      case 44 -> family.baseY = tag.number();
      case 45 -> family.offsetX = tag.number();
      case 46 -> family.offsetY = tag.number();
      case 49 -> {
        if (family.dashes.size() < MAX_DASHES) {
          family.dashes.add(tag.number());
        }
      }
      default -> {}
    }
  }

  /** The lines in world coordinates; those that would lie on each other are left out. */
  List<PatternLine> lines(double elevation, Ocs ocs) {
    var lines = new ArrayList<PatternLine>();
    for (var family : families) {
      double angleRad = Math.toRadians(family.angleDegrees);
      var direction = new Vec3(Math.cos(angleRad), Math.sin(angleRad), 0);
      var offset = new Vec3(family.offsetX, family.offsetY, 0);
      if (direction.cross(offset).z() != 0) {
        lines.add(
            new PatternLine(
                ocs.toWorld(family.baseX, family.baseY, elevation),
                ocs.toWorld(direction),
                ocs.toWorld(offset),
                family.dashes));
      }
    }
    return lines;
  }
}
