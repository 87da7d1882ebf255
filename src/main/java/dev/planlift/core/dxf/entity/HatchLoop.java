package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.Ocs;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/** One boundary path of a hatch: a polyline with bulges, or a chain of edges. */
final class HatchLoop {
  private static final int POLYLINE = 2;

  private final boolean polyline;
  private final VertexChain vertices = new VertexChain();
  private final List<HatchEdge> edges = new ArrayList<>();

  /**
   * A path whose groups are still to come.
   *
   * @param flags its group 92
   */
  HatchLoop(int flags) {
    polyline = (flags & POLYLINE) != 0;
  }

  /** Whether it has no vertex and no edge. */
  boolean isBare() {
    return vertices.size() == 0 && edges.isEmpty();
  }

  void take(int code, TagReader tag) {
    if (polyline) {
      switch (code) {
        case 10 -> vertices.add(tag.number());
        case 20 -> vertices.y(tag.number());
        case 42 -> vertices.bulge(tag.number());
        default -> {}
      }
    } else if (code == 72) {
      if (!edges.isEmpty() && edges.getLast().isBare()) {
        edges.removeLast();
      }
      edges.add(new HatchEdge(tag.integer()));
    } else if (!edges.isEmpty()) {
      edges.getLast().take(code, tag);
    }
  }

  /** The path's segments in order, each beginning where the one before it ends. */
  List<Segment> segments(double elevation, Ocs ocs) {
    if (polyline) {
      return vertices.size() < 2 ? List.of() : vertices.segments(true, elevation, ocs);
    }
    var segments = new ArrayList<Segment>();
    for (var edge : edges) {
      edge.segment(elevation, ocs).ifPresent(segments::add);
    }
    return chained(segments);
  }

  /** Some programs write edges in order but against their direction: those are turned round. */
  private static List<Segment> chained(List<Segment> edges) {
    var chain = new ArrayList<Segment>();
    for (int i = 0; i < edges.size(); i++) {
      var edge = edges.get(i);
      boolean first = i == 0;
      if (first && edges.size() > 1) {
        var next = edges.get(1);
        double byEnd = gap(edge.end(), next);
        chain.add(gap(edge.start(), next) < byEnd ? HatchEdge.reversed(edge) : edge);
      } else if (first) {
        chain.add(edge);
      } else {
        var end = chain.getLast().end();
        boolean against = edge.end().distance(end) < edge.start().distance(end);
        chain.add(against ? HatchEdge.reversed(edge) : edge);
      }
    }
    return chain;
  }

  private static double gap(Vec3 p, Segment to) {
    return Math.min(p.distance(to.start()), p.distance(to.end()));
  }
}
