package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.Option;
import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.SheetView;
import dev.planlift.core.plan.ThingKind;
import dev.planlift.core.plan.ThingName;
import dev.planlift.core.plan.UnitDecision;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns what was found, in one plan or in the views of a sheet, into levels. */
final class BuildingMaker {
  private final Frame frame;
  private final UnitDecision units;
  private final ConversionOptions options;
  private final List<Diagnostic> diagnostics;

  /** Of views that are drawn alike, which share what was found in them. */
  private final IdentityHashMap<Storey, PlanPieces> pieces = new IdentityHashMap<>();

  BuildingMaker(
      Frame frame, UnitDecision units, ConversionOptions options, List<Diagnostic> diagnostics) {
    this.frame = frame;
    this.units = units;
    this.options = options;
    this.diagnostics = diagnostics;
  }

  /** All that is drawn as one storey. */
  Reconstruction ofOnePlan(Recognition found, String label) {
    var plan = maker(frame, Vec2.ZERO, found);
    var rest = plan.leftover();
    var level = plan.level(label, 0, "Model");
    diagnostics.addAll(PrintedAreaCheck.of(List.of(level)));
    return new Reconstruction(
        units,
        new Building(LevelStack.finished(List.of(level)), ThingKinds.of(rest)),
        List.of(SeenItems.of(rest)),
        List.of(),
        diagnostics);
  }

  private PlanMaker maker(Frame drawn, Vec2 shift, Recognition found) {
    double toleranceM = options.number(Option.CURVE_TOLERANCE_MM) / 1000;
    var parted =
        pieces.computeIfAbsent(found.storey(), storey -> PlanPieces.of(found, drawn, toleranceM));
    return new PlanMaker(drawn, shift, found, parted, options);
  }

  /** The plans among the views of a sheet, over each other; other views are left out. */
  Reconstruction ofSheet(List<SheetPart> parts) {
    var stack = new StoreyStack();
    var placed = stack.stack(ChosenViews.of(parts, options, diagnostics));
    var made = of(parts, placed, stack.repeated());
    diagnostics.add(summary(made.views()));
    return checked(made);
  }

  /** With what a look at all of it adds to the diagnostics. */
  private Reconstruction checked(Reconstruction made) {
    diagnostics.addAll(PrintedAreaCheck.of(made.building().levels()));
    return made.withDiagnostics(diagnostics);
  }

  /**
   * Plans of several pages in their places.
   *
   * @param parts all views, for the account of them
   * @param repeated those left out because others show the same
   */
  Reconstruction ofPages(
      List<SheetPart> parts, List<StoreyStack.Placed> placed, List<SheetPart> repeated) {
    return checked(of(parts, placed, repeated));
  }

  private Reconstruction of(
      List<SheetPart> parts, List<StoreyStack.Placed> placed, List<SheetPart> repeated) {
    var storeys = new TreeMap<Integer, List<StoreyStack.Placed>>();
    for (var one : placed) {
      storeys.computeIfAbsent(one.storey(), s -> new ArrayList<>()).add(one);
    }
    var things = new HashMap<ThingName, ThingKind>();
    var levels = new ArrayList<Level>();
    var leftover = new ArrayList<SeenItems>();
    var levelOf = new IdentityHashMap<SheetPart, String>();
    storeys.forEach(
        (storey, plans) -> {
          var rest = new ArrayList<Expansion.Seen>();
          var made = level(storey, plans, rest);
          levels.add(made);
          leftover.add(SeenItems.of(rest));
          things.putAll(ThingKinds.of(rest));
          plans.forEach(plan -> levelOf.put(plan.part(), made.label()));
        });
    var again = Collections.newSetFromMap(new IdentityHashMap<SheetPart, Boolean>());
    again.addAll(repeated);
    var views = parts.stream().map(part -> view(part, levelOf, again)).toList();
    return new Reconstruction(
        units, new Building(LevelStack.finished(levels), things), leftover, views, diagnostics);
  }

  private Level level(int storey, List<StoreyStack.Placed> plans, List<Expansion.Seen> rest) {
    double elevationM = storey * options.number(Option.LEVEL_HEIGHT);
    var label = plans.getFirst().part().title().map(ViewTitle::text).orElse("Level " + storey);
    var made = new ArrayList<Level>();
    for (var plan : plans) {
      var part = plan.part();
      var drawn = frame.shifted(part.at());
      var maker = maker(drawn, plan.shift(), part.found());
      made.add(maker.level(label, elevationM, part.name()));
      rest.addAll(Moved.by(plan.shift(), units.metresPerUnit(), maker.leftover()));
    }
    var first = made.getFirst();
    return new Level(
        label,
        elevationM,
        first.heightM(),
        String.join(", ", made.stream().map(Level::view).toList()),
        first.shift(),
        all(made, Level::walls),
        all(made, Level::openings),
        all(made, Level::rooms),
        all(made, Level::slabs),
        all(made, Level::columns),
        all(made, Level::stairs),
        all(made, Level::lifts));
  }

  private static <T> List<T> all(List<Level> levels, Function<Level, List<T>> what) {
    return levels.stream().map(what).flatMap(List::stream).toList();
  }

  private SheetView view(
      SheetPart part, IdentityHashMap<SheetPart, String> levelOf, Set<SheetPart> repeated) {
    var view = Sheet.view(part, frame, Optional.ofNullable(levelOf.get(part)));
    return repeated.contains(part)
        ? new SheetView(
            view.name(),
            view.kind(),
            view.bounds(),
            view.confidence(),
            view.reason() + ", drawn once more",
            view.level())
        : view;
  }

  private static Diagnostic summary(List<SheetView> views) {
    var taken = views.stream().filter(view -> view.level().isPresent());
    var left = views.stream().filter(view -> view.level().isEmpty());
    return new Diagnostic(
        "SHEET_PARTED",
        "The sheet shows "
            + views.size()
            + " views; taken: "
            + listed(taken)
            + "; left out: "
            + listed(left),
        Place.UNKNOWN);
  }

  private static String listed(Stream<SheetView> views) {
    var names =
        views
            .map(
                view ->
                    view.name()
                        + " ("
                        + view.kind().name().toLowerCase(java.util.Locale.ROOT)
                        + ")")
            .toList();
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
