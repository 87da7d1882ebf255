package dev.planlift.core.preview;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.mesh.MeshPrimitive.Topology;
import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.Material;
import dev.planlift.core.scene.Scene;
import dev.planlift.core.scene.SceneMesh;
import dev.planlift.core.scene.SceneNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small house built by hand, of boxes. */
final class ModelHouse {
  private static final Material WALL = new Material("wall", 0xE9E4DA, 1, 0.9, false);
  private static final Material FLOOR = new Material("room", 0xD9C8A9, 1, 0.9, true);
  private static final Material DOOR = new Material("door", 0xA6713D, 1, 0.7, false);
  private static final Material GLASS = new Material("window", 0x8FC4DE, 0.35, 0.1, false);
  private static final Material CURVE = new Material("curve", 0x707880, 1, 1, true);

  private final List<SceneNode> nodes = new ArrayList<>();
  private final Vec3 origin;
  private Box bounds = Box.EMPTY;

  private boolean hasNames = true;

  private ModelHouse(Vec3 origin) {
    this.origin = origin;
  }

  static Scene at(Vec3 origin) {
    var house = new ModelHouse(origin);
    house.build();
    return house.scene();
  }

  static Scene nameless() {
    var house = new ModelHouse(Vec3.ZERO);
    house.hasNames = false;
    house.build();
    return house.scene();
  }

  static Scene withStrays(Vec3 origin, double away) {
    var house = new ModelHouse(origin);
    house.build();
    house.line(away, away, away + 1, away);
    return house.scene();
  }

  static Scene onlyLines() {
    var house = new ModelHouse(Vec3.ZERO);
    house.furniture();
    return house.scene();
  }

  static Scene empty() {
    return new ModelHouse(Vec3.ZERO).scene();
  }

  private void build() {
    double t = 0.3;
    // Outer walls, with gaps for windows and the front door.
    wallX(0, 3, 0, t);
    wallX(4, 7.5, 0, t);
    wallX(9.3, 12, 0, t);
    wallX(0, 2, 8 - t, t);
    wallX(4, 8, 8 - t, t);
    wallX(10, 12, 8 - t, t);
    wallY(t, 3, 0, t);
    wallY(4.6, 8 - t, 0, t);
    wallY(t, 5, 12 - t, t);
    wallY(6.4, 8 - t, 12 - t, t);
    windowX(7.5, 9.3, 0, t);
    windowX(2, 4, 8 - t, t);
    windowX(8, 10, 8 - t, t);
    windowY(3, 4.6, 0, t);
    windowY(5, 6.4, 12 - t, t);
    lintel(3, 0, 4, t);
    // Partitions.
    wallY(t, 1.2, 6, 0.12);
    wallY(2.1, 8 - t, 6, 0.12);
    wallX(6.12, 8, 4.2, 0.12);
    wallX(8.9, 12 - t, 4.2, 0.12);
    wallX(t, 1.5, 5, 0.12);
    wallX(2.4, 6, 5, 0.12);
    door(3, 0.1, 0.9, 60);
    door(6.05, 1.2, 0.9, 150);
    door(8.9, 4.25, 0.9, 120);
    door(1.5, 5.05, 0.9, 50);
    room("Living", t, t, 6, 5);
    room("Kitchen", 6.12, t, 12 - t, 4.2);
    room("Bedroom", 6.12, 4.32, 12 - t, 8 - t);
    room("Bath", t, 5.12, 6, 8 - t);
    furniture();
  }

  private void furniture() {
    for (int i = 0; i < 4; i++) {
      rectangle(1 + i * 0.9, 1, 1.8 + i * 0.9, 1.9);
    }
    rectangle(7, 5, 9, 7);
    rectangle(7, 6.4, 9, 7);
    rectangle(-2, -2, 14, 10);
    for (int i = 0; i < 48; i++) {
      double a = i * Math.PI / 24;
      double b = (i + 1) * Math.PI / 24;
      line(
          9 + 0.8 * Math.cos(a),
          2 + 0.8 * Math.sin(a),
          9 + 0.8 * Math.cos(b),
          2 + 0.8 * Math.sin(b));
    }
  }

  private void rectangle(double x0, double y0, double x1, double y1) {
    line(x0, y0, x1, y0);
    line(x1, y0, x1, y1);
    line(x1, y1, x0, y1);
    line(x0, y1, x0, y0);
  }

  private void wallX(double from, double to, double y, double t) {
    box(Category.WALL, WALL, from, y, 0, to, y + t, 2.7);
  }

  private void wallY(double from, double to, double x, double t) {
    box(Category.WALL, WALL, x, from, 0, x + t, to, 2.7);
  }

