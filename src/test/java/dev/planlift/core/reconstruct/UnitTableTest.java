package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.UnitDecision;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan in each unit, declared rightly, wrongly and not at all, with more and less to go by. */
class UnitTableTest {
  private static final List<LengthUnit> UNITS = UnitDetective.CANDIDATES;

  /** What there is to go by, apart from walls. */
  private enum Clue {
    DOORS,
    DIMENSIONS,
    TEXTS,
    AREAS
  }

  private static UnitDecision decide(Drawing drawing) {
    return new UnitDetective()
        .decide(
            drawing.unit(),
            SeenItems.of(new Expansion().all(drawing.items())),
            ConversionOptions.parse(Map.of()));
  }

  private static Drawing plan(LengthUnit unit, Optional<LengthUnit> declared, Set<Clue> clues) {
    var house =
        new House(1 / unit.metres(), Affine3.IDENTITY).on("A-WALL").outlines().on("0").window();
    if (clues.contains(Clue.DOORS)) {
      house.doors().line(5, 0, 5.8, 0).arc(5, 0, 0.8, 0);
    }
    if (clues.contains(Clue.DIMENSIONS)) {
      for (double m : new double[] {6.1, 2.85, 4, 1.2}) {
        house.dimension(0, -1, m, written(m, unit));
      }
    }
    if (clues.contains(Clue.TEXTS)) {
      house.text("KITCHEN", 1.5, 2.2, 0.2).text("LIVING ROOM", 4.5, 2.2, 0.2);
      house.text("BATH", 1.5, 1.2, 0.2);
    }
    if (clues.contains(Clue.AREAS)) {
      house.text("10.8 m2", 1.5, 1.9, 0.14).text("10.8 m²", 4.5, 1.9, 0.14);
    }
    return declared.isPresent()
        ? house.drawing(declared.get().symbol(), declared.get().metres())
        : house.drawing();
  }

  /** As the style of such an office writes it: feet and inches, or the number that is measured. */
  private static String written(double metres, LengthUnit unit) {
    if (unit == LengthUnit.IN || unit == LengthUnit.FT) {
      long inches = Math.round(metres / 0.0254);
      return inches / 12 + "'-" + inches % 12 + "\"";
    }
    return unit == LengthUnit.M
        ? String.format(Locale.ROOT, "%.2f", metres)
        : Long.toString(Math.round(metres / unit.metres()));
  }

  private record Row(LengthUnit unit, Optional<LengthUnit> declared, Set<Clue> clues) {
    boolean rightlyDeclared() {
      return declared.filter(unit::equals).isPresent();
    }

    @Override
    public String toString() {
      return unit + " declared " + declared.map(LengthUnit::symbol).orElse("none") + " " + clues;
    }
  }

  private static List<Set<Clue>> someClues() {
    var all = new ArrayList<Set<Clue>>();
    var values = Clue.values();
    for (int bits = 0; bits < 1 << values.length; bits++) {
      var clues = EnumSet.noneOf(Clue.class);
      for (int i = 0; i < values.length; i++) {
        if ((bits & (1 << i)) != 0) {
          clues.add(values[i]);
        }
      }
      all.add(clues);
    }
    return all;
  }

  private static Stream<Row> rows() {
    var rows = new ArrayList<Row>();
    for (var unit : UNITS) {
      var declared = new ArrayList<Optional<LengthUnit>>(List.of(Optional.empty()));
      UNITS.forEach(other -> declared.add(Optional.of(other)));
      for (var one : declared) {
        someClues().forEach(clues -> rows.add(new Row(unit, one, clues)));
      }
    }
    return rows.stream();
  }

  static Stream<Row> rightlyDeclared() {
    return rows().filter(Row::rightlyDeclared);
  }

  static Stream<Row> otherwiseWithSomethingSureToGoBy() {
    return rows()
        .filter(row -> !row.rightlyDeclared())
        .filter(row -> row.clues().contains(Clue.DOORS) || isWritten(row));
  }

  /** Areas, and lengths with their unit; bare numbers fit the wrong unit as well as the right. */
  private static boolean isWritten(Row row) {
    boolean feet = row.unit() == LengthUnit.IN || row.unit() == LengthUnit.FT;
    return row.clues().contains(Clue.AREAS) || (feet && row.clues().contains(Clue.DIMENSIONS));
  }

  @ParameterizedTest
  @MethodSource("rightlyDeclared")
  void whatIsRightlyDeclaredIsBelieved(Row row) {
    var decision = decide(plan(row.unit(), row.declared(), row.clues()));
    assertThat(decision.used()).as("%s: %s", row, decision).isEqualTo(row.unit().symbol());
    assertThat(decision.confidence()).as("%s: %s", row, decision).isGreaterThan(0.6);
  }

  @ParameterizedTest
  @MethodSource("otherwiseWithSomethingSureToGoBy")
  void whatIsWronglyOrNotDeclaredIsPutRight(Row row) {
    var decision = decide(plan(row.unit(), row.declared(), row.clues()));
    assertThat(decision.used()).as("%s: %s", row, decision).isEqualTo(row.unit().symbol());
    assertThat(decision.evidence()).hasSizeGreaterThan(1);
  }

  /** As on paper at 1:50 in millimetres: one unit is 50 mm. */
  private static House onPaper() {
    return new House(20, Affine3.IDENTITY).on("A-WALL").outlines().on("0").window();
  }

  private static void isMillimetresAtOneToFifty(UnitDecision decision) {
    assertThat(decision.used()).as("%s", decision).isEqualTo("mm at 1:50");
    assertThat(decision.metresPerUnit()).isEqualTo(0.05);
  }

  @ParameterizedTest
  @CsvSource({"none, 6.10, 2.85, 4.00", "mm, 6.10, 2.85, 4.00", "mm, 6100, 2850, 4000"})
  void dimensionsThatSayMoreThanTheyMeasureTellTheScale(
      String declared, String first, String second, String third) {
    var house = onPaper().doors();
    house.dimension(0, -1, 6.1, first).dimension(0, -1, 2.85, second).dimension(0, -1, 4, third);
    isMillimetresAtOneToFifty(
        decide(declared.equals("mm") ? house.drawing("mm", 0.001) : house.drawing()));
  }

  @Test
  void doorsAndTheScaleThatIsWrittenTellIt() {
    var house = onPaper().doors().line(5, 0, 5.8, 0).arc(5, 0, 0.8, 0).labels();
    isMillimetresAtOneToFifty(decide(house.text("Scale 1:50", 3, -2, 0.25).drawing("mm", 0.001)));
  }

  @Test
  void dimensionsOfDetailsAtAnotherScaleDoNotMisleadAPlan() {
    var house = new House(1000, Affine3.IDENTITY).on("A-WALL").outlines().on("0").doors();
    house.dimension(0, -1, 6.1, "6100").dimension(0, -1, 4, "4000").dimension(0, -1, 2, "2000");
    house.dimension(9, 0, 1, "100").dimension(9, 0, 0.5, "50");
    assertThat(decide(house.drawing("mm", 0.001)).used()).isEqualTo("mm");
  }
}
