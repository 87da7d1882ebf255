package dev.planlift.core.drawing;

/**
 * The drawn breadth of a path in source units, at its start and its end; zero for a line without
 * breadth. A path whose breadth changes from vertex to vertex is given as one path a piece.
 */
public record Stroke(double startWidth, double endWidth) {
  public static final Stroke THIN = new Stroke(0, 0);

  public boolean isWide() {
    return startWidth > 0 || endWidth > 0;
  }

  public Stroke scaled(double factor) {
    return isWide() ? new Stroke(startWidth * factor, endWidth * factor) : this;
  }
}