  private void lintel(double x0, double y0, double x1, double t) {
    box(Category.WALL, WALL, x0, y0, 2.1, x1, y0 + t, 2.7);
  }

  private void windowX(double from, double to, double y, double t) {
    box(Category.WALL, WALL, from, y, 0, to, y + t, 0.9);
    lintel(from, y, to, t);
    box(Category.WINDOW, GLASS, from, y + 0.13, 0.9, to, y + 0.17, 2.1);
  }

  private void windowY(double from, double to, double x, double t) {
    box(Category.WALL, WALL, x, from, 0, x + t, to, 0.9);
    box(Category.WALL, WALL, x, from, 2.1, x + t, to, 2.7);
    box(Category.WINDOW, GLASS, x + 0.13, from, 0.9, x + 0.17, to, 2.1);
  }

  private void door(double x, double y, double width, double degrees) {
    var leaf = mesh(DOOR, 0, 0, 0.01, width, 0.04, 2.05);
    var placement =
        Affine3.translation(new Vec3(x, y, 0).plus(origin))
            .after(Affine3.rotationZ(Math.toRadians(degrees)));
    nodes.add(
        new SceneNode(
            "door", Optional.of(Category.DOOR), Map.of(), placement, Optional.of(leaf), List.of()));
  }

  private void room(String label, double x0, double y0, double x1, double y1) {
    var p = new double[] {x0, y0, 0, x1, y0, 0, x1, y1, 0, x0, y1, 0};
    var n = new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1};
    add(
        Category.ROOM,
        Map.of("label", hasNames ? label : "", "center", List.of((x0 + x1) / 2, (y0 + y1) / 2)),
        FLOOR,
        new MeshPrimitive(Topology.TRIANGLES, moved(p), n, new int[] {0, 1, 2, 0, 2, 3}));
  }

  private void line(double x0, double y0, double x1, double y1) {
    var p = moved(new double[] {x0, y0, 0, x1, y1, 0});
    add(
        Category.CURVE,
        Map.of(),
        CURVE,
        new MeshPrimitive(Topology.LINES, p, new float[0], new int[] {0, 1}));
  }

  private void box(
      Category category,
      Material m,
      double x0,
      double y0,
      double z0,
      double x1,
      double y1,
      double z1) {
    var box = mesh(m, x0, y0, z0, x1, y1, z1);
    var placement = Affine3.translation(origin);
    nodes.add(
        new SceneNode(
            "box", Optional.of(category), Map.of(), placement, Optional.of(box), List.of()));
    bounds = bounds.with(new Vec3(x0, y0, z0).plus(origin)).with(new Vec3(x1, y1, z1).plus(origin));
  }

  private static SceneMesh mesh(
      Material m, double x0, double y0, double z0, double x1, double y1, double z1) {
    double[] p = {
      x0, y0, z0, x1, y0, z0, x1, y1, z0, x0, y1, z0, x0, y0, z1, x1, y0, z1, x1, y1, z1, x0, y1, z1
    };
    int[] i = {
      0, 2, 1, 0, 3, 2, 4, 5, 6, 4, 6, 7, 0, 1, 5, 0, 5, 4, 1, 2, 6, 1, 6, 5, 2, 3, 7, 2, 7, 6, 3,
      0, 4, 3, 4, 7
    };
    return new SceneMesh(
        List.of(
            new SceneMesh.Part(
                new MeshPrimitive(Topology.TRIANGLES, p, new float[p.length], i), m)));
  }

  private void add(
      Category category, Map<String, Object> extras, Material m, MeshPrimitive primitive) {
    var mesh = new SceneMesh(List.of(new SceneMesh.Part(primitive, m)));
    nodes.add(
        new SceneNode(
            "thing",
            Optional.of(category),
            extras,
            Affine3.IDENTITY,
            Optional.of(mesh),
            List.of()));
    var p = primitive.positions();
    for (int i = 0; i < p.length; i += 3) {
      bounds = bounds.with(new Vec3(p[i], p[i + 1], p[i + 2]));
    }
  }

  private double[] moved(double[] p) {
    for (int i = 0; i < p.length; i += 3) {
      p[i] += origin.x();
      p[i + 1] += origin.y();
      p[i + 2] += origin.z();
    }
    return p;
  }

  private Scene scene() {
    var level =
        new SceneNode(
            "level",
            Optional.of(Category.LEVEL),
            Map.of(),
            Affine3.IDENTITY,
            Optional.empty(),
            nodes);
    return new Scene(List.of(level), bounds);
  }
}
