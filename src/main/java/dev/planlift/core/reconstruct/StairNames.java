package dev.planlift.core.reconstruct;

import dev.planlift.core.reconstruct.ThingWords.Mark;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What names and texts of one drawing say of stairs. Looks each name up once. */
final class StairNames {
  private final LineWork work;
  private final Map<String, Role> roles = new HashMap<>();
  private final Set<Integer> inStair = new HashSet<>();
  private final Set<Integer> inOther = new HashSet<>();

  StairNames(LineWork work) {
    this.work = work;
    for (var instance : work.instances()) {
      if (instance.role() == Role.STAIR) {
        inStair.addAll(instance.items());
      } else {
        inOther.addAll(instance.items());
      }
    }
  }

  /** By its layer or the symbol it is in. */
  boolean isStair(int item) {
    return inStair.contains(item) || (!inOther.contains(item) && role(layer(item)) == Role.STAIR);
  }

  boolean isInOtherSymbol(int item) {
    return inOther.contains(item);
  }

  /** Whether a line may be one of a stair's. */
  boolean mayBeStair(int item) {
    return switch (work.use(item)) {
      case WALL, FREE, MIXED, SYMBOL -> true;
      case DOOR, WINDOW -> false;
      case OTHER -> isStair(item);
    };
  }

  boolean saysUp(String text) {
    return ThingWords.STANDARD.speaksOf(Mark.UP, text);
  }

  boolean saysDown(String text) {
    return ThingWords.STANDARD.speaksOf(Mark.DOWN, text);
  }

  private String layer(int item) {
    return work.seen().get(item).item().appearance().layer().name();
  }

  private Role role(String name) {
    return roles.computeIfAbsent(name, LayerWords.STANDARD::roleOf);
  }
}
