package dev.planlift.core.dxf.acis;

import dev.planlift.core.dxf.mesh.FaceMesh;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/** Makes triangles of faces, one after the other. */
final class FaceBuilder {
  /** So many loops and edges are gone through: faces may share them only in hostile files. */
  private static final long MAX_STEPS = 1_000_000;

  private final AcisFile file;
  private final Edges edges;
  private final FaceMesh mesh;
  private int bent;
  private long steps;

  FaceBuilder(AcisFile file, FaceMesh mesh) {
    this.file = file;
    this.edges = new Edges(file);
    this.mesh = mesh;
  }

  /** How many curved faces, and flat ones with curved edges, have become flat pieces. */
  int bent() {
    return bent;
  }

  /** Adds a face, mapped from its body's coordinates; false where it cannot be made. */
  boolean add(AcisRecord face, Affine3 map) {
    var surface = file.target(face, "surface");
    if (surface.isEmpty()) {
      return false;
    }
    var loops = new ArrayList<List<Edges.Run>>();
    if (steps + edges.met() > MAX_STEPS) {
      return false;
    }
    file.target(face, "loop")
        .ifPresent(first -> file.chain(first, "loop").forEach(loop -> loops.add(edges.loop(loop))));
    steps += loops.size();
    double side = face.isReversed() ? -1 : 1;
    var geometry = Geometry.of(surface.get());
    return switch (surface.get().type()) {
      case "plane-surface" -> plane(loops, geometry.vector(3).times(side), map);
      case "cone-surface" -> round(loops, geometry, side, map);
      case "sphere-surface" -> loops.isEmpty() && whole(Turned.sphere(geometry), side, map);
      case "torus-surface" -> loops.isEmpty() && whole(Turned.torus(geometry), side, map);
      default -> false;
    };
  }

  private boolean plane(List<List<Edges.Run>> loops, Vec3 normal, Affine3 map) {
    if (loops.isEmpty()) {
      return false;
    }
    var rings = new ArrayList<int[]>();
    boolean straight = true;
    for (var loop : loops) {
      var ring = new ArrayList<Integer>();
      for (var run : loop) {
        straight &= run.kind() == Edges.Kind.STRAIGHT;
        for (var p : run.points().subList(0, run.points().size() - 1)) {
          ring.add(mesh.vertex(map.apply(p)));
        }
      }
      rings.add(ring.stream().mapToInt(Integer::intValue).toArray());
    }
    int before = mesh.corners();
    mesh.region(rings, normal(normal, map));
    bent += straight ? 0 : 1;
    return mesh.corners() > before;
  }

  /** A normal is no direction: it is mapped by the inverse transposed, here by cofactors. */
  private static Vec3 normal(Vec3 n, Affine3 map) {
    var x = map.yAxis().cross(map.zAxis());
    var y = map.zAxis().cross(map.xAxis());
    var z = map.xAxis().cross(map.yAxis());
    var mapped = x.times(n.x()).plus(y.times(n.y())).plus(z.times(n.z()));
    return map.determinant() < 0 ? mapped.times(-1) : mapped;
  }

  private boolean round(List<List<Edges.Run>> loops, Geometry cone, double side, Affine3 map) {
    var strip = RoundStrip.between(loops, cone);
    if (strip.isEmpty()) {
      return false;
    }
    double outward = cone.number(11) < 0 ? -side : side;
    for (var triangle : strip) {
      var middle = triangle.get(0).plus(triangle.get(1)).plus(triangle.get(2)).times(1.0 / 3);
      var away = middle.minus(cone.vector(0));
      var axis = cone.vector(3).normalized();
      add(triangle, away.minus(axis.times(away.dot(axis))).times(outward), map);
    }
    bent++;
    return true;
  }

  private boolean whole(Turned turned, double side, Affine3 map) {
    turned.triangles((triangle, outward) -> add(triangle, outward.times(side), map));
    bent++;
    return true;
  }

  /** Adds a triangle so turned that it looks a certain way; none where it has no area. */
  private void add(List<Vec3> corners, Vec3 outward, Affine3 map) {
    var a = map.apply(corners.get(0));
    var b = map.apply(corners.get(1));
    var c = map.apply(corners.get(2));
    double facing = b.minus(a).cross(c.minus(a)).dot(normal(outward, map));
    if (facing != 0) {
      int first = mesh.vertex(a);
      int second = mesh.vertex(facing < 0 ? c : b);
      mesh.triangle(first, second, mesh.vertex(facing < 0 ? b : c));
    }
  }
}
