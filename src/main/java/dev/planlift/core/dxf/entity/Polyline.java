package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
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

  /** The kind of smoothing, group 75; all others are cubic. */
  private static final int QUADRATIC = 5;

  /** Vertex flag: a control point of a fitted spline, which is not drawn. */
  private static final int FRAME = 16;

  private final VertexChain planar = new VertexChain();
  private final VertexRow points = new VertexRow();
  private final VertexRow frame = new VertexRow();
  private final PolyMesh mesh = new PolyMesh();
  private double elevation;
  private double startWidth;
  private double endWidth;
  private int flags;
  private int rows;
  private int columns;
  private int smoothRows;
  private int smoothColumns;
  private int smoothing;

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
      case 75 -> smoothing = tag.integer();
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
    } else if ((flags & POLYGON_MESH) != 0) {
      if ((flags & SMOOTHED) != 0 && (vertex.flags & FRAME) != 0) {
        mesh.takeFrame(vertex);
      } else {
        mesh.takePosition(vertex);
      }
    } else if ((flags & SMOOTHED) != 0 && (vertex.flags & FRAME) != 0) {
      frame.add(vertex.at.x, vertex.at.y, vertex.at.z);
    } else {
      takeVertex(vertex);
    }
  }

  private void takeVertex(Vertex vertex) {
    if ((flags & IN_SPACE) != 0) {
      points.add(vertex.at.x, vertex.at.y, vertex.at.z);
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
    if (planar.size() == 0 && points.size() == 0 && frame.size() > 1) {
      return fitted(closed, scope);
    }
    if ((flags & IN_SPACE) != 0) {
      if (points.size() < 2) {
        return Result.degenerate("A polyline of " + points.size() + " vertices");
      }
      var line = new Segment.Polyline(points.toArray());
      return Budgets.polyline(points, new Path(List.of(line), closed, appearance(scope), source()));
    }
    if (planar.size() < 2) {
      return Result.degenerate("A polyline of " + planar.size() + " vertices");
    }
    return Budgets.polyline(planar, planar.paths(closed, look(scope)));
  }

  private PlanarLook look(Scope scope) {
    var width = new Stroke(startWidth, endWidth);
    return new PlanarLook(ocs(), elevation, width, drawnThickness(), appearance(scope), source());
  }

  /** Smoothed, but without the vertices of the smooth line: the B-spline over its frame. */
  private Result fitted(boolean closed, Scope scope) {
    boolean inSpace = (flags & IN_SPACE) != 0;
    var xyz = frame.toArray();
    for (int i = 0; i < xyz.length && !inSpace; i += 3) {
      var p = ocs().toWorld(xyz[i], xyz[i + 1], elevation);
      xyz[i] = p.x();
      xyz[i + 1] = p.y();
      xyz[i + 2] = p.z();
    }
    var curve = CurveControls.uniform(xyz, smoothing == QUADRATIC ? 2 : 3, closed);
    return Result.of(look(scope).path(List.of(curve), closed, Stroke.THIN));
  }

  private Result mesh(Scope scope) {
    boolean closedRows = (flags & CLOSED) != 0;
    boolean closedColumns = (flags & CLOSED_ACROSS) != 0;
    if ((flags & POLYFACE) != 0) {
      mesh.spanFaces();
    } else if ((flags & SMOOTHED) != 0 && mesh.hasVertices()) {
      mesh.spanGrid(smoothRows, smoothColumns, closedRows, closedColumns);
    } else if ((flags & SMOOTHED) != 0) {
      mesh.spanFrame(rows, columns, closedRows, closedColumns);
    } else {
      mesh.spanGrid(rows, columns, closedRows, closedColumns);
    }
    return mesh.result(this, scope);
  }
}
