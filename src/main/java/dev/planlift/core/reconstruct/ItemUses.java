package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Symbol;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.geom.Box;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides by names, symbols and line types what each item of a drawing may be taken for. */
final class ItemUses {
  /** Line types of things that are not cut by the plan: axes, hidden and overhead edges. */
  private static final Pattern NOT_CUT =
      Pattern.compile(
          ".*(CENTER|CENTRE|DASH|HIDDEN|PHANTOM|DOT|STRICH|ACHSE|VERDECKT|ISO\\d\\dW).*");

  private final double metresPerUnit;
  private final IdentityHashMap<Symbol, Double> sizes = new IdentityHashMap<>();
  private final Map<String, Role> roles = new HashMap<>();
  private final Map<String, Boolean> mixed = new HashMap<>();

  ItemUses(double metresPerUnit) {
    this.metresPerUnit = metresPerUnit;
  }

  /** The outermost instance around an item that stands for one thing, none where it is a part. */
  @Nullable SymbolInstance symbolAround(Expansion.Seen one) {
    for (var instance : one.inside()) {
      if (standsForOneThing(instance)) {
        return instance;
      }
    }
    return null;
  }

  private boolean standsForOneThing(SymbolInstance instance) {
    double sizeM =
        sizes.computeIfAbsent(instance.symbol(), ItemUses::size)
            * instance.placement().planScale()
            * metresPerUnit;
    return sizeM <= Sizes.MAX_SYMBOL_M && roleOf(instance) != Role.WALL;
  }

  /** The larger side of what a symbol draws, its own units. */
  static double size(Symbol symbol) {
    var box = new Box[] {Box.EMPTY};
    new Expansion(8, 20_000)
        .visit(
            symbol.items(),
            (item, inside) -> {
              if (item instanceof Path path) {
                for (var segment : path.segments()) {
                  box[0] = box[0].with(segment.bounds());
                }
              }
            });
    var size = box[0].size();
    return Math.max(size.x(), size.y());
  }

  /** By the symbol's name, and where that says nothing by its layer's. */
  Role roleOf(SymbolInstance instance) {
    var own = role(instance.symbol().name());
    return own == Role.UNKNOWN ? role(instance.appearance().layer().name()) : own;
  }

  /** By a layer's or symbol's name. */
  Role role(String name) {
    return roles.computeIfAbsent(name, LayerWords.STANDARD::roleOf);
  }

  LineWork.Use of(Expansion.Seen one, @Nullable SymbolInstance symbol) {
    if (!(one.item() instanceof Path) && !(one.item() instanceof FilledRegion)) {
      return LineWork.Use.OTHER;
    }
    if (one.item() instanceof Path path && path.auxiliary()) {
      return LineWork.Use.OTHER;
    }
    var layer = role(one.item().appearance().layer().name());
    if (symbol != null) {
      return inSymbol(roleOf(symbol), layer);
    }
    return switch (layer) {
      case DOOR -> mixed(one) ? LineWork.Use.MIXED : LineWork.Use.DOOR;
      case WINDOW -> mixed(one) ? LineWork.Use.MIXED : LineWork.Use.WINDOW;
      case WALL, COLUMN -> notCut(one) ? LineWork.Use.OTHER : LineWork.Use.WALL;
      case ROOM, UNKNOWN -> notCut(one) ? LineWork.Use.OTHER : LineWork.Use.FREE;
      case HATCH -> one.item() instanceof FilledRegion ? LineWork.Use.FREE : LineWork.Use.OTHER;
      case DIMENSION, TEXT, FRAME, GRID, FURNITURE, STAIR, ROOF -> LineWork.Use.OTHER;
    };
  }

  /** What an item outside symbols may be whatever its layer is called. */
  LineWork.Use unnamed(Expansion.Seen one) {
    boolean line = one.item() instanceof Path path && !path.auxiliary();
    boolean drawn = line || one.item() instanceof FilledRegion;
    return drawn && !notCut(one) ? LineWork.Use.FREE : LineWork.Use.OTHER;
  }

  /** Whether a layer is named after walls as well as after openings. */
  private boolean mixed(Expansion.Seen one) {
    return mixed.computeIfAbsent(
        one.item().appearance().layer().name(),
        name -> LayerWords.STANDARD.speaksOf(Role.WALL, name));
  }

  private static LineWork.Use inSymbol(Role symbol, Role layer) {
    var role = symbol == Role.UNKNOWN ? layer : symbol;
    return switch (role) {
      case DOOR -> LineWork.Use.DOOR;
      case WINDOW -> LineWork.Use.WINDOW;
      case COLUMN -> LineWork.Use.WALL;
      case ROOM, UNKNOWN, WALL -> LineWork.Use.SYMBOL;
      case DIMENSION, TEXT, FRAME, GRID, FURNITURE, STAIR, HATCH, ROOF -> LineWork.Use.OTHER;
    };
  }

  private static boolean notCut(Expansion.Seen one) {
    return NOT_CUT
        .matcher(one.item().appearance().seenLineType().toUpperCase(Locale.ROOT))
        .matches();
  }
}
