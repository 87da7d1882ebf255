package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.PageSelection;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.Option;
import dev.planlift.core.plan.PlanPage;
import dev.planlift.core.plan.SheetView;
import dev.planlift.core.reconstruct.StoreyStack.Placed;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.Place;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one building of several pages, each understood by itself and at its own scale. What is
 * drawn on them is brought to the scale of the lowest storey's page.
 */
final class PageLevels {
  private final ConversionOptions options;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  PageLevels(ConversionOptions options) {
    this.options = options;
  }

  /**
   * A page with its views.
   *
   * @param parts called after the page
   */
  private record Read(DrawnPage page, Understanding understood, List<SheetPart> parts) {
    int number() {
      return page.page().page();
    }
  }

  /** Empty where there is a plan on none of the pages. */
  Optional<Reconstruction> of(List<DrawnPage> pages) {
    var named = StoreyPages.named(pages.stream().map(DrawnPage::page).toList());
    var read = new ArrayList<Read>();
    for (int i = 0; i < pages.size(); i++) {
      read.add(read(pages.get(i), named.get(i)));
    }
    var parts = read.stream().flatMap(one -> one.parts().stream()).toList();
    var plans = ChosenViews.of(parts, options, diagnostics);
    if (plans.isEmpty()) {
      return Optional.empty();
    }
    var stack = new PageStack(!options.text(Option.PAGES).isEmpty());
    var placed = stack.stack(plans);
    read.forEach(page -> tellLeftOut(page, stack));
    return Optional.of(built(read, placed, stack.repeated()));
  }

  private Read read(DrawnPage page, StoreyPages.Named named) {
    var understood = Understanding.of(page.drawing(), options, Understanding.Origin.CORNER);
    var where = Place.of("page", page.page().page());
    understood
        .diagnostics()
        .forEach(one -> diagnostics.add(new Diagnostic(one.code(), one.message(), where)));
    var parts = new ArrayList<SheetPart>();
    understood.plan().map(found -> onlyPlan(page, named, found)).ifPresent(parts::add);
    boolean one = understood.parts().stream().filter(SheetPart::isPlan).count() == 1;
    for (var part : understood.parts()) {
      boolean nameless = one && part.isPlan() && part.storey().isEmpty();
      var title = nameless && named.storey().isPresent() ? named.title() : part.title();
      parts.add(part.named("page %d: %s".formatted(page.page().page(), part.name()), title));
    }
    return new Read(page, understood, parts);
  }

  private static SheetPart onlyPlan(DrawnPage page, StoreyPages.Named named, Recognition found) {
    var number = "page " + page.page().page();
    return new SheetPart(
        named.title().map(title -> number + ": " + title.text()).orElse(number),
        found.storey().walls().getEnvelopeInternal(),
        found.work().seen(),
        named.title(),
        found,
        Vec2.ZERO,
        new ViewJudge.Verdict(SheetView.Kind.PLAN, page.page().confidence(), page.page().reason()));
  }

  private void tellLeftOut(Read page, PageStack stack) {
    for (var part : page.parts()) {
      if (stack.repeated().contains(part)) {
        tell(page, StoreyPages.STOREY_REPEATED, part.name() + " shows a storey once more");
      } else if (stack.apart().contains(part)) {
        tell(
            page,
            PageSelection.PAGES_LEFT_OUT,
            part.name() + " names no storey and stands over none (option pages takes it)");
      }
    }
    if (page.parts().stream().noneMatch(SheetPart::isPlan)) {
      tell(page, PageSelection.PAGES_LEFT_OUT, "No plan was found on page " + page.number());
    }
  }

  private void tell(Read page, String code, String message) {
    diagnostics.add(new Diagnostic(code, message, Place.of("page", page.number())));
  }

  private Reconstruction built(List<Read> pages, List<Placed> placed, List<SheetPart> repeated) {
    var lowest =
        pages.stream()
            .filter(page -> page.parts().contains(placed.getFirst().part()))
            .findFirst()
            .orElseThrow()
            .understood();
    var scaled = new IdentityHashMap<SheetPart, SheetPart>();
    for (var page : pages) {
      double factor = page.understood().units().metresPerUnit() / lowest.units().metresPerUnit();
      page.parts().forEach(part -> scaled.put(part, factor == 1 ? part : part.inUnits(factor)));
    }
    var made =
        new BuildingMaker(lowest.frame(), lowest.units(), options, diagnostics)
            .ofPages(
                pages.stream()
                    .flatMap(page -> page.parts().stream())
                    .map(part -> in(scaled, part))
                    .toList(),
                placed.stream()
                    .map(one -> new Placed(in(scaled, one.part()), one.storey(), one.shift()))
                    .toList(),
                repeated.stream().map(part -> in(scaled, part)).toList());
    return made.with(accounts(pages, made.views()));
  }

  private static SheetPart in(Map<SheetPart, SheetPart> scaled, SheetPart part) {
    return scaled.getOrDefault(part, part);
  }

  /**
   * @param views of all pages, in their order
   */
  private static List<PlanPage> accounts(List<Read> pages, List<SheetView> views) {
    var accounts = new ArrayList<PlanPage>();
    int from = 0;
    for (var page : pages) {
      int to = from + page.parts().size();
      accounts.add(new PlanPage(page.number(), page.understood().units(), views.subList(from, to)));
      from = to;
    }
    return accounts;
  }
}
