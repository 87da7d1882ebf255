package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.UnitDecision;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitDetectiveTest {
  private static UnitDecision decide(Drawing drawing, Map<String, String> options) {
    return new UnitDetective()
        .decide(
            drawing.unit(),
            SeenItems.of(new Expansion().all(drawing.items())),
            ConversionOptions.parse(options));
  }

  @ParameterizedTest
  @CsvSource({"mm, 1000", "cm, 100", "m, 1", "in, 39.37007874", "ft, 3.280839895"})
  void doorsAndTextsTellTheUnitWhereNoneIsDeclared(String unit, double unitsPerMetre) {
    var house = new House(unitsPerMetre, Affine3.IDENTITY).outlines().doors().labels();
    var decision = decide(house.drawing(), Map.of());
    assertThat(decision.used()).isEqualTo(unit);
    assertThat(decision.declared()).isEqualTo("none");
    assertThat(decision.evidence()).anyMatch(text -> text.contains("door swings"));
  }

  @Test
  void aDeclaredUnitThatFitsIsBelieved() {
    var house = new House(100, Affine3.IDENTITY).outlines().doors().labels();
    var decision = decide(house.drawing("cm", 0.01), Map.of());
    assertThat(decision.used()).isEqualTo("cm");
    assertThat(decision.confidence()).isGreaterThan(0.8);
  }

  @Test
  void inchesInWhichDoorsAreTwentyMetresWideAreNotBelieved() {
    var house = new House().outlines().doors().arc(0, 0, 0.8, 0).line(0, 0, 0.8, 0).labels();
    var decision = decide(house.drawing("in", 0.0254), Map.of());
    assertThat(decision.used()).isEqualTo("mm");
    assertThat(decision.declared()).isEqualTo("in");
  }

  @Test
  void aSmallPartInMillimetresStaysInMillimetres() {
    var part = new House(1, Affine3.IDENTITY);
    part.line(0, 0, 40, 0).line(40, 0, 40, 20).arc(36, 16, 4, 0).arc(4, 16, 4, 1.57);
    assertThat(decide(part.drawing("mm", 0.001), Map.of()).used()).isEqualTo("mm");
  }

  @Test
  void sizesOfTextsAndSheetAloneDoNotOverruleWhatIsDeclared() {
    var sheet = new House(1, Affine3.IDENTITY).on("WALLS");
    sheet.line(0, 0, 100, 0).line(100, 0, 100, 80).line(100, 80, 0, 80).line(0, 80, 0, 0);
    sheet.text("Sample", 50, 40, 5);
    assertThat(decide(sheet.drawing("mm", 0.001), Map.of()).used()).isEqualTo("mm");
  }

  @Test
  void theOptionDecidesWhateverIsDeclared() {
    var decision =
        decide(new House().outlines().doors().drawing("mm", 0.001), Map.of("units", "ft"));
    assertThat(decision.used()).isEqualTo("ft");
    assertThat(decision.metresPerUnit()).isEqualTo(0.3048);
    assertThat(decision.confidence()).isEqualTo(1);
  }
}
