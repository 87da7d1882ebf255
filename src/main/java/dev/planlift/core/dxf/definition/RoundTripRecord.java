package dev.planlift.core.dxf.definition;

import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.List;

/**
 * XRECORD under the name ACAD_XREC_ROUNDTRIP: what a newer program keeps in a file for older ones
 * to carry along; here, the corners of an inverted clip boundary.
 */
public final class RoundTripRecord extends Definition {
  private final List<Vec2> corners = new ArrayList<>(0);
  private boolean inClip;
  private double x;

  @Override
  void section(String name) {
    inClip = name.equals("ACAD_INVERTEDCLIP_ROUNDTRIP");
  }

  @Override
  void own(int code, TagReader tag) {
    if (!inClip || corners.size() > SpatialFilter.MAX_VERTICES) {
      return;
    }
    switch (code) {
      case 10 -> x = tag.number();
      case 20 -> corners.add(new Vec2(x, tag.number()));
      default -> {}
    }
  }

  @Override
  boolean isOfUse() {
    return !corners.isEmpty();
  }

  /** The boundary outside of which all is shown; empty where there is none. */
  public List<Vec2> invertedClip() {
    return List.copyOf(corners);
  }
}
