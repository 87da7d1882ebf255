package dev.planlift.samples;

import dev.planlift.core.drawing.PatternLine;
import dev.planlift.core.geom.Vec3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** What a page's content refers to by name: fonts and tiling patterns. One plot, one thread. */
final class PlotFonts {
  /** Of Helvetica, for a font size of one. */
  static final double CAP_HEIGHT = 0.718;

  private final PDType1Font helvetica = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
  private final Map<String, COSDictionary> fonts = new LinkedHashMap<>();
  private final Map<String, COSStream> patterns = new LinkedHashMap<>();
  private final String matrix;

  /**
   * @param matrix from the points shown to the page's own units, which patterns go by
   */
  PlotFonts(String matrix) {
    this.matrix = matrix;
  }

  Map<String, COSDictionary> fonts() {
    return fonts;
  }

  Map<String, COSStream> patterns() {
    return patterns;
  }

  /** Width for a font size of one. */
  double width(String text) {
    try {
      return isLatin(text) ? helvetica.getStringWidth(text) / 1000 : text.length();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isLatin(String text) {
    try {
      helvetica.encode(text);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /** The operators that show a text; other letters than Latin ones in a font of CJK signs. */
  String show(String text, Vec3 start, Vec3 direction, double size) {
    String name;
    byte[] bytes;
    if (isLatin(text)) {
      name = "F1";
      fonts.computeIfAbsent(name, n -> helvetica.getCOSObject());
      try {
        bytes = helvetica.encode(text);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    } else {
      boolean korean = text.codePoints().anyMatch(c -> c >= 0xAC00 && c <= 0xD7A3);
      name = korean ? "F2" : "F3";
      fonts.computeIfAbsent(name, n -> korean ? cjk("Korea1", "KS") : cjk("GB1", "GB"));
      bytes = text.getBytes(StandardCharsets.UTF_16BE);
    }
    return "BT /%s %s Tf %s %s %s %s %s %s Tm %s Tj ET"
        .formatted(
            name,
            PlotStream.number(size),
            PlotStream.number(direction.x()),
            PlotStream.number(direction.y()),
            PlotStream.number(-direction.y()),
            PlotStream.number(direction.x()),
            PlotStream.number(start.x()),
            PlotStream.number(start.y()),
            "<" + new COSString(bytes).toHexString() + ">");
  }

  /** A composite font that is not embedded, its signs named by UCS-2 (PDF 32000-1, 9.7.5.2). */
  private static COSDictionary cjk(String ordering, String letters) {
    var system = new COSDictionary();
    system.setString(COSName.REGISTRY, "Adobe");
    system.setString(COSName.ORDERING, ordering);
    system.setInt(COSName.SUPPLEMENT, 1);
    var descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, "Sans-" + ordering);
    descriptor.setInt(COSName.FLAGS, 4);
    descriptor.setInt(COSName.CAP_HEIGHT, 718);
    descriptor.setInt(COSName.ASCENT, 880);
    descriptor.setInt(COSName.DESCENT, -120);
    descriptor.setInt(COSName.ITALIC_ANGLE, 0);
    descriptor.setInt(COSName.STEM_V, 80);
    descriptor.setItem(COSName.FONT_BBOX, numbers(0, -120, 1000, 880));
    var descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
    descendant.setName(COSName.BASE_FONT, "Sans-" + ordering);
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setItem(COSName.FONT_DESC, descriptor);
    descendant.setInt(COSName.DW, 1000);
    var font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setName(COSName.BASE_FONT, "Sans-" + ordering + "-Uni" + letters + "-UCS2-H");
    font.setName(COSName.ENCODING, "Uni" + letters + "-UCS2-H");
    font.setItem(COSName.DESCENDANT_FONTS, new COSArray(java.util.List.of(descendant)));
    return font;
  }

  /** A pattern of parallel lines; its name. */
  String tiling(PatternLine line) {
    var direction = line.direction().normalized();
    var across = new Vec3(-direction.y(), direction.x(), 0);
    double spacing = Math.abs(line.offset().dot(across));
    var name = "P" + patterns.size();
    var cell = new COSStream();
    cell.setItem(COSName.TYPE, COSName.PATTERN);
    cell.setInt(COSName.PATTERN_TYPE, 1);
    cell.setInt(COSName.PAINT_TYPE, 1);
    cell.setInt(COSName.TILING_TYPE, 1);
    cell.setItem(COSName.BBOX, numbers(0, 0, spacing, spacing));
    cell.setFloat(COSName.X_STEP, (float) spacing);
    cell.setFloat(COSName.Y_STEP, (float) spacing);
    cell.setItem(COSName.RESOURCES, new COSDictionary());
    var m = new java.awt.geom.AffineTransform(PlotPage.numbers(matrix));
    m.concatenate(
        new java.awt.geom.AffineTransform(
            direction.x(),
            direction.y(),
            across.x(),
            across.y(),
            line.base().x(),
            line.base().y()));
    cell.setItem(
        COSName.MATRIX,
        numbers(
            m.getScaleX(),
            m.getShearY(),
            m.getShearX(),
            m.getScaleY(),
            m.getTranslateX(),
            m.getTranslateY()));
    PlotPage.write(
        cell,
        "0.25 w 0 %s m %s %s l S"
            .formatted(
                PlotStream.number(spacing / 2),
                PlotStream.number(spacing),
                PlotStream.number(spacing / 2)));
    patterns.put(name, cell);
    return name;
  }

  static COSArray numbers(double... values) {
    var array = new COSArray();
    for (double value : values) {
      COSBase number =
          value == Math.rint(value)
              ? COSInteger.get((long) value)
              : new COSFloat(Float.parseFloat(PlotStream.number(value)));
      array.add(number);
    }
    return array;
  }
}
