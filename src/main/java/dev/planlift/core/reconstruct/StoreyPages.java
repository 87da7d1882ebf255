package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.PageClass;
import dev.planlift.core.drawing.PageSelection;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Which pages of a file show the storeys of one building, by what they are called. Stateless. */
public final class StoreyPages {
  /** A storey is drawn on several pages; one of them is taken. */
  public static final String STOREY_REPEATED = "STOREY_REPEATED";

  /** A page that something on it says to be a plan. */
  private static final double SAID = 0.75;

  /** Towers are drawn by typical floors. */
  private static final int MOST = 40;

  /** Of pages that name no storey so many are looked at, unless they are asked for. */
  private static final int MOST_NAMELESS = 8;

  /**
   * A page with what it is called.
   *
   * @param title the likeliest that names a storey, else the likeliest
   * @param other whether it shows a storey for something else, such as its installations
   */
  record Named(PageClass page, Optional<ViewTitle> title, boolean other) {
    OptionalDouble storey() {
      return title.map(ViewTitle::storey).orElse(OptionalDouble.empty());
    }

    /** Whether nothing says that it is a plan of something else than a storey. */
    boolean maybeStorey() {
      return storey().isPresent()
          || title
              .flatMap(ViewTitle::topic)
              .map(topic -> topic == ViewWords.Topic.PLAN)
              .orElse(true);
    }
  }

  private StoreyPages() {}

  /**
   * The pages to convert: plans of different storeys; where names tell none apart, all that may be
   * one, which the walls have to decide; else the best page.
   *
   * @param pages at least one, ascending
   * @param asked whether these pages were asked for one by one
   */
  public static PageSelection choose(List<PageClass> pages, boolean asked) {
    var best = PageClass.best(pages);
    var plans =
        named(
            pages.stream()
                .filter(page -> page.kind() == PageClass.Kind.VECTOR_PLAN)
                .filter(page -> asked || page.confidence() >= SAID || page.page() == best.page())
                .toList());
    if (plans.size() < 2) {
      return PageSelection.of(best);
    }
    var diagnostics = new ArrayList<Diagnostic>();
    var chosen = new ArrayList<>(oneAStorey(plans, diagnostics).values());
    boolean storeys = chosen.size() > 1;
    plans.stream()
        .filter(plan -> plan.storey().isEmpty())
        .filter(plan -> asked || (!storeys && plan.maybeStorey()))
        .sorted(Comparator.comparing(plan -> plan.page().page() != best.page()))
        .limit(asked ? MOST : MOST_NAMELESS)
        .forEach(chosen::add);
    var numbers = chosen.stream().map(plan -> plan.page().page()).limit(MOST).sorted().toList();
    return numbers.isEmpty() ? PageSelection.of(best) : new PageSelection(numbers, diagnostics);
  }

  /** For each storey that is named the first page, one of the plan itself if there is any. */
  private static Map<Double, Named> oneAStorey(List<Named> plans, List<Diagnostic> diagnostics) {
    var taken = new TreeMap<Double, Named>();
    plans.stream()
        .filter(plan -> plan.storey().isPresent())
        .sorted(Comparator.comparing(Named::other))
        .forEach(
            plan -> {
              var first = taken.putIfAbsent(plan.storey().getAsDouble(), plan);
              if (first != null) {
                diagnostics.add(repeated(plan, first));
              }
            });
    return taken;
  }

  private static Diagnostic repeated(Named plan, Named first) {
    return new Diagnostic(
        STOREY_REPEATED,
        "Page %d (%s) shows the storey of page %d (%s) and is left out (option pages takes it)"
            .formatted(plan.page().page(), text(plan), first.page().page(), text(first)),
        Place.of("page", plan.page().page()));
  }

  private static String text(Named plan) {
    return plan.title().map(ViewTitle::text).orElse("");
  }

  /** The pages with their titles; what stands on every one of them is the title of none. */
  static List<Named> named(List<PageClass> pages) {
    var counts = new HashMap<String, Integer>();
    for (var page : pages) {
      page.titles().stream()
          .map(PlainWords::of)
          .distinct()
          .forEach(title -> counts.merge(title, 1, Integer::sum));
    }
    return pages.stream()
        .map(
            page ->
                named(
                    page,
                    page.titles().stream()
                        .filter(
                            title ->
                                pages.size() == 1
                                    || counts.getOrDefault(PlainWords.of(title), 0) < pages.size())
                        .map(ViewTitle::of)
                        .flatMap(Optional::stream)
                        .toList()))
        .toList();
  }

  private static Named named(PageClass page, List<ViewTitle> titles) {
    var storey = titles.stream().filter(title -> title.storey().isPresent()).findFirst();
    boolean other =
        titles.stream().anyMatch(t -> t.topic().equals(Optional.of(ViewWords.Topic.SERVICES)))
            || storey.flatMap(ViewTitle::topic).filter(t -> t != ViewWords.Topic.PLAN).isPresent();
    return new Named(page, storey.or(() -> titles.stream().findFirst()), other);
  }
}
