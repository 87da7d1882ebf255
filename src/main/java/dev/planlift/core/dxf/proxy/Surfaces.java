package dev.planlift.core.dxf.proxy;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.dxf.mesh.FaceMesh;
import dev.planlift.core.source.SourceRef;
import java.util.List;

/** The commands that draw faces. What they say of single edges and faces behind is passed over. */
final class Surfaces {
  private final Pen pen;
  private final SourceRef source;

  Surfaces(Pen pen, SourceRef source) {
    this.pen = pen;
    this.source = source;
  }

  /** Rows × columns of vertices. */
  List<DrawingItem> grid(ByteCursor in) {
    int rows = in.integer();
    int columns = in.integer();
    if (rows < 2 || columns < 2 || (long) rows * columns * 24 > in.left()) {
      return List.of();
    }
    var mesh = new FaceMesh();
    vertices(in, rows * columns, mesh);
    for (int r = 0; r + 1 < rows; r++) {
      for (int c = 0; c + 1 < columns; c++) {
        int a = r * columns + c;
        mesh.polygon(a, a + 1, a + columns + 1, a + columns);
      }
    }
    return item(mesh);
  }

  /**
   * Vertices, then faces as the number of their corners and these; a negative number is a hole in
   * the face before it.
   */
  List<DrawingItem> shell(ByteCursor in) {
    var mesh = new FaceMesh();
    vertices(in, in.count(24), mesh);
    int left = in.count(4);
    while (left > 0 && !in.isDamaged()) {
      int size = in.integer();
      int corners = Math.abs(size);
      left -= 1 + corners;
      if (corners < 0 || left < 0) {
        break;
      }
      var ring = new int[corners];
      for (int i = 0; i < corners; i++) {
        ring[i] = in.integer();
      }
      if (size > 2) {
        mesh.polygon(ring);
      }
    }
    return item(mesh);
  }

  private static void vertices(ByteCursor in, int count, FaceMesh mesh) {
    for (int i = 0; i < count; i++) {
      mesh.vertex(in.point());
    }
  }

  private List<DrawingItem> item(FaceMesh mesh) {
    return mesh.isEmpty() ? List.of() : List.of(mesh.toItem(pen.appearance(), source));
  }
}
