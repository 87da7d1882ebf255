package dev.planlift.core.geom;

import java.util.List;

/**
 * A plane region: one outer ring and its holes. Rings are open lists of at least three points (the
 * first is not repeated), the shell counter-clockwise, holes clockwise.
 */
public record Polygon2(List<Vec2> shell, List<List<Vec2>> holes) {
  public Polygon2 {
    shell = List.copyOf(shell);
    holes = holes.stream().map(List::copyOf).toList();
    if (shell.size() < 3) {
      throw new IllegalArgumentException("A ring needs three points, this has " + shell.size());
    }
  }

  public Polygon2(List<Vec2> shell) {
    this(shell, List.of());
  }

  /** The signed area: positive where the ring runs counter-clockwise. */
  public static double signedArea(List<Vec2> ring) {
    double twice = 0;
    var previous = ring.getLast();
    for (var p : ring) {
      twice += previous.cross(p);
      previous = p;
    }
    return twice / 2;
  }

  public double area() {
    double area = Math.abs(signedArea(shell));
    for (var hole : holes) {
      area -= Math.abs(signedArea(hole));
    }
    return area;
  }
}
