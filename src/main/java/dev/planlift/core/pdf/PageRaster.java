package dev.planlift.core.pdf;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.raster.GrayImage;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;

/** Renders a page once, as finely as walls and doors need. Stateless. */
public final class PageRaster {
  /** Dots per inch: a door's line of a quarter millimetre is two pixels wide. */
  private static final double FINE = 200;

  /** An A0 page at 130 dots per inch; a detector needs no more. */
  private static final double MOST_PIXELS = 25e6;

  private static final double POINTS_PER_INCH = 72;

  private PageRaster() {}

  /**
   * Renders a page.
   *
   * @param number from 1
   * @throws PermanentError as the reader; UNSUPPORTED where the page is a picture without a decoder
   */
  public static GrayImage of(Path file, ConversionOptions options, int number) {
    try (var opened = PdfFile.open(file, options)) {
      return of(opened, number);
    }
  }

  static GrayImage of(PdfFile file, int number) {
    return Guard.in(Place.of("page", number), () -> rendered(file.page(number), number));
  }

  /** In a document of its own: PDFBox renders by numbers, and finds them by a walk of the tree. */
  private static GrayImage rendered(BoundedPage page, int number) throws IOException {
    var frame = PageFrame.of(page, number);
    double scale =
        Math.min(
            FINE / POINTS_PER_INCH,
            Math.sqrt(MOST_PIXELS / Math.max(1, frame.width() * frame.height())));
    page.setResources(page.getResources());
    page.setMediaBox(page.getMediaBox());
    page.setCropBox(page.getCropBox());
    page.setRotation(page.getRotation());
    try (var single = new PDDocument()) {
      single.addPage(page);
      double perUnit = scale * page.getUserUnit();
      var renderer = new PageRenderer(single);
      var picture = renderer.renderImage(0, (float) perUnit, ImageType.GRAY);
      renderer.checkWhole();
      var gray = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
      return new GrayImage(picture.getWidth(), picture.getHeight(), gray, 1 / scale);
    }
  }
}
