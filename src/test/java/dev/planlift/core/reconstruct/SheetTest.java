package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Room;
import dev.planlift.core.plan.SheetView;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets that show a house several times. */
class SheetTest {
  private static Reconstruction reconstruct(House sheet, Map<String, String> options) {
    return new Reconstructor().reconstruct(sheet.drawing(), ConversionOptions.parse(options));
  }

  private static House plan() {
    return new House().outlines().doors().window().labels();
  }

  private static House plan(String title) {
    return plan().text(title, 3, -1.2, 0.4);
  }

  /** Three slabs over each other with walls between them, on the ground. */
  private static House section() {
    var house = new House();
    for (double y : new double[] {0, 3, 6}) {
      house.line(0, y, 6, y).line(0, y + 0.25, 6, y + 0.25);
    }
    for (double x : new double[] {0, 2.5, 5.75}) {
      house.line(x, 0.25, x, 3).line(x + 0.25, 0.25, x + 0.25, 3);
      house.line(x, 3.25, x, 6).line(x + 0.25, 3.25, x + 0.25, 6);
    }
    return house.line(-1, -0.3, 7, -0.3);
  }

  @Test
  void titledPlansBecomeLevelsOverEachOther() {
    var sheet = new House().with(plan("FIRST FLOOR PLAN"), 0, 0);
    sheet.with(plan("GROUND FLOOR PLAN"), 20, 0);
    var found = reconstruct(sheet, Map.of("levelHeight", "2.8"));
    assertThat(found.building().levels())
        .extracting(Level::label)
        .containsExactly("GROUND FLOOR PLAN", "FIRST FLOOR PLAN");
    var upper = found.building().levels().getLast();
    assertThat(upper.elevationM()).isEqualTo(2.8);
    assertThat(upper.shift().distance(new Vec2(20, 0))).isLessThan(0.03);
    assertThat(upper.openings()).hasSize(3);
    assertThat(upper.rooms()).extracting("label").contains("KITCHEN", "LIVING ROOM");
  }

  @Test
  void aPlanBesideItsCopyIsTakenOnce() {
    var found = reconstruct(rowOf(2), Map.of());
    assertThat(found.building().levels()).hasSize(1);
    assertThat(found.building().levels().getFirst().openings()).hasSize(3);
  }

  @Test
  void aRowOfHousesThatAreAlikeIsTakenWhole() {
    var found = reconstruct(rowOf(7), Map.of());
    assertThat(found.building().levels()).hasSize(1);
    assertThat(found.building().levels().getFirst().openings()).hasSize(7 * 3);
  }

