package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.drawing.SurfaceMesh;
import dev.planlift.core.dxf.TagReader;
import java.util.List;

/**
 * POLYLINE with the VERTEX entities behind it: planar with bulges and widths, in space, a polygon
 * mesh or a polyface mesh.
 */
final class Polyline extends Entity {
  private static final int CLOSED = 1;
  private static final int SMOOTHED = 4;
  private static final int IN_SPACE = 8;
  private static final int POLYGON_MESH = 16;
  private static final int CLOSED_ACROSS = 32;
  private static final int POLYFACE = 64;

  /** Vertex flag: a control point of a fitted spline, which is not drawn. */
  private static final int FRAME = 16;

  private final VertexChain planar = new VertexChain();
  private final Doubles points = new Doubles();
  private final PolyMesh mesh = new PolyMesh();
  private double elevation;
  private double startWidth;
  private double endWidth;
  private int flags;
  private int rows;
  private int columns;
  private int smoothRows;
  private int smoothColumns;

  @Override
  public String type() {
    return "POLYLINE";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 30 -> elevation = tag.number();
      case 40 -> startWidth = tag.number();
      case 41 -> endWidth = tag.number();
      case 70 -> flags = tag.integer();
      case 71 -> rows = tag.integer();
      case 72 -> columns = tag.integer();
      case 73 -> smoothRows = tag.integer();
      case 74 -> smoothColumns = tag.integer();
      default -> {}
    }
  }

  @Override
  public boolean owns(String type) {
    return type.equals("VERTEX") || type.equals("SEQEND");
  }

  @Override
  public void adopt(Entity part) {
    if (!(part instanceof Vertex vertex)) {
      return;
    }
    if ((flags & POLYFACE) != 0) {
      mesh.takePolyface(vertex);
    } else if ((flags & SMOOTHED) != 0 && (vertex.flags & FRAME) != 0) {
      return;
    } else if ((flags & POLYGON_MESH) != 0) {
      mesh.takePosition(vertex);
    } else {
      takeVertex(vertex);
    }
  }

  private void takeVertex(Vertex vertex) {
    if ((flags & IN_SPACE) != 0) {
      points.add(vertex.at.x);
      points.add(vertex.at.y);
      points.add(vertex.at.z);
      return;
    }
    planar.add(vertex.at.x);
    planar.y(vertex.at.y);
    planar.bulge(vertex.bulge);
    planar.startWidth(vertex.startWidth);
    planar.endWidth(vertex.endWidth);
  }

  @Override
  public Result convert(Scope scope) {
    if ((flags & (POLYFACE | POLYGON_MESH)) != 0) {
      return mesh(scope);
    }
    boolean closed = (flags & CLOSED) != 0;
    if ((flags & IN_SPACE) != 0) {
      return points.size() < 6
          ? Result.degenerate("A polyline of " + points.size() / 3 + " vertices")
          : Result.of(
              new Path(
                  List.of(new Segment.Polyline(points.toArray())),
                  closed,
                  appearance(scope),
                  source()));
    }
    if (planar.size() < 2) {
      return Result.degenerate("A polyline of " + planar.size() + " vertices");
    }
    var width = new Stroke(startWidth, endWidth);
    var paths =
        planar.paths(
            closed, elevation, ocs(), width, drawnThickness(), appearance(scope), source());
    return paths.isEmpty()
        ? Result.degenerate("A polyline whose vertices are all in one place")
        : Result.of(paths);
  }

  private Result mesh(Scope scope) {
    if ((flags & POLYGON_MESH) != 0) {
      boolean smooth = (flags & SMOOTHED) != 0;
      int m = smooth ? smoothRows : rows;
      int n = smooth ? smoothColumns : columns;
      mesh.spanGrid(m, n, (flags & CLOSED) != 0, (flags & CLOSED_ACROSS) != 0);
    }
    if (mesh.isEmpty()) {
      return Result.degenerate("A mesh without faces");
    }
    return Result.of(
        new SurfaceMesh(mesh.positions(), mesh.triangles(), appearance(scope), source()));
  }
}
