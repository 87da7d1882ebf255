package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.mesh.FaceMesh;
import java.util.List;

/** The faces of a polyface or polygon mesh, gathered vertex by vertex. */
final class PolyMesh {
  /** What a mesh has beyond so many vertices or faces is left out. */
  static final int MAX_VERTICES = 2_000_000;

  private static final int LOCATION = 64;

  private final FaceMesh mesh = new FaceMesh();
  private final FaceMesh frame = new FaceMesh();
  private final Doubles faces = new Doubles();
  private long missing;
  private boolean cut;

  void takePosition(Vertex vertex) {
    takePosition(vertex, mesh);
  }

  /** A control point of a smoothed mesh: drawn only where the smooth surface is not in the file. */
  void takeFrame(Vertex vertex) {
    takePosition(vertex, frame);
  }

  private void takePosition(Vertex vertex, FaceMesh to) {
    if (to.vertices() < MAX_VERTICES) {
      to.vertex(vertex.at.x, vertex.at.y, vertex.at.z);
    } else {
      cut = true;
    }
  }

  /** Whether vertices of the mesh itself have been taken, besides its frame. */
  boolean hasVertices() {
    return mesh.vertices() > 0;
  }

  /** A vertex is a place, or a face by the 1-based numbers of its corners; minus hides an edge. */
  void takePolyface(Vertex vertex) {
    if ((vertex.flags & LOCATION) != 0) {
      takePosition(vertex);
    } else if (faces.size() < 4 * MAX_VERTICES) {
      for (int number : vertex.corners) {
        faces.add(number);
      }
    } else {
      cut = true;
    }
  }

  /** Makes faces of what was taken as such: by now all vertices are there. */
  void spanFaces() {
    for (int i = 0; i < faces.size(); i += 4) {
      int size = 0;
      while (size < 4 && faces.get(i + size) != 0) {
        size++;
      }
      var ring = new int[size];
      for (int k = 0; k < size; k++) {
        ring[k] = (int) Math.abs(faces.get(i + k)) - 1;
      }
      mesh.polygon(ring);
    }
    missing += mesh.refused();
  }

  /** Spans rows × columns of vertices; of fewer than announced the rows that are whole. */
  void spanGrid(int rows, int columns, boolean closedRows, boolean closedColumns) {
    spanGrid(mesh, rows, columns, closedRows, closedColumns);
  }

  /** Spans the control points in place of the smooth surface. */
  void spanFrame(int rows, int columns, boolean closedRows, boolean closedColumns) {
    spanGrid(frame, rows, columns, closedRows, closedColumns);
  }

  private void spanGrid(FaceMesh grid, int rows, int columns, boolean closedM, boolean closedN) {
    if (rows < 2 || columns < 2) {
      return;
    }
    int whole = Math.min(rows, grid.vertices() / columns);
    missing += rows - whole;
    boolean joined = closedM && whole == rows;
    for (int r = 0; r < (joined ? whole : whole - 1); r++) {
      for (int c = 0; c < (closedN ? columns : columns - 1); c++) {
        int next = (c + 1) % columns;
        int below = (r + 1) % whole * columns;
        grid.polygon(r * columns + c, r * columns + next, below + next, below + c);
      }
    }
  }

  /** The mesh in the entity's place. */
  Result result(Entity owner, Scope scope) {
    boolean framed = mesh.isEmpty() && !frame.isEmpty();
    var shown = framed ? frame : mesh;
    if (shown.isEmpty()) {
      return Result.degenerate("A mesh without faces");
    }
    var items = List.of(shown.toItem(owner.appearance(scope), owner.source()));
    if (cut) {
      return Result.approximated(
          items, "ENTITY_BUDGET", "A mesh of more than " + MAX_VERTICES + " vertices or faces");
    }
    if (missing > 0) {
      return Result.approximated(
          items, "BAD_INDEX", missing + " faces or rows have vertices that are not there");
    }
    return framed
        ? Result.approximated(
            items, "SMOOTH_SURFACE", "Only the frame of its smooth surface is there")
        : Result.of(items);
  }
}
