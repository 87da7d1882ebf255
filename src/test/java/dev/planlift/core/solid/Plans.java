package dev.planlift.core.solid;

import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.Evidence;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Opening;
import dev.planlift.core.plan.Room;
import dev.planlift.core.plan.Slab;
import dev.planlift.core.plan.Wall;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Buildings made by hand, placed and turned as a test likes. */
public final class Plans {
  public static final double HEIGHT_M = 2.7;
  private static final Evidence DRAWN =
      new Evidence("WALLS", List.of(new SourceRef.Handle("1F")), 0.9, "drawn for a test");

  private final Vec2 at;
  private final double turnRad;

  /** Plans whose zero is at a point, turned about it. */
  public Plans(Vec2 at, double turnRad) {
    this.at = at;
    this.turnRad = turnRad;
  }

  public Plans() {
    this(Vec2.ZERO, 0);
  }

  public Vec2 point(double x, double y) {
    var along = Vec2.ofAngle(turnRad);
    return at.plus(along.times(x)).plus(along.perpendicular().times(y));
  }

  public Polygon2 rectangle(double x0, double y0, double x1, double y1) {
    return new Polygon2(ring(x0, y0, x1, y0, x1, y1, x0, y1));
  }

  public List<Vec2> ring(double... xy) {
    var ring = new ArrayList<Vec2>();
    for (int i = 0; i < xy.length; i += 2) {
      ring.add(point(xy[i], xy[i + 1]));
    }
    return ring;
  }

  public Wall wall(Polygon2 footprint) {
    var shell = footprint.shell();
    return new Wall(footprint, List.of(shell.get(0), shell.get(1)), 0.2, HEIGHT_M, DRAWN);
  }

  public Opening door(double x, double y, double angleRad, double width, double depth) {
    var leaf =
        new Opening.Leaf(
            1,
            Optional.of(
                point(x + Math.cos(angleRad) * width / 2, y + Math.sin(angleRad) * width / 2)),
            Optional.of(Vec2.ofAngle(turnRad + angleRad).perpendicular()));
    return opening(Opening.Kind.DOOR, x, y, angleRad, width, depth, 0, 2.1, Optional.of(leaf));
  }

  public Opening window(double x, double y, double angleRad, double width, double depth) {
    return opening(Opening.Kind.WINDOW, x, y, angleRad, width, depth, 0.9, 2.1, Optional.empty());
  }

  public Opening opening(
      Opening.Kind kind,
      double x,
      double y,
      double angleRad,
      double width,
      double depth,
      double sill,
      double head,
      Optional<Opening.Leaf> leaf) {
    return new Opening(
        kind, point(x, y), turnRad + angleRad, width, depth, sill, head, leaf, DRAWN);
  }

  public Room room(String label, Polygon2 outline) {
    var a = outline.shell().get(0);
    var c = outline.shell().get(2);
    return new Room(outline, label, a.plus(c).times(0.5), outline.area(), DRAWN);
  }

  public static Building building(
      List<Wall> walls, List<Opening> openings, List<Room> rooms, List<Slab> slabs) {
    return new Building(
        List.of(
            new Level(
                "Level 0", 0, HEIGHT_M, "", Vec2.ZERO, walls, openings, rooms, slabs, List.of(),
                List.of(), List.of())));
  }

  /** 8 m × 6 m, one inner wall that meets the outer ones, two doors, two windows, two rooms. */
  public Building house() {
    var walls =
        List.of(
            wall(rectangle(0, 0, 8, 0.3)),
            wall(rectangle(0, 5.7, 8, 6)),
            wall(rectangle(0, 0.3, 0.3, 5.7)),
            wall(rectangle(7.7, 0.3, 8, 5.7)),
            wall(rectangle(4, 0.3, 4.12, 5.7)));
    var openings =
        List.of(
            door(2, 0.15, 0, 1, 0.3),
            door(4.06, 1, Math.PI / 2, 0.9, 0.12),
            window(6, 0.15, 0, 1.6, 0.3),
            window(0.15, 3, Math.PI / 2, 1.2, 0.3));
    var rooms =
        List.of(
            room("Küche", rectangle(0.3, 0.3, 4, 5.7)),
            room("Bad 浴室", rectangle(4.12, 0.3, 7.7, 5.7)));
    var slabs = List.of(new Slab(rectangle(0, 0, 8, 6), 0, 0.2, DRAWN));
    return building(walls, openings, rooms, slabs);
  }
}
