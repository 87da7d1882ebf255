package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.PageClass;
import dev.planlift.core.drawing.PageClass.Kind;
import dev.planlift.core.source.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which pages of a file become the storeys of one building. */
class StoreyPagesTest {
  private static PageClass page(int number, Kind kind, double confidence, String... titles) {
    return new PageClass(number, kind, confidence, "", List.of(titles));
  }

  private static PageClass plan(int number, String... titles) {
    return page(number, Kind.VECTOR_PLAN, 0.9, titles);
  }

  private static List<Integer> chosen(boolean asked, PageClass... pages) {
    return StoreyPages.choose(List.of(pages), asked).pages();
  }

  @Test
  void eachStoreyThatIsNamedIsTakenOnce() {
    var selection =
        StoreyPages.choose(
            List.of(
                plan(1, "Grundriss EG"),
                plan(2, "Grundriss OG"),
                plan(3, "Grundriss EG, Möblierung")),
            false);
    assertThat(selection.pages()).containsExactly(1, 2);
    assertThat(selection.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(StoreyPages.STOREY_REPEATED);
    assertThat(selection.diagnostics().getFirst().message()).contains("Page 3").contains("page 1");
  }

  @Test
  void ofTwoBuildingsWithAlikeStoreysOneIsTakenAndTheOtherIsHadByItsPages() {
    var houses =
        List.of(
            plan(1, "House A, ground floor"),
            plan(2, "House A, first floor"),
            plan(3, "House B, ground floor"),
            plan(4, "House B, first floor"));
    var selection = StoreyPages.choose(houses, false);
    assertThat(selection.pages()).containsExactly(1, 2);
    assertThat(selection.diagnostics())
        .extracting(Diagnostic::message)
        .allMatch(message -> message.contains("option pages"))
        .hasSize(2);
    assertThat(StoreyPages.choose(houses.subList(2, 4), true).pages()).containsExactly(3, 4);
  }

  @Test
  void ofOneStoreyThePlanItselfIsTakenBeforeThatOfItsInstallations() {
    assertThat(
            chosen(
                false,
                plan(1, "Electrical plan", "Ground floor"),
                plan(2, "Ground floor plan"),
                plan(3, "First floor plan")))
        .containsExactly(2, 3);
  }

  @Test
  void whatStandsOnEveryPageNamesNoStorey() {
    assertThat(
            chosen(
                false,
                plan(1, "The Loft House", "Ground floor plan"),
                plan(2, "The Loft House", "First floor plan")))
        .containsExactly(1, 2);
  }

  @Test
  void otherDrawingsAndDoubtfulPagesAreLeftOutUnlessAskedFor() {
    var pages =
        new PageClass[] {
          page(1, Kind.OTHER_DRAWING, 0.9, "Section A-A"),
          plan(2, "Ground floor plan"),
          plan(3, "First floor plan"),
          page(4, Kind.VECTOR_PLAN, 0.5)
        };
    assertThat(chosen(false, pages)).containsExactly(2, 3);
    assertThat(chosen(true, pages)).containsExactly(2, 3, 4);
  }

  @Test
  void whereNoStoreyIsNamedAllPlansAreLookedAt() {
    assertThat(
            chosen(
                false,
                plan(1),
                page(2, Kind.VECTOR_PLAN, 0.8),
                plan(3, "Roof plan"),
                page(4, Kind.VECTOR_PLAN, 0.5)))
        .containsExactly(1, 2);
  }

  @Test
  void withoutTwoPlansTheBestPageIsTaken() {
    assertThat(chosen(false, page(1, Kind.SCANNED_PLAN, 0.7), page(2, Kind.MIXED, 0.7)))
        .containsExactly(2);
    assertThat(chosen(false, page(1, Kind.DOCUMENT, 0.9))).containsExactly(1);
  }
}
