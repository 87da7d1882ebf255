package dev.planlift.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class SimilarityFitTest {
  /** An L-shaped house with a room parted off, and a shed of its own. */
  private static Geometry house() throws ParseException {
    return new WKTReader()
        .read(
            "MULTIPOLYGON(((0 0, 10 0, 10 6, 4 6, 4 9, 0 9, 0 0), (0.3 0.3, 0.3 8.7, 3.7 8.7, 3.7"
                + " 5.7, 5 5.7, 5 0.3, 0.3 0.3), (5.2 0.3, 5.2 5.7, 9.7 5.7, 9.7 0.3, 5.2 0.3)),"
                + "((12 1, 14 1, 14 3, 12 3, 12 1), (12.2 1.2, 12.2 2.8, 13.8 2.8, 13.8 1.2, 12.2"
                + " 1.2)))");
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0, 0", "0.37, 90, 100, -50", "2.5, 180, -7, 3", "1.01, 12.5, 2000, 900"})
  void theSameHouseAnywhereIsLaidUponItself(double scale, double turn, double x, double y)
      throws ParseException {
    var there =
        new AffineTransformation()
            .scale(scale, scale)
            .rotate(Math.toRadians(turn))
            .translate(x, y)
            .transform(house());
    var fit = SimilarityFit.of(house(), there);
    assertThat(fit.overlap()).isCloseTo(1, within(0.002));
    assertThat(fit.scale()).isCloseTo(scale, within(1e-3 * scale));
    assertThat(fit.moved(house()).getArea()).isCloseTo(there.getArea(), within(0.01));
  }

  @Test
  void whatIsMissingCountsByItsArea() throws ParseException {
    var whole = house();
    var part = whole.getGeometryN(0);
    var fit = SimilarityFit.of(part, whole);
    assertThat(fit.overlap()).isCloseTo(part.getArea() / whole.getArea(), within(0.005));
  }

  @Test
  void aMirroredHouseIsAnother() throws ParseException {
    var mirrored = AffineTransformation.scaleInstance(-1, 1).transform(house());
    assertThat(SimilarityFit.of(house(), mirrored).overlap()).isLessThan(0.8);
  }

  @Test
  void nothingCoversNothing() throws ParseException {
    assertThat(SimilarityFit.of(new WKTReader().read("POLYGON EMPTY"), house()).overlap()).isZero();
  }
}
