package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.Measure;
import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.drawing.View;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.UnitDecision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleDetectiveTest {
  private static final double POINTS_PER_METRE = 72 / 0.0254;

  /** A sheet on which the house of the tests is plotted; lengths on paper are metres, too. */
  private static final class Plot {
    private final double scale;
    private final House house;

    Plot(double scale, double turnRad) {
      this.scale = scale;
      var turned = Affine3.rotationZ(turnRad);
      house = new House(POINTS_PER_METRE / scale, turned).outlines();
    }

    Plot(double scale) {
      this(scale, 0);
    }

    Plot doors() {
      house.doors();
      return this;
    }

    /** A dimension line under or over the house with ticks, extension lines and its text. */
    Plot dimension(double from, double to, double y, String text) {
      double mm = scale / 1000;
      house.line(from - 2 * mm, y, to + 2 * mm, y);
      for (double x : new double[] {from, to}) {
        house.line(x, y - 2 * mm, x, y + 6 * mm);
        house.line(x - mm, y - mm, x + mm, y + mm);
      }
      house.text(text, (from + to) / 2, y + 2 * mm, 2.5 * mm);
      return this;
    }

    Plot note(String text) {
      house.text(text, 3, -60 * scale / 1000, 4 * scale / 1000);
      return this;
    }

    Plot text(String text, double x, double y) {
      house.text(text, x, y, 2.5 * scale / 1000);
      return this;
    }

    UnitDecision decide(List<View> views, Map<String, String> options) {
      var drawing = house.drawing();
      return new ScaleDetective()
          .decide(
              views,
              SeenItems.of(new Expansion().all(drawing.items())),
              ConversionOptions.parse(options));
    }

    UnitDecision decide() {
      return decide(List.of(), Map.of());
    }
  }

  /** A bar in four pieces with numbers over its ends alone. */
  private static Plot barWithTwoEnds(double scale, double lengthM, String end) {
    var plot = new Plot(scale).doors();
    double y = -80 * scale / 1000;
    double over = y + 5 * scale / 1000;
    for (int i = 0; i < 4; i++) {
      plot.house.line(i * lengthM / 4, y, (i + 1) * lengthM / 4, y);
    }
    return plot.text("0", 0, over).text(end, lengthM, over);
  }

  private static void assertScale(UnitDecision decision, double scale) {
    assertThat(decision.metresPerUnit() * POINTS_PER_METRE)
        .as(decision.toString())
        .isCloseTo(scale, within(0.004 * scale));
  }

  @ParameterizedTest
  @ValueSource(doubles = {20, 50, 100, 200, 500})
  void aNoteThatFitsWhatIsDrawnIsBelieved(double scale) {
    var decision = new Plot(scale).doors().note("SCALE 1:" + (int) scale).decide();
    assertThat(decision.used()).isEqualTo("1:" + (int) scale);
    assertThat(decision.declared()).isEqualTo("1:" + (int) scale);
    assertThat(ScaleWarning.of(decision)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "50, 0",
    "100, 0",
    "100, 1.5707963",
    "70.37, 0",
    "200, 0.3",
    "48, 3.14159",
    "33.3, 0"
  })
  void dimensionsAloneTellTheScaleWhateverItIs(double scale, double turnRad) {
    var decision =
        new Plot(scale, turnRad)
            .doors()
            .dimension(0, 6, -1.2, "6000")
            .dimension(0, 2.5, -0.6, "2500")
            .dimension(2.5, 6, -0.6, "3500")
            .decide();
    assertScale(decision, scale);
    assertThat(ScaleWarning.of(decision).orElseThrow().code()).isEqualTo("SCALE_MISSING");
  }

  @ParameterizedTest
  @CsvSource({"70.37, 5, 5 m", "133.7, 10, 10m", "55, 6.096, 20'", "88, 5, 500 cm"})
  void aScaleBarWithNumbersAtItsEndsAloneTellsTheScale(double scale, double lengthM, String end) {
    assertScale(barWithTwoEnds(scale, lengthM, end).decide(), scale);
  }

  @ParameterizedTest
  @CsvSource({
    "600, 250, 350",
    "6.00, 2.50, 3.50",
    "6000, 2500, 3500",
    "'6,00', '2,50', '3,50'",
    "6.000, 2.500, 3.500",
    "6.00 m, 2.50 m, 3.50 m"
  })
  void unitsOfDimensionsAreFoundOut(String all, String first, String second) {
    var decision =
        new Plot(100)
            .doors()
            .dimension(0, 6, -1.2, all)
            .dimension(0, 2.5, -0.6, first)
            .dimension(2.5, 6, -0.6, second)
            .decide();
    assertThat(decision.used()).isEqualTo("1:100");
  }

  @Test
  void feetAndInchesTellAnImperialScale() {
    double foot = 0.3048;
    var decision =
        new Plot(48)
            .doors()
            .dimension(0, 20 * foot, -1.2, "20'-0\"")
            .dimension(0, 8.5 * foot, -0.6, "8'-6\"")
            .dimension(8.5 * foot, 20 * foot, -0.6, "11'-6\"")
            .decide();
    assertThat(decision.used()).isEqualTo("1:48");
  }

  @Test
  void aSheetPrintedSmallerThanItsNoteSaysIsFoundOutByItsDimensions() {
    var decision =
        new Plot(141.42)
            .doors()
            .note("SCALE 1:100")
            .dimension(0, 6, -1.2, "6000")
            .dimension(0, 2.5, -0.6, "2500")
            .dimension(2.5, 6, -0.6, "3500")
            .decide();
    assertScale(decision, 141.42);
    assertThat(decision.declared()).isEqualTo("1:100");
    assertThat(ScaleWarning.of(decision).orElseThrow().code()).isEqualTo("SCALE_CORRECTED");
  }

  @Test
  void oneDimensionDoesNotOutweighTheNote() {
    var decision = new Plot(100).doors().note("SCALE 1:100").dimension(0, 6, -1.2, "5800").decide();
    assertThat(decision.used()).isEqualTo("1:100");
  }

  @Test
  void aNoteForAnotherSizeOfPaperIsMadeFit() {
    var a4 = new View("1", View.Kind.PAGE, new Box(Vec3.ZERO, new Vec3(595, 842, 0)));
    var plot = new Plot(200).doors().note("1:100@A2");
    assertThat(plot.decide(List.of(a4), Map.of()).used()).isEqualTo("1:200");
    var both = new Plot(100).doors().note("1:50 @ A2 / 1:100 @ A4");
    var decision = both.decide(List.of(a4), Map.of());
    assertThat(decision.used()).isEqualTo("1:100");
    assertThat(decision.declared()).isEqualTo("1:100");
  }

  @ParameterizedTest
  @CsvSource({"4455, 3150, 2.645833", "9933, 7016.5, 4.166667", "1684, 1191, 1"})
  void aPageLargerThanAnySheetIsASheetInDots(double width, double height, double times) {
    var page = new View("1", View.Kind.PAGE, new Box(Vec3.ZERO, new Vec3(width, height, 0)));
    assertScale(new Plot(100 / times).doors().decide(List.of(page), Map.of()), 100 / times);
    var noted = new Plot(50 / times).doors().note("SCALE 1:50");
    assertScale(noted.decide(List.of(page), Map.of()), 50 / times);
  }

  @Test
  void aScaleBarTellsTheScale() {
    var plot = new Plot(125).doors();
    for (int i = 0; i <= 5; i++) {
      plot.text(i == 5 ? "5m" : "" + i, i, -3);
    }
    assertThat(plot.decide().used()).isEqualTo("1:125");
  }

  @Test
  void measureDictionariesAreFollowedWhereTheyNameNoUnit() {
    double millimetresPerPoint = 70.37 * 0.0254 / 72 * 1000;
    var view =
        new View(
            "",
            View.Kind.VIEWPORT,
            Box.EMPTY,
            Box.EMPTY,
            Optional.of(new Measure(millimetresPerPoint, " ", "")));
    assertScale(new Plot(70.37).doors().decide(List.of(view), Map.of()), 70.37);
    var printedSmaller = new Plot(70.37).doors().note("SCALE 1:50");
    var decision = printedSmaller.decide(List.of(view), Map.of());
    assertThat(decision.used()).isEqualTo("1:70.4");
    assertThat(decision.metresPerUnit() * POINTS_PER_METRE).isCloseTo(70.37, within(0.05));
  }

  @Test
  void doorsAloneTellAUsualScale() {
    var decision = new Plot(100).doors().decide();
    assertThat(decision.used()).isEqualTo("1:100");
    assertThat(decision.confidence()).isLessThan(0.9);
  }

  @Test
  void theOptionDecidesWhateverIsWritten() {
    var plot = new Plot(100).doors().note("SCALE 1:100");
    assertThat(plot.decide(List.of(), Map.of("scale", "1/50")).used()).isEqualTo("1:50");
    assertThat(plot.decide(List.of(), Map.of("scale", "1/4\" = 1'-0\"")).used()).isEqualTo("1:48");
    assertThat(plot.decide(List.of(), Map.of("scale", "1:70.37")).metresPerUnit())
        .isCloseTo(70.37 * ScaleDetective.POINT_M, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "ALL DIMENSIONS ARE IN MM, MM",
    "All dimensions in millimetres, MM",
    "Alle Maße in cm, CM",
    "Cotes en cm, CM",
    "Cotas en metros, M",
    "MEDIDAS EN MILIMETROS, MM",
    "单位：毫米, MM",
    "Dimensions in feet and inches, FT",
    "Misure in cm, CM"
  })
  void theStatedUnitOfDimensionsIsRead(String text, LengthUnit unit) {
    assertThat(StatedUnit.of(text)).contains(unit);
  }

  @Test
  void dimensionLinesThatGoOnPastTheirTicksDoNotBlurTheScale() {
    var plot = new Plot(63);
    overrun(plot, -0.1, 6.1, -0.8, "6.20");
    overrun(plot, 1, 6.1, -1.2, "5.10");
    overrun(plot, -0.1, 4.2, -1.6, "4.30");
    var decision = plot.decide();
    assertThat(decision.metresPerUnit() * POINTS_PER_METRE)
        .as(decision.toString())
        .isCloseTo(63, within(0.001 * 63));
  }

  /** A dimension line that goes 2 cm past its extension lines. */
  private static void overrun(Plot plot, double from, double to, double y, String text) {
    plot.house.line(from - 0.02, y, to + 0.02, y);
    plot.house.line(from, y - 0.1, from, y + 0.3).line(to, y - 0.1, to, y + 0.3);
    plot.text(text, (from + to) / 2, y + 0.1);
  }
}
