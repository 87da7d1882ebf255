package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.dxf.TagReader;

/** LWPOLYLINE: vertices in OCS at one elevation, with bulges and widths. */
final class LwPolyline extends Entity {
  private final VertexChain vertices = new VertexChain();
  private double elevation;
  private double constantWidth;
  private boolean closed;

  @Override
  public String type() {
    return "LWPOLYLINE";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 10 -> vertices.add(tag.number());
      case 20 -> vertices.y(tag.number());
      case 38 -> elevation = tag.number();
      case 40 -> vertices.startWidth(tag.number());
      case 41 -> vertices.endWidth(tag.number());
      case 42 -> vertices.bulge(tag.number());
      case 43 -> constantWidth = tag.number();
      case 70 -> closed = (tag.integer() & 1) != 0;
      default -> {}
    }
  }

  @Override
  public boolean boundsItself() {
    return true;
  }

  @Override
  public Result convert(Scope scope) {
    if (vertices.size() < 2) {
      return Result.degenerate("A polyline of " + vertices.size() + " vertices");
    }
    var width = new Stroke(constantWidth, constantWidth);
    var look =
        new PlanarLook(ocs(), elevation, width, drawnThickness(), appearance(scope), source());
    return Budgets.polyline(vertices, vertices.paths(closed, look));
  }
}
