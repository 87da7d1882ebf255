package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.PageClass;
import dev.planlift.core.drawing.PageSummary;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageJudgeTest {
  private static final String SENTENCE =
      "This paragraph tells at some length what was built and why.";

  private static PageClass judged(long paths, double cover, List<String> texts) {
    var labels = texts.stream().map(PageJudgeTest::label).toList();
    return PageJudge.judge(new PageSummary(4, paths, cover > 0 ? 1 : 0, cover, labels));
  }

  private static TextLabel label(String text) {
    return new TextLabel(
        text,
        Vec3.ZERO,
        Vec3.X,
        9,
        50,
        Appearance.on(Layer.ZERO),
        new SourceRef.PageBox(4, List.of(0.0, 0.0, 1.0, 1.0)));
  }

  private static List<String> prose(int lines, String... more) {
    return Stream.concat(Arrays.stream(more), Collections.nCopies(lines, SENTENCE).stream())
        .toList();
  }

  @Test
  void linesOfTextWithARuleHereAndThereAreADocument() {
    var page = judged(40, 0, prose(30));
    assertThat(page.page()).isEqualTo(4);
    assertThat(page.kind()).isEqualTo(PageClass.Kind.DOCUMENT);
    assertThat(page.confidence()).isBetween(0.5, 1.0);
  }

  @Test
  void aPageWithoutAnythingDrawnIsADocument() {
    assertThat(judged(0, 0, List.of()).kind()).isEqualTo(PageClass.Kind.DOCUMENT);
  }

  @Test
  void aPictureOfThePageIsAScan() {
    assertThat(judged(0, 0.95, List.of()).kind()).isEqualTo(PageClass.Kind.SCANNED_PLAN);
    assertThat(judged(4, 0.5, List.of("KITCHEN")).kind()).isEqualTo(PageClass.Kind.SCANNED_PLAN);
  }

  @Test
  void aPictureAmongLinesOfTextIsADocument() {
    assertThat(judged(2, 0.5, prose(20)).kind()).isEqualTo(PageClass.Kind.DOCUMENT);
  }

  @Test
  void lineWorkOverAPictureIsMixed() {
    assertThat(judged(500, 0.8, List.of()).kind()).isEqualTo(PageClass.Kind.MIXED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GROUND FLOOR PLAN", "1. OG", "Planta baja", "1층 평면도", "Rez-de-chaussée"})
  void aTitleMakesAPlan(String title) {
    var page = judged(500, 0, List.of("scale", title));
    assertThat(page.kind()).isEqualTo(PageClass.Kind.VECTOR_PLAN);
    assertThat(page.reason()).contains(title);
    assertThat(page.confidence()).isGreaterThan(judged(500, 0, List.of()).confidence());
  }

  @ParameterizedTest
  @ValueSource(strings = {"NORTH ELEVATION", "SECTION A-A", "Schnitt A-A", "Coupe A-A", "立面图"})
  void aTitleMakesAnotherDrawing(String title) {
    assertThat(judged(500, 0, List.of(title)).kind()).isEqualTo(PageClass.Kind.OTHER_DRAWING);
  }

  @Test
  void aSheetOfPlanAndSectionIsAPlan() {
    assertThat(judged(500, 0, List.of("SECTION A-A", "FIRST FLOOR PLAN")).kind())
        .isEqualTo(PageClass.Kind.VECTOR_PLAN);
  }

  @Test
  void aLegendOnAPlanSaysNothing() {
    assertThat(judged(500, 0, List.of("Legend")).kind()).isEqualTo(PageClass.Kind.VECTOR_PLAN);
  }

  @Test
  void aPlanOfFinishesOnAStoreyIsAPlan() {
    assertThat(judged(500, 0, List.of("BUILDING A - FIRST FLOOR FINISH PLAN")).kind())
        .isEqualTo(PageClass.Kind.VECTOR_PLAN);
  }

  @Test
  void shortTextsWithHardlyALineAreADocument() {
    assertThat(judged(5, 0, Collections.nCopies(60, "12 mm")).kind())
        .isEqualTo(PageClass.Kind.DOCUMENT);
  }

  @Test
  void namesOfRoomsMakeAPlan() {
    assertThat(judged(500, 0, List.of("Kitchen", "Bedroom 1", "Bathroom", "SECTION A-A")).kind())
        .isEqualTo(PageClass.Kind.VECTOR_PLAN);
  }

  @Test
  void notesBesideMuchLineWorkMakeNoDocument() {
    assertThat(judged(3000, 0, prose(40)).kind()).isEqualTo(PageClass.Kind.VECTOR_PLAN);
  }
}
