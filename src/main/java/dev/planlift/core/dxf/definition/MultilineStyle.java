package dev.planlift.core.dxf.definition;

import dev.planlift.core.dxf.TagReader;
import java.util.ArrayList;
import java.util.List;

/** MLINESTYLE: the parallel lines of a multiline. DXF Reference, MLINESTYLE. */
public final class MultilineStyle extends Definition {
  /** A multiline has at most 16 elements. */
  private static final int MAX_ELEMENTS = 16;

  private static final int BY_LAYER = 256;

  /**
   * One of the lines.
   *
   * @param offset from the middle, positive to the left, before the multiline's scale
   * @param colourIndex 256 ByLayer, 0 ByBlock
   * @param rgb 0xRRGGBB, −1 where the index holds
   */
  public record Element(double offset, int colourIndex, int rgb, String lineType) {}

  private String name = "";
  private int flags;
  private int fillIndex = BY_LAYER;
  private int fillRgb = -1;
  private double startDegrees = 90;
  private double endDegrees = 90;
  private final List<Element> elements = new ArrayList<>(2);

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 2 -> name = tag.name();
      case 70 -> flags = tag.integer();
      case 51 -> startDegrees = tag.number();
      case 52 -> endDegrees = tag.number();
      case 49 -> elements.add(new Element(tag.number(), BY_LAYER, -1, "BYLAYER"));
      case 6, 62, 420 -> describe(code, tag);
      default -> {}
    }
    if (elements.size() > MAX_ELEMENTS) {
      elements.removeLast();
    }
  }

  /** Before the first offset the same groups tell of the filling. */
  private void describe(int code, TagReader tag) {
    if (elements.isEmpty()) {
      switch (code) {
        case 62 -> fillIndex = tag.integer();
        case 420 -> fillRgb = tag.integer() & 0xFFFFFF;
        default -> {}
      }
      return;
    }
    var e = elements.removeLast();
    elements.add(
        switch (code) {
          case 62 -> new Element(e.offset, tag.integer(), e.rgb, e.lineType);
          case 420 -> new Element(e.offset, e.colourIndex, tag.integer() & 0xFFFFFF, e.lineType);
          default -> new Element(e.offset, e.colourIndex, e.rgb, tag.name());
        });
  }

  @Override
  public String name() {
    return name;
  }

  public List<Element> elements() {
    return List.copyOf(elements);
  }

  public boolean isFilled() {
    return has(1);
  }

  /** Colour index of the filling; 256 ByLayer. */
  public int fillColourIndex() {
    return fillIndex;
  }

  /** 0xRRGGBB of the filling, −1 where the index holds. */
  public int fillRgb() {
    return fillRgb;
  }

  /** Whether lines are drawn across each vertex. */
  public boolean showsMitres() {
    return has(2);
  }

  public boolean hasStartLine() {
    return has(16);
  }

  /** Whether arcs join pairs of inner lines at the start. */
  public boolean hasStartInnerArcs() {
    return has(32);
  }

  /** Whether an arc joins the outermost lines at the start. */
  public boolean hasStartOuterArc() {
    return has(64);
  }

  public boolean hasEndLine() {
    return has(256);
  }

  public boolean hasEndInnerArcs() {
    return has(512);
  }

  public boolean hasEndOuterArc() {
    return has(1024);
  }

  /** Of the cap against the first piece; a right angle is a square cap. */
  public double startAngleRad() {
    return Math.toRadians(startDegrees);
  }

  public double endAngleRad() {
    return Math.toRadians(endDegrees);
  }

  private boolean has(int flag) {
    return (flags & flag) != 0;
  }
}
