package dev.planlift.core.pdf;

import dev.planlift.core.geom.Vec3;
import java.awt.geom.AffineTransform;
import java.util.IdentityHashMap;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Where glyphs stand on a page as shown, and what they mean. */
final class Glyphs {
  /** Of a capital letter as a part of the font's size, where the font does not say. */
  private static final double CAP_HEIGHT = 0.7;

  private final AffineTransform toShown;
  private final IdentityHashMap<PDFont, Double> capHeights = new IdentityHashMap<>();

  Glyphs(AffineTransform toShown) {
    this.toShown = toShown;
  }

  /** As {@link TextRuns.Glyph}. */
  record Glyph(String text, Vec3 from, Vec3 to, Vec3 up, double capHeight) {}

  Glyph of(Matrix textRendering, PDFont font, int code, Vector displacement) {
    var map = new AffineTransform(toShown);
    map.concatenate(textRendering.createAffineTransform());
    double[] points = {0, 0, displacement.getX(), displacement.getY(), 0, 1};
    map.transform(points, 0, points, 0, 3);
    var from = new Vec3(points[0], points[1], 0);
    var to = new Vec3(points[2], points[3], 0);
    var up = new Vec3(points[4], points[5], 0).minus(from);
    return new Glyph(text(font, code), from, to, up, capHeight(font));
  }

  private static String text(PDFont font, int code) {
    try {
      var text = font.toUnicode(code);
      return text == null || (isGuess(font) && !isAscii(text)) ? "" : text;
    } catch (RuntimeException e) {
      return ""; // a font that breaks PDFBox says nothing
    }
  }

  /**
   * Whether codes are numbers of glyphs in a font that is not in the file: those of ASCII are the
   * same in all fonts of Windows and in the one that stands for them here.
   */
  private static boolean isGuess(PDFont font) {
    return font instanceof PDType0Font composite
        && !composite.isEmbedded()
        && composite.getCMapUCS2() == null
        && !composite.getCOSObject().containsKey(COSName.TO_UNICODE);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x7F);
  }

  private double capHeight(PDFont font) {
    return capHeights.computeIfAbsent(font, Glyphs::declaredCapHeight);
  }

  private static double declaredCapHeight(PDFont font) {
    var descriptor = font.getFontDescriptor();
    double declared = descriptor == null ? 0 : descriptor.getCapHeight() / 1000.0;
    return declared > 0.4 && declared < 1.1 ? declared : CAP_HEIGHT;
  }
}
