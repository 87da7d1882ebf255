package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.PageSelection;
import dev.planlift.core.geom.Box;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.Option;
import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.PlanPage;
import dev.planlift.core.plan.SheetView;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Line work to building: the front of this room. Stateless and thread-safe. Time grows little more
 * than linearly with what is drawn; line work too dense to be a plan is left as it is, with a
 * diagnostic.
 */
public final class Reconstructor {
  /** Never fails: what is not understood is left over. */
  public Reconstruction reconstruct(Drawing drawing, ConversionOptions options) {
    var pages = DrawnPage.of(drawing);
    if (pages.size() > 1) {
      boolean together =
          options.flag(Option.PLAN) && !options.text(Option.VIEWS).equals(Understanding.ALL_VIEWS);
      var stacked = together ? new PageLevels(options).of(pages) : Optional.<Reconstruction>empty();
      return stacked.orElseGet(() -> ofBest(pages, options));
    }
    var found = ofOne(drawing, options, new ArrayList<>());
    return pages.isEmpty() ? found : found.with(List.of(page(pages.getFirst(), found)));
  }

  private static Reconstruction ofBest(List<DrawnPage> pages, ConversionOptions options) {
    var best =
        pages.stream()
            .min(Comparator.comparingDouble(page -> -page.page().confidence()))
            .orElseThrow();
    var others =
        pages.stream()
            .map(page -> page.page().page())
            .filter(number -> number != best.page().page())
            .map(String::valueOf)
            .toList();
    var diagnostics = new ArrayList<Diagnostic>();
    diagnostics.add(
        new Diagnostic(
            PageSelection.PAGES_LEFT_OUT,
            "Page %d is shown as it is drawn, without page %s"
                .formatted(best.page().page(), String.join(", ", others)),
            Place.of("page", best.page().page())));
    var found = ofOne(best.drawing(), options, diagnostics);
    return found.with(List.of(page(best, found)));
  }

  private static Reconstruction ofOne(
      Drawing drawing, ConversionOptions options, List<Diagnostic> diagnostics) {
    var understood = Understanding.of(drawing, options, Understanding.Origin.NEAR);
    diagnostics.addAll(understood.diagnostics());
    var frame = understood.frame();
    var units = understood.units();
    if (!understood.parts().isEmpty()) {
      return new BuildingMaker(frame, units, options, diagnostics).ofSheet(understood.parts());
    }
    ChosenViews.unheeded(options).ifPresent(diagnostics::add);
    return understood
        .plan()
        .map(
            found ->
                new BuildingMaker(frame, units, options, diagnostics)
                    .ofOnePlan(found, label(drawing)))
        .orElseGet(
            () ->
                new Reconstruction(
                    units,
                    new Building(List.of()),
                    List.of(understood.seen()),
                    List.of(),
                    diagnostics));
  }

  /** What the only page is called, where that is a storey's name or a plan's. */
  private static String label(Drawing drawing) {
    return DrawnPage.of(drawing).stream()
        .map(page -> StoreyPages.named(List.of(page.page())).getFirst())
        .filter(StoreyPages.Named::maybeStorey)
        .findFirst()
        .flatMap(StoreyPages.Named::title)
        .map(ViewTitle::text)
        .orElse("Level 0");
  }

  /** What became of the only page. */
  private static PlanPage page(DrawnPage page, Reconstruction found) {
    var views =
        found.views().isEmpty()
            ? found.building().levels().stream()
                .map(
                    level ->
                        new SheetView(
                            level.view(),
                            SheetView.Kind.PLAN,
                            Box.EMPTY,
                            page.page().confidence(),
                            page.page().reason(),
                            Optional.of(level.label())))
                .toList()
            : found.views();
    return new PlanPage(page.page().page(), found.units(), views);
  }
}
