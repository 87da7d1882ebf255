package dev.planlift.core.solid;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.Expansion.Seen;
import dev.planlift.core.drawing.Face;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.ImageFrame;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.drawing.SurfaceMesh;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.Option;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.ThingKind;
import dev.planlift.core.plan.ThingName;
import dev.planlift.core.scene.Category;
import dev.planlift.core.source.SourceRef;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was drawn and not taken for building, as element nodes. Up to {@link #MAX_OWN_NODES} things
 * have a node each (a symbol's placement counts as one); of more, those of one layer share one.
 */
final class LeftoverNodes {
  static final int MAX_OWN_NODES = 2000;

  private final Level level;
  private final double metresPerUnit;
  private final ElementNodes nodes;
  private final boolean plan;
  private final ItemMesher mesher;
  private final Map<ThingName, ThingKind> things;
  private final double tolerance;

  LeftoverNodes(
      Level level,
      Map<ThingName, ThingKind> things,
      double metresPerUnit,
      ConversionOptions options,
      ElementNodes nodes) {
    this.level = level;
    this.things = things;
    this.metresPerUnit = metresPerUnit;
    this.nodes = nodes;
    this.plan = options.flag(Option.PLAN);
    this.tolerance = options.number(Option.CURVE_TOLERANCE_MM) / 1000 / metresPerUnit;
    this.mesher = new ItemMesher(tolerance, metresPerUnit, plan ? 0 : level.heightM());
  }

  /** Identifies the node a thing goes to. */
  private sealed interface Key {
    record OfEntity(Category category, String layer, SourceRef source) implements Key {}

    record OfLayer(Category category, String layer) implements Key {
      // As a record's own, which is slow before it is compiled: each item is looked up.
      @Override
      public boolean equals(@Nullable Object other) {
        return other instanceof OfLayer key && category == key.category && layer.equals(key.layer);
      }

      @Override
      public int hashCode() {
        return 31 * layer.hashCode() + category.hashCode();
      }
    }

    /** Equal only for the very same placement. */
    record OfInstance(Category category, String layer, int instance) implements Key {}
  }

  void make(SeenItems leftover) {
    SeenItems drawn = visitor -> leftover.visit(new Drawn(visitor));
    boolean furnished = plan && !level.walls().isEmpty();
    var rest = furnished ? SeenItems.of(furniture(drawn.all())) : drawn;
    var instances = new InstanceNumbers();
    var keys = new OwnKeys(instances);
    rest.visit(keys);
    drafts(rest, !keys.isDone(), instances);
  }

  /** Counts nodes, as many as matter. */
  private static final class OwnKeys implements Expansion.Visitor {
    private final InstanceNumbers instances;
    private final Set<Key> keys = new HashSet<>();

    OwnKeys(InstanceNumbers instances) {
      this.instances = instances;
    }

    @Override
    public void seen(DrawingItem item, List<SymbolInstance> inside) {
      if (!isDone()) {
        keys.add(own(item, inside, instances));
      }
    }

    @Override
    public boolean isDone() {
      return keys.size() > MAX_OWN_NODES;
    }
  }

  /** Passes on what is to be shown. */
  private final class Drawn implements Expansion.Visitor {
    private final Expansion.Visitor visitor;

    Drawn(Expansion.Visitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public void seen(DrawingItem item, List<SymbolInstance> inside) {
      drawn(item, inside, visitor);
    }

    @Override
    public boolean isDone() {
      return visitor.isDone();
    }
  }

  /**
   * Passes on what is to be shown. Dimensions are shown as the picture that is drawn of them, less
   * the points they hang on.
   */
  private void drawn(DrawingItem item, List<SymbolInstance> inside, Expansion.Visitor visitor) {
    if (!(item instanceof MeasuredDimension dimension)) {
      kept(item, inside, visitor);
      return;
    }
    new Expansion()
        .visit(
            dimension.picture(),
            (part, within) -> {
              if (!(part instanceof Path path && path.isPoint())) {
                var look = part.appearance().inside(dimension.appearance());
                kept(part.with(look), inside, visitor);
              }
            });
  }

  private void kept(DrawingItem item, List<SymbolInstance> inside, Expansion.Visitor visitor) {
    if (nodes.keeps(category(item), item.appearance().layer().name())) {
      visitor.seen(item, inside);
    }
  }

  private List<Seen> furniture(List<Seen> drawn) {
    var split = new FurnitureFinder(metresPerUnit, wallBounds(), things).split(drawn);
    var raised = new RaisedThing(tolerance);
    new FurnitureNodes(mesher, raised, metresPerUnit, level.elevationM(), nodes)
        .make(split.pieces());
    return split.rest();
  }

  private Box wallBounds() {
    var bounds = Box.EMPTY;
    for (var wall : level.walls()) {
      for (var p : wall.footprint().shell()) {
        bounds = bounds.with(new Vec3(p.x(), p.y(), 0));
      }
    }
    return bounds;
  }

  static Category category(DrawingItem item) {
    return switch (item) {
      case Path path -> path.extrusion().equals(Vec3.ZERO) ? Category.CURVE : Category.SOLID;
      case Face ignored -> Category.SOLID;
      case SurfaceMesh ignored -> Category.SOLID;
      case TextLabel ignored -> Category.TEXT;
      case FilledRegion region ->
          region.extrusion().equals(Vec3.ZERO) ? Category.CURVE : Category.SOLID;
      case ImageFrame ignored -> Category.CURVE;
      case MeasuredDimension ignored -> Category.CURVE;
      case SymbolInstance ignored -> Category.CURVE;
    };
  }

  private static Key own(DrawingItem item, List<SymbolInstance> inside, InstanceNumbers instances) {
    var layer = item.appearance().layer().name();
    var category = category(item);
    return inside.isEmpty() || category == Category.TEXT
        ? new Key.OfEntity(category, layer, item.source())
        : new Key.OfInstance(category, layer, instances.of(inside.getFirst()));
  }

  private void drafts(SeenItems rest, boolean ownNodes, InstanceNumbers instances) {
    var drafts = new LinkedHashMap<Key, NodeDraft>();
    var toMetres =
        Affine3.translation(new Vec3(0, 0, level.elevationM()))
            .after(Affine3.scale(metresPerUnit, metresPerUnit, metresPerUnit));
    rest.visit(
        (item, inside) -> {
          var category = category(item);
          var layer = item.appearance().layer().name();
          var key = ownNodes ? own(item, inside, instances) : new Key.OfLayer(category, layer);
          var draft =
              drafts.computeIfAbsent(
                  key,
                  k -> {
                    var name = name(layer, inside, category, ownNodes);
                    return new NodeDraft(category, name, layer);
                  });
          draft.addSource(item.source());
          if (item instanceof TextLabel text) {
            draft.addText(text.text(), text.height() * metresPerUnit);
          }
          mesher.add(item, toMetres, draft);
        });
    var counts = new LinkedHashMap<Category, Integer>();
    while (!drafts.isEmpty()) { // one after the other, so that no mesh is there twice for long
      var draft = drafts.pollFirstEntry().getValue();
      int number = counts.merge(draft.category(), 1, Integer::sum);
      draft.make(number, nodes);
    }
  }

  /** Empty where the node is to be numbered. */
  private static Optional<String> name(
      String layer, List<SymbolInstance> inside, Category category, boolean own) {
    if (!own) {
      return Optional.of(category.outsideName() + "s on " + layer);
    }
    if (inside.isEmpty() || category == Category.TEXT) {
      return Optional.empty();
    }
    var symbol = inside.getFirst().symbol().name();
    return symbol.isBlank() || symbol.startsWith("*") ? Optional.empty() : Optional.of(symbol);
  }

  /** Numbers symbol placements by identity: two equal ones are still two. */
  private static final class InstanceNumbers {
    private final IdentityHashMap<SymbolInstance, Integer> numbers = new IdentityHashMap<>();

    int of(SymbolInstance instance) {
      return numbers.computeIfAbsent(instance, i -> numbers.size());
    }
  }
}
