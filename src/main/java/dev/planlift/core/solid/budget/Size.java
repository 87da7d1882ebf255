package dev.planlift.core.solid.budget;

/** How heavy a model is, as a viewer draws it. */
public record Size(long triangles, long bytes, long drawCalls) {
  public long of(Limit limit) {
    return switch (limit) {
      case TRIANGLES -> triangles;
      case BYTES -> bytes;
      case DRAW_CALLS -> drawCalls;
    };
  }
}
