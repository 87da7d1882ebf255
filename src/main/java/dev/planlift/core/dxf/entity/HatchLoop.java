package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.Ocs;
import dev.planlift.core.dxf.TagReader;
import java.util.ArrayList;
import java.util.List;

/** One boundary path of a hatch: a polyline with bulges, or a chain of edges. */
final class HatchLoop {
  /** No more edges are kept of a path. */
  static final int MAX_EDGES = 1 << 18;

  private static final int EXTERNAL = 1;
  private static final int POLYLINE = 2;
  private static final int OUTERMOST = 16;

  private final int flags;
  private final VertexChain vertices = new VertexChain();
  private final List<HatchEdge> edges = new ArrayList<>(4);
  private boolean cut;

  /**
   * A path whose groups are still to come.
   *
   * @param flags its group 92
   */
  HatchLoop(int flags) {
    this.flags = flags;
  }

  /** Whether it has no vertex and no edge. */
  boolean isBare() {
    return vertices.size() == 0 && edges.isEmpty();
  }

  boolean isExternal() {
    return (flags & EXTERNAL) != 0;
  }

  /** Whether it is the outer boundary of an island. */
  boolean isOutermost() {
    return (flags & OUTERMOST) != 0;
  }

  /** Whether more was given than is kept. */
  boolean isCut() {
    return cut || vertices.isCut();
  }

  void take(int code, TagReader tag) {
    if ((flags & POLYLINE) != 0) {
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
      cut |= edges.size() == MAX_EDGES;
      if (!cut) {
        edges.add(HatchEdge.of(tag.integer()));
      }
    } else if (!edges.isEmpty() && !cut) {
      edges.getLast().take(code, tag);
    }
  }

  /** The loops it makes: each a row of segments that begin where the one before them ends. */
  List<List<Segment>> loops(double elevation, Ocs ocs) {
    if ((flags & POLYLINE) != 0) {
      var around = vertices.size() < 2 ? List.<Segment>of() : ring(elevation, ocs);
      return around.isEmpty() ? List.of() : List.of(around);
    }
    var segments = new ArrayList<Segment>();
    for (var edge : edges) {
      segments.addAll(edge.segments(elevation, ocs));
    }
    return EdgeChain.loops(segments);
  }

  private List<Segment> ring(double elevation, Ocs ocs) {
    return vertices.segments(true, elevation, ocs);
  }
}