  private static House rowOf(int houses) {
    var sheet = new House();
    for (int i = 0; i < houses; i++) {
      sheet.with(plan(), 20 * i, 0);
    }
    return sheet;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KG|EG|1. OG|DG",
        "Sótano|Planta baja|Planta primera|Ático",
        "지하1층 평면도|1층 평면도|2층 평면도|다락 평면도",
        "地下一层平面图|首层平面图|二层平面图|三层平面图",
        "地下1階平面図|1階平面図|2階平面図|3階平面図",
        "Sous-sol|Rez-de-chaussée|1er étage|Combles",
        "Piwnica|Rzut parteru|Piętro 1|Poddasze",
        "Bodrum kat|Zemin kat|1. kat|Çatı katı",
        "План подвала|План 1 этажа|План 2 этажа|Мансарда",
        "1. PP|1. NP|2. NP|3. NP",
        "B1|1F|2F|3F",
        "Level -1|Level 0|Level 1|Level 2",
        "القبو|الدور الأرضي|الدور الأول|الدور الثاني"
      })
  void fourStoreysOfAnyLanguageStandInTheirOrder(String titles) {
    var names = titles.split("\\|", -1);
    var sheet = new House();
    sheet.with(plan(names[2]), 0, 0).with(plan(names[0]), 20, 0);
    sheet.with(plan(names[3]), 0, 20).with(plan(names[1]), 20, 20);
    var levels = reconstruct(sheet, Map.of("levelHeight", "3")).building().levels();
    assertThat(levels).extracting(Level::label).containsExactly(names);
    assertThat(levels).extracting(Level::elevationM).containsExactly(-3.0, 0.0, 3.0, 6.0);
  }

  @Test
  void aPlateFillsWhatIsBetweenTheWallsBelowAndTheFloorAbove() {
    var sheet = new House().with(plan("FIRST FLOOR PLAN"), 0, 0);
    sheet.with(plan("GROUND FLOOR PLAN"), 20, 0);
    var found = reconstruct(sheet, Map.of("wallHeight", "2.6"));

    var ground = found.building().levels().getFirst().slabs();
    assertThat(ground)
        .singleElement()
        .satisfies(slab -> assertThat(slab.thicknessM()).isCloseTo(0.24, within(1e-9)));
    var upper = found.building().levels().getLast();
    assertThat(upper.slabs()).hasSize(1);
    var slab = upper.slabs().getFirst();
    assertThat(slab.thicknessM()).isCloseTo(0.39, within(1e-9));
    double covered =
        upper.walls().stream().mapToDouble(wall -> wall.footprint().area()).sum()
            + upper.rooms().stream().mapToDouble(Room::areaM2).sum();
    assertThat(slab.outline().area()).isGreaterThanOrEqualTo(0.97 * covered);
    assertThat(slab.outline().holes()).isEmpty();

    var touching = reconstruct(sheet, Map.of("wallHeight", "3"));
    assertThat(touching.building().levels().getLast().slabs()).isEmpty();
  }

  @Test
  void plansWithoutTitlesStandOverEachOtherWhereWallsDo() {
    var upper = plan().line(0.1, 2.7, 2.95, 2.7).line(0.1, 3, 2.95, 3);
    upper.line(3.05, 2.7, 5.9, 2.7).line(3.05, 3, 5.9, 3);
    var found = reconstruct(new House().with(plan(), 0, 0).with(upper, 15, 0), Map.of());
    assertThat(found.building().levels()).extracting(Level::elevationM).containsExactly(0.0, 3.0);
    var shift = found.building().levels().getLast().shift();
    assertThat(shift.x()).isCloseTo(-15, within(0.03));
  }

  @Test
  void aPlanDrawnTwiceIsTakenOnce() {
    var found = reconstruct(new House().with(plan(), 0, 0).with(plan(), 0, -14), Map.of());
    assertThat(found.building().levels()).hasSize(1);
    assertThat(found.views()).extracting(SheetView::reason).anyMatch(r -> r.contains("once more"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void onePlanWithMoreAroundItIsNoSecondStorey(boolean first) {
    var planted = twins().box(-3, -1, -1, 5).box(-2.7, -0.7, -1.3, 4.7);
    var sheet = new House().with(first ? planted : twins(), 0, 0);
    var found = reconstruct(sheet.with(first ? twins() : planted, 22, 0), Map.of());
    double area =
        found.building().levels().stream()
            .flatMap(level -> level.walls().stream())
            .mapToDouble(wall -> wall.footprint().area())
            .sum();
    assertThat(area).isCloseTo(2 * House.WALLS.getArea(), within(0.04));
  }

  private static House twins() {
    return new House().with(plan(), 0, 0).with(plan(), 7, 0);
  }

  @Test
  void sectionsAndElevationsAreLeftOutAndSaid() {
    var sheet = new House().with(plan(), 0, 0).with(section(), 0, 12);
    var found = reconstruct(sheet, Map.of());
    assertThat(found.views())
        .extracting(SheetView::kind)
        .containsExactlyInAnyOrder(SheetView.Kind.SECTION, SheetView.Kind.PLAN);
    double area =
        found.building().levels().getFirst().walls().stream()
            .mapToDouble(wall -> wall.footprint().area())
            .sum();
    assertThat(area).isCloseTo(House.WALLS.getArea(), within(0.02));
    assertThat(found.leftover()).hasSize(1);
    assertThat(found.leftover().getFirst().all()).noneMatch(seen -> liesAbove(seen.item(), 8000));
    assertThat(found.diagnostics()).extracting("code").contains("SHEET_PARTED");
  }

  private static boolean liesAbove(Object item, double y) {
    return item instanceof Path path && path.segments().getFirst().start().y() > y;
  }

  @Test
  void viewsAreChosenByNumberOrName() {
    var sheet = new House().with(plan("EG"), 0, 0).with(plan("1. OG"), 20, 0);
    assertThat(reconstruct(sheet, Map.of("views", "2")).building().levels())
        .extracting(Level::label)
        .containsExactly("1. OG");
    assertThat(reconstruct(sheet, Map.of("views", "eg")).building().levels())
        .extracting(Level::label)
        .containsExactly("EG");
    assertThat(reconstruct(sheet, Map.of("views", "all")).building().levels())
        .singleElement()
        .satisfies(level -> assertThat(level.openings()).hasSize(6));
    assertThat(reconstruct(sheet, Map.of("views", "3")).diagnostics())
        .extracting("code")
        .contains("NO_SUCH_VIEW");
    var alone = new House().with(plan("EG"), 0, 0);
    assertThat(reconstruct(alone, Map.of("views", "2")).diagnostics())
        .extracting("code")
        .contains("NO_SUCH_VIEW");
  }

  @Test
  void aFrameAroundAllAndAxesThroughAllHoldNothingTogether() {
    var sheet = new House().with(plan("EG"), 0, 0).with(plan("1. OG"), 20, 0);
    sheet.line(-6, -6, 34, -6).line(34, -6, 34, 12).line(34, 12, -6, 12).line(-6, 12, -6, -6);
    sheet.line(-3, 2, 30, 2).line(-3, 3.3, 30, 3.3);
    assertThat(reconstruct(sheet, Map.of()).building().levels()).hasSize(2);
  }

  @Test
  void oneHouseIsNotParted() {
    var found = reconstruct(plan("EG"), Map.of());
    assertThat(found.views()).isEmpty();
    assertThat(found.building().levels()).extracting(Level::label).containsExactly("Level 0");
  }

  @ParameterizedTest
  @CsvSource({
    "GROUND FLOOR PLAN, 0",
    "Erdgeschoss, 0",
    "Grundriss EG, 0",
    "1. Obergeschoss, 1",
    "2.OG, 2",
    "Second floor, 2",
    "Level 03, 3",
    "2층 평면도, 2",
    "지하1층 평면도, -1",
    "1F 平面図, 1",
    "２階平面図, 2",
    "二层平面图, 2",
    "首层平面图, 0",
    "Planta baja, 0",
    "Planta alta, 1",
    "PLANTA SEGUNDA, 2",
    "Rez-de-chaussée, 0",
    "R+2, 2",
    "1er étage, 1",
    "Piano terra, 0",
    "Primo piano, 1",
    "Rzut parteru, 0",
    "Rzut piętra 1, 1",
    "Begane grond, 0",
    "Basement, -1",
    "2. UG, -2",
    "Dachgeschoss, 90"
  })
  void titlesTellTheStorey(String title, double storey) {
    assertThat(StoreyName.storeyOf(title)).isEqualTo(OptionalDouble.of(storey));
  }

  @ParameterizedTest
  @ValueSource(strings = {"KITCHEN", "Bad 4,5 m²", "W 12", "2.87", "DINING", "Legende"})
  void otherTextsTellNone(String text) {
    assertThat(StoreyName.storeyOf(text)).isEmpty();
  }

  @Test
  void titlesTellTheKindOfView() {
    assertThat(List.of("SECTION A-A", "Schnitt B-B", "단면도", "Corte longitudinal"))
        .allMatch(title -> topic(title) == ViewWords.Topic.SECTION);
    assertThat(List.of("NORTH ELEVATION", "Ansicht Süd", "立面図", "Façade nord", "Alzado sur"))
        .allMatch(title -> topic(title) == ViewWords.Topic.ELEVATION);
    assertThat(List.of("FLOOR PLAN", "Grundriss", "平面図", "Plano planta baja", "Rzut przyziemia"))
        .allMatch(title -> topic(title) == ViewWords.Topic.PLAN);
    assertThat(List.of("Electrical floor plan", "Elektroplan EG"))
        .allMatch(title -> topic(title) == ViewWords.Topic.SERVICES);
  }

  private static ViewWords.Topic topic(String title) {
    return ViewWords.STANDARD.topicOf(title).orElseThrow();
  }
}
