package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.plan.ThingKind;
import dev.planlift.core.plan.ThingName;
import dev.planlift.core.reconstruct.ThingWords.Mark;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the symbols of a drawing stand for, by their names, else by their layers'. */
final class ThingKinds {
  private final Map<ThingName, ThingKind> kinds = new HashMap<>();
  private final Set<ThingName> seen = new HashSet<>();

  private ThingKinds() {}

  static Map<ThingName, ThingKind> of(List<Expansion.Seen> drawn) {
    var kinds = new ThingKinds();
    for (var one : drawn) {
      one.inside().forEach(kinds::add);
    }
    return kinds.kinds;
  }

  private void add(SymbolInstance instance) {
    var name = new ThingName(instance.symbol().name(), instance.appearance().layer().name());
    if (seen.add(name)) {
      kind(name).ifPresent(kind -> kinds.put(name, kind));
    }
  }

  private static Optional<ThingKind> kind(ThingName name) {
    var words = ThingWords.STANDARD;
    var own = words.kindOf(name.symbol());
    if (own.isPresent()) {
      return own;
    }
    if (words.speaksOf(Mark.FLAT, name.symbol()) || words.speaksOf(Mark.FLAT, name.layer())) {
      return Optional.empty();
    }
    var role = LayerWords.STANDARD.roleOf(name.symbol());
    var layerKind = words.kindOf(name.layer());
    if (layerKind.isPresent() && role == Role.UNKNOWN) {
      return layerKind;
    }
    boolean furniture =
        role == Role.FURNITURE
            || (role == Role.UNKNOWN && LayerWords.STANDARD.roleOf(name.layer()) == Role.FURNITURE);
    return furniture ? Optional.of(ThingKind.OTHER) : Optional.empty();
  }
}
