package dev.planlift.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plotter itself, by the pictures that PDFBox makes of its pages. */
class PlotTest {
  private static final Path HOUSE = Path.of("samples", "house.dxf");

  /** Of the dots that are dark in either picture; pens of the same line end a little otherwise. */
  private static final double ALIKE = 0.97;

  @ParameterizedTest
  @ValueSource(strings = {"double", "pieces", "turned", "forms", "groups"})
  void thePageLooksTheSameInEveryMannerThatShowsTheSame(String manner) throws IOException {
    assertThat(alike(picture(plot("plain")), picture(plot(manner)))).isGreaterThan(ALIKE);
  }

  @Test
  void anotherDrawingLooksOtherwise() throws IOException {
    assertThat(alike(picture(plot("plain")), picture(plot("hairlines")))).isLessThan(ALIKE);
  }

  @Test
  void theSamePlotGivesTheSameBytes() {
    assertThat(plot("worst").pdf()).isEqualTo(plot("worst").pdf());
  }

  private static Plot plot(String manner) {
    return Plot.of(HOUSE, 0.001, 100, PlotManner.named(manner), "SCALE 1:100");
  }

  private static BufferedImage picture(Plot plot) throws IOException {
    try (var document = Loader.loadPDF(plot.pdf())) {
      return new PDFRenderer(document).renderImageWithDPI(0, 100, ImageType.GRAY);
    }
  }

  private static double alike(BufferedImage a, BufferedImage b) {
    assertThat(b.getWidth()).isEqualTo(a.getWidth());
    assertThat(b.getHeight()).isEqualTo(a.getHeight());
    int both = 0;
    int either = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        boolean inA = isDark(a, x, y);
        boolean inB = isDark(b, x, y);
        both += (inA && near(b, x, y)) || (inB && near(a, x, y)) ? 1 : 0;
        either += inA || inB ? 1 : 0;
      }
    }
    return (double) both / either;
  }

  private static boolean near(BufferedImage image, int x, int y) {
    for (int i = Math.max(0, x - 1); i <= Math.min(image.getWidth() - 1, x + 1); i++) {
      for (int j = Math.max(0, y - 1); j <= Math.min(image.getHeight() - 1, y + 1); j++) {
        if (isDark(image, i, j)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isDark(BufferedImage image, int x, int y) {
    return image.getRaster().getSample(x, y, 0) < 140;
  }
}
