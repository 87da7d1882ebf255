package dev.planlift.core.linework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.samples.StrokeLetters;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringTest {
  private static final double[] L = {0, 0, 4, 0, 4, 1, 1, 1, 1, 7, 0, 7};
  private static final double[] T = {2, 0, 3, 0, 3, 6, 5, 6, 5, 7, 0, 7, 0, 6, 2, 6};
  private static final double[] E = {
    0, 0, 4, 0, 4, 1, 1, 1, 1, 3, 3, 3, 3, 4, 1, 4, 1, 6, 4, 6, 4, 7, 0, 7
  };
  private static final double[] H = {
    0, 0, 1, 0, 1, 3, 4, 3, 4, 0, 5, 0, 5, 7, 4, 7, 4, 4, 1, 4, 1, 7, 0, 7
  };
  private static final double[] O = {0, 0, 5, 0, 5, 7, 0, 7};
  private static final double[] IN_O = {1, 1, 4, 1, 4, 6, 1, 6};

  private final Page page = new Page();

  @ParameterizedTest
  @ValueSource(doubles = {0, 90, 180, 30, 47.5, -61})
  void aRowOfLettersDrawnWithStrokesIsLettering(double degrees) {
    write("KITCHEN 12.40", 100, 200, 7, degrees);
    var lettering = Lettering.on(page.items());
    assertThat(lettering.rows()).isEqualTo(1);
    assertThat(lettering.letters()).isGreaterThanOrEqualTo(10);
    assertThat(lines(lettering)).isZero();
  }

  @Test
  void aNumberOfOneDigitManyTimesIsFoundWhereOthersAreAsHigh() {
    write("BEDROOM", 100, 200, 7, 0);
    write("WC", 300, 300, 7, 0);
    assertThat(lines(Lettering.on(page.items()))).isZero();
  }

  @Test
  void twoLettersByThemselvesMayBeAnything() {
    write("WC", 300, 300, 7, 0);
    assertThat(Lettering.on(page.items()).rows()).isZero();
  }

  @Test
  void rowsBelowEachOtherAreRowsOfTheirOwn() {
    write("LIVING ROOM", 100, 200, 6, 0);
    write("AREA 24.6", 104, 191, 5, 0);
    var lettering = Lettering.on(page.items());
    assertThat(lettering.rows()).isEqualTo(2);
    assertThat(lines(lettering)).isZero();
  }

  @Test
  void theTagAboutLettersIsNoLineAndACircleWithoutThemIs() {
    write("D05", 100, 200, 4, 0);
    page.segments(true, Page.polyline(Page.round(107, 202, 10, 0, 360, 14, 1e-3)));
    assertThat(lines(Lettering.on(page.items()))).isZero();
    page.segments(true, Page.polyline(Page.round(207, 202, 10, 0, 360, 14, 1e-3)));
    assertThat(lines(Lettering.on(page.items()))).isEqualTo(1);
  }

  @Test
  void lettersOfASheetThatWasMadeSmallerAreLettering() {
    write("EXISTING HALL WAY", 100, 200, 1.9, 0);
    assertThat(lines(Lettering.on(page.items()))).isZero();
  }

  @Test
  void lettersDrawnAsAreasAreLettering() {
    for (var letter : List.of(at(L, 10), at(E, 17), at(T, 24), at(T, 31), at(E, 38), at(H, 45))) {
      page.fill(letter);
    }
    assertThat(lines(Lettering.on(page.items()))).isZero();
  }

  @Test
  void aWordThatIsOneAreaIsLettering() {
    page.area(at(H, 10), at(O, 17), at(IN_O, 17), at(T, 24), at(E, 31), at(L, 38));
    assertThat(lines(Lettering.on(page.items()))).isZero();
  }

  @Test
  void aRowInWhichALineCrossesALetterIsLetteringButForThatLetter() {
    write("STORAGE", 100, 200, 7, 0);
    page.path(100 + 3 * 7 + 2, 100, 100 + 3 * 7 + 2, 300);
    assertThat(lines(Lettering.on(page.items()))).isBetween(2L, 4L);
  }

  @Test
  void columnsInARowAreNone() {
    for (int i = 0; i < 9; i++) {
      square(20 * i, 0, 9);
      page.fill(20 * i, 50, 20 * i + 9, 50, 20 * i + 9, 59, 20 * i, 59);
      page.segments(true, Page.polyline(Page.round(20 * i, 100, 5, 0, 360, 24, 1e-3)));
    }
    assertThat(Lettering.on(page.items()).rows()).isZero();
  }

  @Test
  void steelColumnsInARowAreNone() {
    for (int i = 0; i < 6; i++) {
      page.fill(at(H, 12 * i));
    }
    assertThat(Lettering.on(page.items()).rows()).isZero();
  }

  @Test
  void piersOfManyLengthsInAWallAreNone() {
    var random = new Random(7);
    double x = 0;
    for (int i = 0; i < 12; i++) {
      double length = 3 + 14 * random.nextDouble();
      page.path(x, 0, x + length, 0, x + length, 5, x, 5, x, 0);
      page.path(x, 40, x + length, 40).path(x, 44, x + length, 44);
      x += length + 4;
    }
    assertThat(Lettering.on(page.items()).rows()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"3, 2", "8, 2", "12, 5"})
  void dashesAreNone(double dash, double gap) {
    for (int i = 0; i < 20; i++) {
      double length = i % 2 == 0 ? dash : dash / 4;
      page.path(i * (dash + gap), 10, i * (dash + gap) + length, 10);
    }
    assertThat(Lettering.on(page.items()).rows()).isZero();
  }

  @Test
  void hatchesTreadsAndTilesAreNone() {
    for (int i = 0; i < 12; i++) {
      page.path(3 * i, 0, 3 * i + 6, 6);
      page.path(7 * i, 30, 7 * i, 60);
      for (int j = 0; j < 4; j++) {
        square(8 * i, 100 + 8 * j, 7.5);
      }
    }
    assertThat(Lettering.on(page.items()).rows()).isZero();
  }

  @Test
  void stubsOfWallsThatMeetLongOnesAreNone() {
    page.path(0, 0, 300, 0).path(0, 6, 300, 6);
    double x = 10;
    for (int i = 0; i < 8; i++) {
      // Corners, tees and hooks, as high as letters, as far apart and as unlike each other.
      page.path(x, 6, x, 14).path(x + 3, 6, x + 3, 14).path(x, 14, x + 3, 14);
      page.path(x + 3, 10, x + 4 + i % 3, 10).path(x + 4 + i % 3, 10, x + 4 + i % 3, 14);
      x += 11;
    }
    assertThat(Lettering.on(page.items()).rows()).isZero();
  }

  @Test
  void doorsThatHangInWallsAreNone() {
    for (int i = 0; i < 6; i++) {
      double x = 40 * i;
      page.path(x, 0, x + 14, 0, x + 14, 4, x, 4, x, 0);
      page.path(x + 14, 4, x + 14, 29);
      page.path(Page.round(x + 14, 4, 25, 0, 90, 16, 1e-3));
      page.path(x + 39, 4, x + 40, 4);
    }
    assertThat(Lettering.on(page.items()).rows()).isZero();
  }

  private void square(double x, double y, double side) {
    page.path(x, y, x + side, y, x + side, y + side, x, y + side, x, y);
  }

  private void write(String text, double x, double y, double height, double degrees) {
    double unit = height / StrokeLetters.HEIGHT;
    double c = unit * Math.cos(Math.toRadians(degrees));
    double s = unit * Math.sin(Math.toRadians(degrees));
    StrokeLetters.draw(
        text,
        xy -> {
          var turned = new double[xy.length];
          for (int i = 0; i < xy.length; i += 2) {
            turned[i] = x + c * xy[i] - s * xy[i + 1];
            turned[i + 1] = y + s * xy[i] + c * xy[i + 1];
          }
          page.path(turned);
        });
  }

  private static double[] at(double[] letter, double x) {
    var moved = letter.clone();
    for (int i = 0; i < moved.length; i += 2) {
      moved[i] += x;
    }
    return moved;
  }

  /** How much is left that may be a line of what is drawn. */
  private long lines(Lettering lettering) {
    return lettering.marked(page.items()).stream().filter(LetteringTest::isLine).count();
  }

  private static boolean isLine(DrawingItem item) {
    return !(item instanceof Path path && path.auxiliary());
  }
}
