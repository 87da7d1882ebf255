package dev.planlift.core.solid;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.Option;
import dev.planlift.core.scene.Category;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the options {@code include} and {@code exclude} leave in the model: an element is named by
 * its category or its layer, in any case of letters.
 */
final class Keep {
  private final Set<String> include;
  private final Set<String> exclude;
  private final boolean curves;
  private final boolean texts;

  Keep(ConversionOptions options) {
    include = names(options.text(Option.INCLUDE));
    exclude = names(options.text(Option.EXCLUDE));
    curves = options.flag(Option.CURVES);
    texts = options.flag(Option.TEXTS);
  }

  boolean keeps(Category category, String layer) {
    if ((category == Category.CURVE && !curves) || (category == Category.TEXT && !texts)) {
      return false;
    }
    boolean wanted = include.isEmpty() || names(include, category, layer);
    return wanted && !names(exclude, category, layer);
  }

  private static boolean names(Set<String> set, Category category, String layer) {
    return !set.isEmpty()
        && (set.contains(category.outsideName()) || set.contains(layer.toLowerCase(Locale.ROOT)));
  }

  private static Set<String> names(String list) {
    return Arrays.stream(list.split(","))
        .filter(name -> !name.isEmpty())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
