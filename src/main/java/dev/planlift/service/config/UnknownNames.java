package dev.planlift.service.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Names that look like settings and are none: a mistake that would else change nothing. */
final class UnknownNames {
  private static final String ENVIRONMENT_PREFIX = "planlift_";

  private final List<Setting> settings;
  private final String keyPrefix;

  /**
   * @param prefix before the first dot of every key
   */
  UnknownNames(List<Setting> settings, String prefix) {
    this.settings = List.copyOf(settings);
    this.keyPrefix = prefix + ".";
  }

  /**
   * A sentence for each, in their order, with the nearest name that there is.
   *
   * @param configured every name that some source of configuration holds
   * @param environment every name in the environment
   */
  List<String> faults(Collection<String> configured, Set<String> environment) {
    var keys = settings.stream().map(Setting::key).toList();
    var known = new HashSet<>(keys);
    environment.stream().map(UnknownNames::asKey).forEach(known::add);
    return Stream.concat(
            configured.stream()
                .filter(name -> name.startsWith(keyPrefix) && !known.contains(name))
                .map(name -> fault(name, "", keys)),
            environmentFaults(environment))
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<String> environmentFaults(Set<String> environment) {
    var names =
        Stream.concat(
                settings.stream().map(Setting::environmentName),
                Arrays.stream(ServerVariable.values()).map(Enum::name))
            .distinct()
            .toList();
    return environment.stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(ENVIRONMENT_PREFIX))
        .filter(name -> !names.contains(name))
        .map(name -> fault(name, " of the environment", names));
  }

  /** The environment's names come back among the configured ones as keys that nobody wrote. */
  private static String asKey(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  private static String fault(String name, String where, List<String> known) {
    var nearest =
        known.stream().min(Comparator.comparingInt(there -> distance(name, there))).orElseThrow();
    return name + where + " is no setting; the nearest is " + nearest;
  }

  /** How many letters are to be put in, left out or changed (Levenshtein), cases apart. */
  static int distance(String one, String other) {
    var a = one.toLowerCase(Locale.ROOT);
    var b = other.toLowerCase(Locale.ROOT);
    var row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
