package dev.planlift.core.dxf.entity;

import java.util.Arrays;

/** The triangles of a polyface or polygon mesh. */
final class PolyMesh {
  private static final int LOCATION = 64;

  private final Doubles positions = new Doubles();
  private int[] triangles = new int[48];
  private int count;

  void takePosition(Vertex vertex) {
    positions.add(vertex.at.x);
    positions.add(vertex.at.y);
    positions.add(vertex.at.z);
  }

  /** A vertex is a place, or a face by the 1-based numbers of its corners; minus hides an edge. */
  void takePolyface(Vertex vertex) {
    if ((vertex.flags & LOCATION) != 0) {
      takePosition(vertex);
      return;
    }
    int first = corner(vertex, 0);
    for (int i = 1; i < 3; i++) {
      triangle(first, corner(vertex, i), corner(vertex, i + 1));
    }
  }

  /** A corner's index; negative where there is none. */
  private static int corner(Vertex vertex, int i) {
    int number = vertex.corners[i];
    return number == Integer.MIN_VALUE ? -1 : Math.abs(number) - 1;
  }

  /** Spans rows × columns of places with two triangles a cell. */
  void spanGrid(int rows, int columns, boolean closedRows, boolean closedColumns) {
    if (rows < 2 || columns < 2 || (long) rows * columns > positions.size() / 3) {
      return;
    }
    for (int r = 0; r < (closedRows ? rows : rows - 1); r++) {
      for (int c = 0; c < (closedColumns ? columns : columns - 1); c++) {
        int a = r * columns + c;
        int b = r * columns + (c + 1) % columns;
        int opposite = (r + 1) % rows * columns + (c + 1) % columns;
        int d = (r + 1) % rows * columns + c;
        triangle(a, b, opposite);
        triangle(a, opposite, d);
      }
    }
  }

  private void triangle(int a, int b, int c) {
    int size = positions.size() / 3;
    if (a < 0 || b < 0 || c < 0 || a >= size || b >= size || c >= size || a == b || b == c) {
      return;
    }
    if (count + 3 > triangles.length) {
      triangles = Arrays.copyOf(triangles, triangles.length * 2);
    }
    triangles[count++] = a;
    triangles[count++] = b;
    triangles[count++] = c;
  }

  boolean isEmpty() {
    return count == 0;
  }

  double[] positions() {
    return positions.toArray();
  }

  int[] triangles() {
    return Arrays.copyOf(triangles, count);
  }
}
