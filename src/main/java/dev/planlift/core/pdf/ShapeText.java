package dev.planlift.core.pdf;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.awt.geom.AffineTransform;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/**
 * A text that AutoCAD drew with strokes (from a shape font, SHX) and wrote beside them, into an
 * annotation over the same place.
 *
 * @param box of the text, points as shown
 */
record ShapeText(String text, Box box) {
  private static final String AUTHOR = "AutoCAD SHX Text";

  /** Letters of capital height in the middle of the box. */
  private static final double CAPITAL = 0.75;

  static Optional<ShapeText> of(PDAnnotation annotation, AffineTransform toShown) {
    var author = annotation.getCOSObject().getString(COSName.T);
    var text = annotation.getContents();
    var place = annotation.getRectangle();
    if (!AUTHOR.equals(author) || text == null || text.isBlank() || place == null) {
      return Optional.empty();
    }
    var shown = toShown.createTransformedShape(place.toGeneralPath()).getBounds2D();
    var box =
        new Box(
            new Vec3(shown.getMinX(), shown.getMinY(), 0),
            new Vec3(shown.getMaxX(), shown.getMaxY(), 0));
    return box.size().isFinite() ? Optional.of(new ShapeText(text.strip(), box)) : Optional.empty();
  }

  /** Upright boxes are of texts that run upwards. */
  TextLabel label(Appearance look, PageItems items) {
    boolean upwards = box.size().y() > 1.5 * box.size().x() && text.length() > 1;
    double width = upwards ? box.size().y() : box.size().x();
    double height = CAPITAL * (upwards ? box.size().x() : box.size().y());
    var direction = upwards ? Vec3.Y : Vec3.X;
    return new TextLabel(text, box.center(), direction, height, width, look, items.source(box));
  }
}
