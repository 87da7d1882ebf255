package dev.planlift.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.convert.ConversionListener;
import dev.planlift.core.convert.ConversionRequest;
import dev.planlift.core.convert.Converter;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.dxf.DxfReader;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.score.GlbModel;
import dev.planlift.score.PlanTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A house whose storeys are plotted to pages of their own is one building. */
class PlottedStoreysTest {
  private static final double FLOOR = 0.95;
  private static final double OVER_EACH_OTHER_M = 0.05;

  /** What is drawn around a storey's walls. */
  private static final double AROUND_M = 3.9;

  @TempDir Path folder;

  private final PlotPage pages = new PlotPage();

  /** What each page shows, where it shows it. */
  private final List<PlanTruth> plotted = new ArrayList<>();

  private void plot(HardPlan plan, int storey, int scale) throws IOException {
    var dxf = Files.write(folder.resolve("plan.dxf"), plan.drawing());
    var drawing = new DxfReader().read(dxf, part -> {});
    double metresPerUnit = 1 / plan.manner().unitsPerMetre();
    var truth = plan.truths().get(storey);
    var one = part(drawing, box(truth), metresPerUnit);
    var shift = Plot.add(pages, one, metresPerUnit, scale, PlotManner.PLAIN, "SCALE 1:" + scale);
    plotted.add(truth.moved(shift.x(), shift.y()));
  }

  private static Drawing part(Drawing drawing, Box within, double metresPerUnit) {
    return drawing.with(
        drawing.items().stream()
            .filter(item -> holds(within, middle(item).times(metresPerUnit)))
            .toList());
  }

  private static Vec3 middle(DrawingItem item) {
    var box = new Box[] {Box.EMPTY};
    new Expansion()
        .visit(List.of(item), (seen, inside) -> box[0] = box[0].with(PlotBounds.of(seen)));
    return box[0].min().plus(box[0].max()).times(0.5);
  }

  private static boolean holds(Box box, Vec3 p) {
    return p.x() >= box.min().x()
        && p.x() <= box.max().x()
        && p.y() >= box.min().y()
        && p.y() <= box.max().y();
  }

  private static Box box(PlanTruth truth) {
    var box = Box.EMPTY;
    for (var wall : truth.walls()) {
      for (var p : wall.shell()) {
        box = box.with(new Vec3(p[0], p[1], 0));
      }
    }
    var around = new Vec3(AROUND_M, AROUND_M, 0);
    return new Box(box.min().minus(around), box.max().plus(around));
  }

  /** The report; the model is in the folder. */
  private String convert(Map<String, String> options) throws IOException {
    var request =
        new ConversionRequest(
            Files.write(folder.resolve("set.pdf"), pages.bytes()),
            "set.pdf",
            ConversionOptions.parse(options),
            folder.resolve("set.glb"),
            Optional.of(folder.resolve("set.json")),
            Optional.empty(),
            List.of(folder.resolve("set.png")));
    new Converter().convert(request, ConversionListener.SILENT);
    return Files.readString(folder.resolve("set.json")).replaceAll("\\s+", " ");
  }

  private GlbModel model() throws IOException {
    return GlbModel.read(folder.resolve("set.glb"));
  }

  @ParameterizedTest(name = "{0} {1}, seed {2}")
  @CsvSource({"L, OUTLINE, 1", "RECTANGLE, SOLID, 1"})
  void titlesTellWhichPageIsWhichStorey(HouseMaker.Shape shape, Manner.Walls walls, long seed)
      throws IOException {
    var plan = HardPlan.of(Dress.TITLED, shape, walls, seed);
    int storeys = plan.truths().size();
    for (int storey = storeys - 1; storey >= 0; storey--) {
      plot(plan, storey, storey % 2 == 0 ? 100 : 50);
    }
    var report = convert(Map.of());
    var truths = List.copyOf(plotted.reversed());
    var found = StoreyScore.of(model(), truths);
    System.out.println("pages, " + shape + " " + walls + ", seed " + seed + ": " + found);
    assertThat(found.score()).as("%s", plan.manner()).isGreaterThan(FLOOR);
    assertThat(found.isInOrder()).isTrue();
    assertThat(found.maxOffM()).isLessThan(OVER_EACH_OTHER_M);
    for (int storey = 0; storey < storeys; storey++) {
      assertThat(report)
          .containsPattern(
              "\"page\" : %d, \"class\" : \"vector_plan\"[^}]*\"used\" : \"1:%d\"[^}]*} *, \"levels\" : \\[ \"\\Q%s\\E\" \\]"
                  .formatted(
                      storeys - storey, storey % 2 == 0 ? 100 : 50, plan.titles().get(storey)));
    }
    assertThat(report).doesNotContain("PAGES_LEFT_OUT");
  }

  @Test
  void aStoreyThatIsDrawnOnceMoreIsNoOtherStorey() throws IOException {
    var plan = HardPlan.of(Dress.TITLED, HouseMaker.Shape.L, Manner.Walls.OUTLINE, 1);
    plot(plan, 0, 100);
    plot(plan, 1, 100);
    plot(plan, 0, 50);
    var report = convert(Map.of());
    assertThat(model().storeys()).hasSize(2);
    assertThat(report).contains("STOREY_REPEATED").contains("Page 3 (");
    assertThat(report).containsPattern("\"page\" : 3,[^{]*\"taken\" : false");
  }

  @Test
  void pagesThatAreAskedForAreStoreysInTheirOrder() throws IOException {
    var plan = HardPlan.of(Dress.UNTITLED, HouseMaker.Shape.L, Manner.Walls.OUTLINE, 1);
    plot(plan, 1, 100);
    plot(plan, 0, 100);
    convert(Map.of("pages", "1,2"));
    var found = StoreyScore.of(model(), plotted);
    assertThat(found.score()).isGreaterThan(FLOOR);
    assertThat(found.isInOrder()).isTrue();
    assertThat(found.maxOffM()).isLessThan(OVER_EACH_OTHER_M);
  }

  @Test
  void aPageIsConvertedAloneWhereItIsShownAsDrawn() throws IOException {
    var plan = HardPlan.of(Dress.TITLED, HouseMaker.Shape.L, Manner.Walls.OUTLINE, 1);
    plot(plan, 0, 100);
    plot(plan, 1, 100);
    assertThat(convert(Map.of("views", "all")))
        .contains("PAGES_LEFT_OUT")
        .containsPattern("\"page\" : 1,[^}]*\"taken\" : true")
        .containsPattern("\"page\" : 2,[^}]*\"taken\" : false");
    assertThat(model().storeys()).hasSize(1);
  }

  @Test
  void aPageByItselfGivesItsTitleToTheLevel() throws IOException {
    var plan = HardPlan.of(Dress.TITLED, HouseMaker.Shape.L, Manner.Walls.OUTLINE, 1);
    plot(plan, 1, 100);
    assertThat(convert(Map.of())).contains("\"levels\" : [ \"" + plan.titles().get(1) + "\" ]");
  }
}
