package dev.planlift.core.solid;

import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.ClosednessCheck;
import dev.planlift.core.mesh.MeshPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** What is wrong with one mesh as a solid, in words; nothing where all is well. */
final class MeshAudit {
  /** A corner this near to the inside of an edge lies on it. */
  private static final double ON_EDGE_M = 1e-6;

  /** Lower triangles are slivers: they shade badly and vanish when coordinates are rounded. */
  static final double MIN_ALTITUDE_M = 1e-4;

  private final List<Vec3[]> triangles = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private MeshAudit() {}

  static List<String> of(List<MeshPrimitive> primitives) {
    var audit = new MeshAudit();
    var closed = ClosednessCheck.of(primitives);
    if (!closed.isSolid()) {
      audit.faults.add(
          "not a solid: " + closed.faultyEdges() + " faulty edges, " + closed.volumeM3() + " m³");
    }
    primitives.forEach(audit::read);
    audit.slivers();
    audit.components();
    audit.cornersOnEdges();
    return audit.faults;
  }

  private void read(MeshPrimitive primitive) {
    for (int i = 0; i < primitive.indices().length; i += 3) {
      var corners = new Vec3[3];
      for (int k = 0; k < 3; k++) {
        int at = 3 * primitive.indices()[i + k];
        var p = primitive.positions();
        corners[k] = new Vec3(p[at], p[at + 1], p[at + 2]);
      }
      triangles.add(corners);
    }
  }

  private void slivers() {
    double lowest = Double.POSITIVE_INFINITY;
    for (var t : triangles) {
      double twice = t[1].minus(t[0]).cross(t[2].minus(t[0])).length();
      double longest =
          Math.max(t[0].distance(t[1]), Math.max(t[1].distance(t[2]), t[2].distance(t[0])));
      lowest = Math.min(lowest, twice / longest);
    }
    if (!(lowest >= MIN_ALTITUDE_M)) {
      faults.add("a triangle only " + lowest + " m high");
    }
  }

  /** Each connected part encloses a volume of its own. */
  private void components() {
    var component = new int[triangles.size()];
    var parents = new HashMap<Vec3, Vec3>();
    for (var t : triangles) {
      parents.put(root(t[1], parents), root(t[0], parents));
      parents.put(root(t[2], parents), root(t[0], parents));
    }
    var volumes = new LinkedHashMap<Vec3, Double>();
    for (int i = 0; i < component.length; i++) {
      var t = triangles.get(i);
      var base = triangles.getFirst()[0];
      double six = t[0].minus(base).dot(t[1].minus(base).cross(t[2].minus(base)));
      volumes.merge(root(t[0], parents), six / 6, Double::sum);
    }
    volumes.forEach(
        (at, volume) -> {
          if (!(volume > 0)) {
            faults.add("a part at " + at + " encloses " + volume + " m³");
          }
        });
  }

  private static Vec3 root(Vec3 p, Map<Vec3, Vec3> parents) {
    var at = p;
    for (var up = parents.getOrDefault(at, at); !up.equals(at); up = parents.getOrDefault(at, at)) {
      at = up;
    }
    return at;
  }

  private void cornersOnEdges() {
    var corners = new STRtree();
    var known = new HashMap<Vec3, Boolean>();
    for (var t : triangles) {
      for (var p : t) {
        if (known.put(p, true) == null) {
          corners.insert(new Envelope(p.x(), p.x(), p.y(), p.y()), p);
        }
      }
    }
    for (var t : triangles) {
      for (int k = 0; k < 3; k++) {
        cornersOn(t[k], t[(k + 1) % 3], corners);
      }
    }
  }

  private void cornersOn(Vec3 a, Vec3 b, STRtree corners) {
    var box = new Envelope(a.x(), b.x(), a.y(), b.y());
    box.expandBy(ON_EDGE_M);
    double length = a.distance(b);
    for (var item : corners.query(box)) {
      var p = (Vec3) item;
      double along = p.minus(a).dot(b.minus(a)) / length;
      if (along > ON_EDGE_M && along < length - ON_EDGE_M) {
        var foot = a.plus(b.minus(a).times(along / length));
        if (foot.distance(p) < ON_EDGE_M) {
          faults.add("corner " + p + " lies on the edge from " + a + " to " + b);
          return;
        }
      }
    }
  }
}
