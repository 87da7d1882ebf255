package dev.planlift.core.solid.budget;

import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshBuilder;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.mesh.MeshPrimitive.Topology;
import dev.planlift.core.scene.SceneMesh.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Straightens lines: corners go that lie no farther than a tolerance from the line without them
 * (Douglas and Peucker, 1973), and whole lines that are too short. Triangles are not touched.
 */
final class LineThinning {
  private final double toleranceM;
  private final double leastM;

  LineThinning(double toleranceM, double leastM) {
    this.toleranceM = toleranceM;
    this.leastM = leastM;
  }

  List<Part> apply(List<Part> parts) {
    var thinned = new ArrayList<Part>();
    for (var part : parts) {
      if (part.primitive().topology() != Topology.LINES) {
        thinned.add(part);
        continue;
      }
      var lines = thinned(part.primitive());
      if (lines.indices().length > 0) {
        thinned.add(new Part(lines, part.material()));
      }
    }
    return thinned;
  }

  private MeshPrimitive thinned(MeshPrimitive lines) {
    var mesh = MeshBuilder.lines();
    var indices = lines.indices();
    var chain = new ArrayList<Vec3>();
    int end = -1;
    for (int i = 0; i + 1 < indices.length; i += 2) {
      if (indices[i] != end) {
        flush(chain, mesh);
        chain.add(point(lines, indices[i]));
      }
      chain.add(point(lines, indices[i + 1]));
      end = indices[i + 1];
    }
    flush(chain, mesh);
    return mesh.build();
  }

  private static Vec3 point(MeshPrimitive lines, int vertex) {
    var p = lines.positions();
    return new Vec3(p[3 * vertex], p[3 * vertex + 1], p[3 * vertex + 2]);
  }

  /** Writes the chain, thinned, and empties it. */
  private void flush(List<Vec3> chain, MeshBuilder mesh) {
    if (chain.size() > 1 && length(chain) >= leastM) {
      var kept = corners(chain);
      var xyz = new double[3 * kept.cardinality()];
      int at = 0;
      for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
        xyz[at++] = chain.get(i).x();
        xyz[at++] = chain.get(i).y();
        xyz[at++] = chain.get(i).z();
      }
      mesh.polyline(xyz, false);
    }
    chain.clear();
  }

  private static double length(List<Vec3> chain) {
    double length = 0;
    for (int i = 1; i < chain.size(); i++) {
      length += chain.get(i).distance(chain.get(i - 1));
    }
    return length;
  }

  private BitSet corners(List<Vec3> chain) {
    var kept = new BitSet(chain.size());
    kept.set(0);
    kept.set(chain.size() - 1);
    var open = new ArrayDeque<int[]>();
    open.push(new int[] {0, chain.size() - 1});
    while (!open.isEmpty()) {
      var range = open.pop();
      int farthest = farthest(chain, range[0], range[1]);
      if (farthest > 0) {
        kept.set(farthest);
        open.push(new int[] {farthest, range[1]});
        open.push(new int[] {range[0], farthest});
      }
    }
    return kept;
  }

  /** The corner between two that lies farthest off; 0 where none is farther than allowed. */
  private int farthest(List<Vec3> chain, int from, int to) {
    double most = toleranceM;
    int farthest = 0;
    for (int i = from + 1; i < to; i++) {
      double off = distance(chain.get(i), chain.get(from), chain.get(to));
      if (off > most) {
        most = off;
        farthest = i;
      }
    }
    return farthest;
  }

  private static double distance(Vec3 p, Vec3 a, Vec3 b) {
    var along = b.minus(a);
    double square = along.dot(along);
    double t = square > 0 ? Math.clamp(p.minus(a).dot(along) / square, 0, 1) : 0;
    return p.distance(a.plus(along.times(t)));
  }
}
