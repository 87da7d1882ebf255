package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.Level;
import org.junit.jupiter.api.Test;

/** Views of a page with leaders and marks from one to the other. */
class JoinedViewsTest {
  private static Reconstruction reconstruct(House page) {
    return new Reconstructor().reconstruct(page.drawing("mm", 1e-3), ConversionOptions.DEFAULTS);
  }

  private static House plan() {
    return new House().pen(0, 0.5).outlines().doors().window();
  }

  /** Leaders, a mark and a line with a bend, from right of one plan to left of the next. */
  private static House joined(House page) {
    page.pen(0, 0.5).line(6.2, 3, 7, 3.4).circle(7.4, 3.4, 0.4).line(7.8, 3.4, 8.6, 3.1);
    return page.circle(9, 3, 0.4).line(9.4, 2.9, 10.2, 2.2).line(6.3, 1, 9.8, 0.4);
  }

  @Test
  void onePlanDrawnTwiceIsTakenOnceThoughMarksJoinBoth() {
    var furnished = plan().line(4.5, 1, 5, 1.4).circle(1.5, 2.5, 0.3);
    var found = reconstruct(joined(new House().with(plan(), 0, 0).with(furnished, 10.5, 0)));
    assertThat(found.building().levels())
        .singleElement()
        .satisfies(level -> assertThat(level.openings()).hasSize(3));
    assertThat(found.views()).hasSize(2);
  }

  @Test
  void plansWithATitleEachAreStoreysThoughMarksJoinThem() {
    var upper = new House().pen(0, 0.5).box(0, 0, 6, 4).box(0.2, 0.2, 2.8, 3.8);
    upper.box(3, 0.2, 5.8, 3.8).line(2.8, 1, 2, 1).arc(2.8, 1, 0.8, Math.PI / 2);
    var page = new House().with(plan(), 0, 0).with(upper, 10.5, 0);
    page.pen(0, 0.5).text("GROUND FLOOR PLAN", 3, -1, 0.3).text("FIRST FLOOR PLAN", 13.5, -1, 0.3);
    assertThat(reconstruct(joined(page)).building().levels())
        .extracting(Level::label)
        .containsExactly("GROUND FLOOR PLAN", "FIRST FLOOR PLAN");
  }

  @Test
  void twoHousesThatAPathJoinsAreOnePlan() {
    var other = new House().pen(0, 0.5).box(0, 0, 5, 3).box(0.2, 0.2, 4.8, 2.8);
    var found = reconstruct(joined(new House().with(plan(), 0, 0).with(other, 10.5, 0)));
    assertThat(found.views()).isEmpty();
  }
}
