package dev.planlift.core.source;

/**
 * A drawing's layer.
 *
 * @param name as written in the drawing, decoded
 * @param rgb 0xRRGGBB
 * @param visible on and not frozen
 */
public record Layer(String name, int rgb, boolean visible, boolean plotted) {
  /** The layer every drawing has; things drawn on it inside a block take the insert's layer. */
  public static final Layer ZERO = new Layer("0", 0xFFFFFF, true, true);
}
