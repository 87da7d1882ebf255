package dev.planlift.core.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CanvasTest {
  private static final int SIZE = 60;

  private final int[] pixels = new int[SIZE * SIZE];
  private final Canvas canvas = new Canvas(pixels, SIZE, SIZE);

  /** How many pixels' worth of white lies on the black. */
  private double ink() {
    return Arrays.stream(pixels).mapToDouble(p -> (p & 255) / 255.0).sum();
  }

  @Test
  void anAreaIsAsLargeAsItIs() {
    canvas.fill(List.of(new double[] {3.25, 4.5, 50.75, 10.5, 20.5, 55.125}), 0xFFFFFF, 1);

    assertThat(ink()).isCloseTo(1148.8, within(3.0));
  }

  @Test
  void aRingThatWindsTheOtherWayIsAHole() {
    canvas.fill(
        List.of(
            new double[] {10, 10, 40, 10, 40, 40, 10, 40},
            new double[] {20, 20, 20, 30, 30, 30, 30, 20}),
        0xFFFFFF,
        1);

    assertThat(ink()).isCloseTo(800, within(0.5));
    assertThat(pixels[25 * SIZE + 25]).isZero();
    assertThat(pixels[15 * SIZE + 15]).isEqualTo(0xFFFFFF);
  }

  @Test
  void whatLiesBesideThePictureIsCutOff() {
    canvas.fill(List.of(new double[] {-1e6, -1e6, 1e6, -1e6, 1e6, 30, -1e6, 30}), 0xFFFFFF, 1);
    canvas.line(-1e7, 45, 1e7, 45, 2, 0xFFFFFF, 1);

    assertThat(ink()).isCloseTo(30.0 * SIZE + 2 * SIZE, within(0.5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 17, 45, 80, 90, 135, 200, 300})
  void aLineCoversItsLengthTimesItsBreadth(double degrees) {
    double dx = 25 * Math.cos(Math.toRadians(degrees));
    double dy = 25 * Math.sin(Math.toRadians(degrees));
    canvas.line(30 - dx, 30 - dy, 30 + dx, 30 + dy, 1.5, 0xFFFFFF, 1);

    assertThat(ink()).isCloseTo(75, within(2.5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Küche", "Сан. узел", "Δωμάτιο", "거실", "洗面所", "客厅", "12,5 m²"})
  void textsOfManyLanguagesHaveAGlyphForEachCharacter(String text) {
    assertThat(text.codePoints()).allMatch(Typeface.standard()::has);
    canvas.text(text, 30, 40, 12, 0xFFFFFF, 0);
    assertThat(ink()).isGreaterThan(30);
  }

  @Test
  void aTextIsAsWideAsItSaysAndStandsInItsMiddle() {
    double width = Typeface.standard().width("HHH") * 15;
    canvas.text("HHH", 30, 40, 15, 0xFFFFFF, 0);

    int left = SIZE;
    int right = 0;
    for (int i = 0; i < pixels.length; i++) {
      if (pixels[i] != 0) {
        left = Math.min(left, i % SIZE);
        right = Math.max(right, i % SIZE + 1);
        assertThat(i / SIZE).isBetween(26, 40);
      }
    }
    assertThat((left + right) / 2.0).isCloseTo(30, within(1.0));
    assertThat((double) right - left).isCloseTo(width, within(4.0));
  }

  @Test
  void aLongTextIsBrokenAtBlanksAndCutOffAtLast() {
    var face = Typeface.standard();

    var lines = face.wrapped(" a  bb ccc dddd eeeee ffffff ", 4, 2);

    assertThat(lines).hasSize(2).allMatch(line -> face.width(line) < 5);
    assertThat(lines.getLast()).endsWith("…");
    assertThat(face.wrapped("Hall", 1, 2)).containsExactly("Hall");
    assertThat(face.wrapped("Dining room", 20, 2)).containsExactly("Dining room");
  }

  @Test
  void aCharacterThatTheFaceLacksIsABoxAndNoFailure() {
    canvas.text("\uE5F1\uFFFF", 30, 40, 20, 0xFFFFFF, 1);

    assertThat(Typeface.standard().has(0xE5F1)).isFalse();
  }
}
