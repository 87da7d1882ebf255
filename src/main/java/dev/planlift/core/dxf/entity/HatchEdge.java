package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.Ocs;
import dev.planlift.core.dxf.TagReader;
import java.util.List;

/** An edge of a hatch's boundary. */
sealed interface HatchEdge permits HatchConic, HatchSpline {
  /** An edge of a kind, group 72, whose groups are still to come. */
  static HatchEdge of(int kind) {
    return kind == 4 ? new HatchSpline() : new HatchConic(kind);
  }

  /** Whether nothing but its kind is known. */
  boolean isBare();

  void take(int code, TagReader tag);

  /** The edge in world coordinates, piece by piece; empty where it has no length. */
  List<Segment> segments(double elevation, Ocs ocs);
}
