package dev.planlift.core.mesh;

import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether triangles enclose a solid: every edge, told by the positions of its ends, lies in exactly
 * two triangles, which run along it in opposite directions.
 */
public final class ClosednessCheck {
  /** So many faulty edges are told one by one. */
  public static final int MAX_TOLD = 1000;

  private ClosednessCheck() {}

  /** An edge that is not in two triangles, one each way: how often it is run along. */
  public record FaultyEdge(Vec3 from, Vec3 to, int forth, int back) {}

  /**
   * What was found.
   *
   * @param edges how many there are
   * @param faultyEdges how many are not as they should be
   * @param openEdges how many of these are not run along as often one way as the other; where none
   *     is, the triangles enclose solids, some of which touch along an edge
   * @param told the first of these
   * @param volumeM3 enclosed, positive where faces look outward; meaningful only if closed
   */
  public record Closedness(
      int edges, int faultyEdges, int openEdges, List<FaultyEdge> told, double volumeM3) {
    public Closedness {
      told = List.copyOf(told);
    }

    /** Closed, and with its faces looking outward. */
    public boolean isSolid() {
      return edges > 0 && faultyEdges == 0 && volumeM3 > 0;
    }

    /** Solids side by side, which may touch along edges, as the bars of a frame do. */
    public boolean isSolids() {
      return edges > 0 && openEdges == 0 && volumeM3 > 0;
    }
  }

  private record Edge(int from, int to) {}

  /** Checks the triangles of all primitives together as one surface; lines are not looked at. */
  public static Closedness of(List<MeshPrimitive> primitives) {
    var ids = new HashMap<Vec3, Integer>();
    var points = new ArrayList<Vec3>();
    var uses = new LinkedHashMap<Edge, int[]>();
    double volume = 0;
    for (var primitive : primitives) {
      if (primitive.topology() == MeshPrimitive.Topology.LINES) {
        continue;
      }
      var corner = new int[3];
      for (int i = 0; i < primitive.indices().length; i += 3) {
        for (int k = 0; k < 3; k++) {
          corner[k] = id(point(primitive, primitive.indices()[i + k]), ids, points);
        }
        for (int k = 0; k < 3; k++) {
          use(corner[k], corner[(k + 1) % 3], uses);
        }
        volume += sixfoldVolume(points, corner) / 6;
      }
    }
    return judge(uses, points, volume);
  }

  private static Vec3 point(MeshPrimitive primitive, int vertex) {
    var p = primitive.positions();
    return new Vec3(p[3 * vertex] + 0.0, p[3 * vertex + 1] + 0.0, p[3 * vertex + 2] + 0.0);
  }

  private static int id(Vec3 p, Map<Vec3, Integer> ids, List<Vec3> points) {
    var known = ids.putIfAbsent(p, points.size());
    if (known != null) {
      return known;
    }
    points.add(p);
    return points.size() - 1;
  }

  private static void use(int from, int to, Map<Edge, int[]> uses) {
    boolean forth = from < to;
    var edge = forth ? new Edge(from, to) : new Edge(to, from);
    uses.computeIfAbsent(edge, e -> new int[2])[forth ? 0 : 1]++;
  }

  /** Measured from the first point, so that far-away coordinates do not eat the digits. */
  private static double sixfoldVolume(List<Vec3> points, int[] corner) {
    var base = points.getFirst();
    var a = points.get(corner[0]).minus(base);
    var b = points.get(corner[1]).minus(base);
    var c = points.get(corner[2]).minus(base);
    return a.dot(b.cross(c));
  }

  private static Closedness judge(Map<Edge, int[]> uses, List<Vec3> points, double volume) {
    int faulty = 0;
    int open = 0;
    var told = new ArrayList<FaultyEdge>();
    for (var use : uses.entrySet()) {
      int forth = use.getValue()[0];
      int back = use.getValue()[1];
      if (forth == 1 && back == 1 && use.getKey().from() != use.getKey().to()) {
        continue;
      }
      faulty++;
      open += forth == back ? 0 : 1;
      if (told.size() < MAX_TOLD) {
        var from = points.get(use.getKey().from());
        told.add(new FaultyEdge(from, points.get(use.getKey().to()), forth, back));
      }
    }
    return new Closedness(uses.size(), faulty, open, told, volume);
  }
}
