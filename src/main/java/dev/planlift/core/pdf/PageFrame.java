package dev.planlift.core.pdf;

import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.awt.geom.AffineTransform;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A page as it is shown: its crop box after /Rotate and /UserUnit, lower left corner at zero, Y up.
 * PDF 32000-1, §7.7.3.3 and §14.11.2.
 */
final class PageFrame {
  /** Points; 3.5 km of paper. The largest page seen has 49,081 a side. */
  private static final double MOST = 1e7;

  private final int number;
  private final double width;
  private final double height;
  private final AffineTransform toShown;

  private PageFrame(int number, double width, double height, AffineTransform toShown) {
    this.number = number;
    this.width = width;
    this.height = height;
    this.toShown = toShown;
  }

  /**
   * The frame of a page.
   *
   * @param number from 1
   * @throws PermanentError PARSING_ERROR where the page is too large to be one
   */
  static PageFrame of(PDPage page, int number) {
    var crop = page.getCropBox();
    var box =
        isArea(crop) ? crop : isArea(page.getMediaBox()) ? page.getMediaBox() : PDRectangle.A4;
    double unit = page.getUserUnit();
    if (!(unit * box.getWidth() <= MOST && unit * box.getHeight() <= MOST)) {
      throw new PermanentError(
          ErrorCode.PARSING_ERROR,
          "The page is %s x %s units of %s points large"
              .formatted(box.getWidth(), box.getHeight(), unit),
          Place.of("page", number));
    }
    int quarters = Math.floorMod(page.getRotation() / 90, 4);
    double w = box.getWidth();
    double h = box.getHeight();
    var map = AffineTransform.getScaleInstance(unit, unit);
    map.concatenate(turn(quarters, w, h));
    map.translate(-box.getLowerLeftX(), -box.getLowerLeftY());
    boolean lying = quarters % 2 == 1;
    return new PageFrame(number, unit * (lying ? h : w), unit * (lying ? w : h), map);
  }

  private static boolean isArea(PDRectangle box) {
    return box.getWidth() > 0 && box.getHeight() > 0;
  }

  /** Clockwise, back into the first quadrant. */
  private static AffineTransform turn(int quarters, double w, double h) {
    return switch (quarters) {
      case 1 -> new AffineTransform(0, -1, 1, 0, 0, w);
      case 2 -> new AffineTransform(-1, 0, 0, -1, w, h);
      case 3 -> new AffineTransform(0, 1, -1, 0, h, 0);
      default -> new AffineTransform();
    };
  }

  int number() {
    return number;
  }

  /** From the page's default user space to points as shown; a copy. */
  AffineTransform toShown() {
    return new AffineTransform(toShown);
  }

  /** Points. */
  double width() {
    return width;
  }

  /** Points. */
  double height() {
    return height;
  }

  Box box() {
    return new Box(Vec3.ZERO, new Vec3(width, height, 0));
  }
}
