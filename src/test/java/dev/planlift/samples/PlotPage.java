package dev.planlift.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * A PDF in the making, a page at a time. Nothing is compressed and nothing depends on the time:
 * same calls, same bytes.
 */
final class PlotPage implements AutoCloseable {
  /** Of a cropped page, around what is shown, points. */
  private static final double[] CUT_OFF = {85, 42.5};

  private final PDDocument document = new PDDocument();
  private final List<COSDictionary> groups = new ArrayList<>();

  PlotPage() {
    document.setDocumentId(1L);
    document.getDocument().setVersion(1.7f);
  }

  /** An optional content group; the same object is given to every page that shows it. */
  COSDictionary group(String name) {
    var group = new COSDictionary();
    group.setItem(COSName.TYPE, COSName.OCG);
    group.setString(COSName.NAME, name);
    groups.add(group);
    return group;
  }

  /** From the points of the page as shown to the page's own units, as operands of cm. */
  static String matrix(PlotManner manner, double width, double height) {
    double u = 1 / manner.userUnit();
    double x = manner.cropped() ? CUT_OFF[0] : 0;
    double y = manner.cropped() ? CUT_OFF[1] : 0;
    double[] m =
        switch (manner.turnDeg()) {
          case 90 -> new double[] {0, u, -u, 0, u * height + x, y};
          case 180 -> new double[] {-u, 0, 0, -u, u * width + x, u * height + y};
          case 270 -> new double[] {0, -u, u, 0, x, u * width + y};
          default -> new double[] {u, 0, 0, u, x, y};
        };
    return String.join(" ", Arrays.stream(m).mapToObj(PlotStream::number).toList());
  }

  static double[] numbers(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  /**
   * Adds a page.
   *
   * @param width of the page as shown, points
   * @param content in the points shown
   */
  void add(
      PlotManner manner,
      double width,
      double height,
      String content,
      PlotFonts fonts,
      Map<String, COSStream> forms,
      Map<String, COSDictionary> layers) {
    boolean lying = manner.turnDeg() % 180 != 0;
    double w = (lying ? height : width) / manner.userUnit();
    double h = (lying ? width : height) / manner.userUnit();
    var page = new COSDictionary();
    page.setItem(COSName.TYPE, COSName.PAGE);
    if (manner.cropped()) {
      double x = CUT_OFF[0];
      double y = CUT_OFF[1];
      page.setItem(COSName.MEDIA_BOX, PlotFonts.numbers(-10, -20, w + 2 * x, h + 2 * y));
      page.setItem(COSName.CROP_BOX, PlotFonts.numbers(x, y, w + x, h + y));
    } else {
      page.setItem(COSName.MEDIA_BOX, PlotFonts.numbers(0, 0, w, h));
    }
    if (manner.turnDeg() != 0) {
      page.setInt(COSName.ROTATE, manner.turnDeg());
    }
    if (manner.userUnit() != 1) {
      page.setFloat(COSName.getPDFName("UserUnit"), (float) manner.userUnit());
    }
    var resources = new COSDictionary();
    put(resources, COSName.FONT, fonts.fonts());
    put(resources, COSName.PATTERN, fonts.patterns());
    put(resources, COSName.XOBJECT, forms);
    put(resources, COSName.PROPERTIES, layers);
    forms.values().forEach(form -> form.setItem(COSName.RESOURCES, resources));
    page.setItem(COSName.RESOURCES, resources);
    var stream = new COSStream();
    write(stream, matrix(manner, width, height) + " cm\n1 J 1 j\n" + content);
    page.setItem(COSName.CONTENTS, stream);
    document.addPage(new PDPage(page));
  }

  private static void put(
      COSDictionary resources, COSName kind, Map<String, ? extends COSDictionary> named) {
    if (!named.isEmpty()) {
      var dictionary = new COSDictionary();
      new LinkedHashMap<>(named)
          .forEach((name, object) -> dictionary.setItem(COSName.getPDFName(name), object));
      resources.setItem(kind, dictionary);
    }
  }

  static void write(COSStream stream, String content) {
    try (var out = stream.createOutputStream()) {
      out.write(content.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] bytes() {
    if (!groups.isEmpty()) {
      var all = new COSArray(groups);
      var order = new COSDictionary();
      order.setItem(COSName.ORDER, all);
      var properties = new COSDictionary();
      properties.setItem(COSName.OCGS, all);
      properties.setItem(COSName.D, order);
      document.getDocumentCatalog().getCOSObject().setItem(COSName.OCPROPERTIES, properties);
    }
    try {
      var out = new ByteArrayOutputStream();
      document.save(out, CompressParameters.NO_COMPRESSION);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
