package dev.planlift.core.dxf.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Subdivision surfaces. E. Catmull and J. Clark, “Recursively generated B-spline surfaces on
 * arbitrary topological meshes” (1978); creases after T. DeRose, M. Kass and T. Truong,
 * “Subdivision surfaces in character animation” (1998), in OpenSubdiv's reading: sharpness falls by
 * one a level, a border is sharp for ever, its corners are not.
 */
public final class CatmullClark {
  /** Sharpness of an edge that never gets smooth. */
  public static final double ALWAYS = Double.POSITIVE_INFINITY;

  private double[] positions;
  private List<int[]> faces;
  private Map<Long, Double> creases;

  /**
   * A control mesh.
   *
   * @param positions 3 × n coordinates
   * @param faces of three corners and more; all indices in range
   * @param creases sharpness by {@link #edge}; what is not in it is smooth
   */
  public CatmullClark(double[] positions, List<int[]> faces, Map<Long, Double> creases) {
    this.positions = positions;
    this.faces = faces;
    this.creases = creases;
  }

  /** The name of the edge between two vertices, whichever comes first. */
  public static long edge(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  /** 3 × n coordinates. */
  public double[] positions() {
    return positions;
  }

  public List<int[]> faces() {
    return faces;
  }

  /** How many faces the next level has. */
  public long facesOfNext() {
    return faces.stream().mapToLong(f -> f.length).sum();
  }

  /** An edge while a level is made. */
  private static final class Edge {
    final int a;
    final int b;
    final int number;
    double sharpness;
    int sides;
    int firstFace = -1;
    int secondFace = -1;

    Edge(int a, int b, int number) {
      this.a = a;
      this.b = b;
      this.number = number;
    }
  }

  /** Goes one level on: every face becomes as many quadrangles as it has corners. */
  public void subdivide() {
    int vertices = positions.length / 3;
    var edges = edges();
    int facePoints = vertices;
    int edgePoints = facePoints + faces.size();
    var next = new double[3 * (edgePoints + edges.size())];
    for (int f = 0; f < faces.size(); f++) {
      for (int corner : faces.get(f)) {
        add(next, facePoints + f, positions, corner, 1.0 / faces.get(f).length);
      }
    }
    for (var edge : edges.values()) {
      edgePoint(edge, next, facePoints, edgePoints + edge.number);
    }
    vertexPoints(edges, next, facePoints);
    var split = new ArrayList<int[]>();
    for (int f = 0; f < faces.size(); f++) {
      var face = faces.get(f);
      for (int i = 0; i < face.length; i++) {
        int before = face[(i + face.length - 1) % face.length];
        int after = face[(i + 1) % face.length];
        split.add(
            new int[] {
              face[i],
              edgePoints + number(edges, face[i], after),
              facePoints + f,
              edgePoints + number(edges, before, face[i])
            });
      }
    }
    creases = halves(edges, edgePoints);
    positions = next;
    faces = split;
  }

  private Map<Long, Edge> edges() {
    var edges = new HashMap<Long, Edge>();
    for (int f = 0; f < faces.size(); f++) {
      var face = faces.get(f);
      for (int i = 0; i < face.length; i++) {
        int a = face[i];
        int b = face[(i + 1) % face.length];
        var edge = edges.get(edge(a, b));
        if (edge == null) {
          edge = new Edge(a, b, edges.size());
          edge.sharpness = creases.getOrDefault(edge(a, b), 0.0);
          edge.firstFace = f;
          edges.put(edge(a, b), edge);
        } else {
          edge.secondFace = f;
        }
        edge.sides++;
      }
    }
    // A border, and where more than two faces meet: there is no smooth side to side.
    edges.values().forEach(e -> e.sharpness = e.sides == 2 ? e.sharpness : ALWAYS);
    return edges;
  }

  private static int number(Map<Long, Edge> edges, int a, int b) {
    var edge = edges.get(edge(a, b));
    return edge == null ? 0 : edge.number;
  }

  private void edgePoint(Edge edge, double[] next, int facePoints, int to) {
    double sharp = Math.min(1, edge.sharpness);
    double ends = sharp / 2 + (1 - sharp) / 4;
    add(next, to, positions, edge.a, ends);
    add(next, to, positions, edge.b, ends);
    if (sharp < 1) {
      add(next, to, next, facePoints + edge.firstFace, (1 - sharp) / 4);
      add(next, to, next, facePoints + edge.secondFace, (1 - sharp) / 4);
    }
  }

  private void vertexPoints(Map<Long, Edge> edges, double[] next, int facePoints) {
    int vertices = positions.length / 3;
    var valence = new int[vertices];
    var sharpEdges = new int[vertices];
    var sharpness = new double[vertices];
    var faceSums = new double[positions.length];
    var edgeSums = new double[positions.length];
    var creaseSums = new double[positions.length];
    for (int f = 0; f < faces.size(); f++) {
      for (int corner : faces.get(f)) {
        valence[corner]++;
        add(faceSums, corner, next, facePoints + f, 1);
      }
    }
    for (var edge : edges.values()) {
      for (int end = 0; end < 2; end++) {
        int vertex = end == 0 ? edge.a : edge.b;
        int other = end == 0 ? edge.b : edge.a;
        add(edgeSums, vertex, positions, other, 1);
        if (edge.sharpness > 0) {
          sharpEdges[vertex]++;
          sharpness[vertex] += Math.min(edge.sharpness, 1);
          add(creaseSums, vertex, positions, other, 1);
        }
      }
    }
    for (int v = 0; v < vertices; v++) {
      double n = valence[v];
      double average = sharpEdges[v] == 0 ? 0 : sharpness[v] / sharpEdges[v];
      double sharp = sharpEdges[v] < 2 ? 0 : average;
      if (valence[v] == 0 || (sharpEdges[v] > 2 && sharp >= 1)) {
        add(next, v, positions, v, 1);
        continue;
      }
      // (F + 2 R + (n − 3) P) / n with R the mean of edge middles: P's share of R is n / 2 edges.
      double smooth = 1 - sharp;
      add(next, v, faceSums, v, smooth / (n * n));
      add(next, v, edgeSums, v, smooth / (n * n));
      add(next, v, positions, v, smooth * (n - 2) / n);
      if (sharpEdges[v] == 2) {
        add(next, v, creaseSums, v, sharp / 8);
        add(next, v, positions, v, sharp * 6 / 8);
      } else {
        add(next, v, positions, v, sharp);
      }
    }
  }

  private static Map<Long, Double> halves(Map<Long, Edge> edges, int edgePoints) {
    var creases = new HashMap<Long, Double>();
    for (var edge : edges.values()) {
      if (edge.sharpness > 1) {
        creases.put(edge(edge.a, edgePoints + edge.number), edge.sharpness - 1);
        creases.put(edge(edge.b, edgePoints + edge.number), edge.sharpness - 1);
      }
    }
    return creases;
  }

  /** to += weight × from, for a point each. */
  private static void add(double[] to, int point, double[] from, int other, double weight) {
    for (int axis = 0; axis < 3; axis++) {
      to[3 * point + axis] += weight * from[3 * other + axis];
    }
  }
}
