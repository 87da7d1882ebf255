package dev.planlift.core.source;

/**
 * A drawing's layer.
 *
 * @param name as written in the drawing, decoded
 * @param rgb 0xRRGGBB
 * @param visible on and not frozen
 * @param locked shown, but not to be changed in CAD
 * @param lineType name as in the drawing
 * @param lineWeightMm plotted width on paper, millimetres; negative: the program's default
 * @param opacity 0 (invisible) to 1
 */
public record Layer(
    String name,
    int rgb,
    boolean visible,
    boolean plotted,
    boolean locked,
    String lineType,
    double lineWeightMm,
    double opacity) {
  /** The layer every drawing has; things drawn on it inside a block take the insert's layer. */
  public static final Layer ZERO = new Layer("0", 0xFFFFFF, true, true);

  /** A layer of continuous, opaque lines of default weight. */
  public Layer(String name, int rgb, boolean visible, boolean plotted) {
    this(name, rgb, visible, plotted, false, "CONTINUOUS", -1, 1);
  }
}
