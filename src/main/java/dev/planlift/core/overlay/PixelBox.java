package dev.planlift.core.overlay;

/** An upright box on the picture, pixels, y down. */
record PixelBox(double left, double top, double right, double bottom) {
  static PixelBox around(double x, double y, double width, double height) {
    return new PixelBox(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
  }

  boolean meets(PixelBox other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }

  boolean isWithin(double width, double height) {
    return left >= 0 && top >= 0 && right <= width && bottom <= height;
  }

  double middleX() {
    return (left + right) / 2;
  }

  double middleY() {
    return (top + bottom) / 2;
  }

  double halfWidth() {
    return (right - left) / 2;
  }

  double halfHeight() {
    return (bottom - top) / 2;
  }
}
