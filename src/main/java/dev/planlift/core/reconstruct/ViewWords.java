package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What texts say of the view they stand in or under, by {@link WordTable}. Immutable. */
final class ViewWords {
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");

  static final ViewWords STANDARD = read();

  /** What a text speaks of: the kind of a view by its title, or what is only found in one kind. */
  enum Topic {
    /** Diagrams of what is joined to what. */
    SCHEMATIC,
    SERVICES,
    ROOF,
    SITE,
    SECTION,
    ELEVATION,
    DETAIL,
    LEGEND,
    PLAN,
    ROOM,
    SLAB,
    /** Names of rooms that may mean something else outside of one. */
    PLACE,
    /** Short words that stand in rooms and name what is in them, or how things go on. */
    MARK,
    /** Rooms that cars are put in. */
    GARAGE
  }

  /**
   * Words to look for; there are hundreds, so that no pattern is tried.
   *
   * @param apart whether letters around them make them another word
   */
  private record Phrase(String words, boolean apart) {
    static Phrase of(String words, int shortest) {
      boolean latin = words.chars().allMatch(c -> c < 0x250);
      return new Phrase(words, latin && words.length() < shortest);
    }

    boolean isIn(String plain) {
      int at = plain.indexOf(words);
      while (apart && at >= 0 && !standsApart(plain, at)) {
        at = plain.indexOf(words, at + 1);
      }
      return at >= 0;
    }

    private boolean standsApart(String plain, int at) {
      int end = at + words.length();
      return (at == 0 || !Character.isLetter(plain.codePointBefore(at)))
          && (end == plain.length() || !Character.isLetter(plain.codePointAt(end)));
    }
  }

  private static final int SHORT = 4;
  private static final int SHORT_PLACE = 5;

  private final Map<Topic, List<Phrase>> phrases;
  private final Map<Topic, Set<String>> wholes;

  private ViewWords(Map<Topic, List<Phrase>> phrases, Map<Topic, Set<String>> wholes) {
    this.phrases = phrases;
    this.wholes = wholes;
  }

  /** What a text speaks of; the first of the table's order where it speaks of several. */
  Optional<Topic> topicOf(String text) {
    var plain = PlainWords.of(text);
    return phrases.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(phrase -> phrase.isIn(plain)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether a text speaks of one thing among others. */
  boolean speaksOf(Topic topic, String text) {
    var plain = PlainWords.of(text);
    return phrases.getOrDefault(topic, List.of()).stream().anyMatch(phrase -> phrase.isIn(plain));
  }

  /** Whether a text is one of a topic's phrases and nothing else, but for signs and figures. */
  boolean says(Topic topic, String text) {
    var letters = NO_LETTER.matcher(PlainWords.of(text)).replaceAll(" ").strip();
    return wholes.getOrDefault(topic, Set.of()).contains(letters);
  }

  private static ViewWords read() {
    var phrases = new LinkedHashMap<Topic, List<Phrase>>();
    var wholes = new LinkedHashMap<Topic, Set<String>>();
    WordTable.rows("text")
        .forEach(
            row -> {
              var topic = Topic.valueOf(row.subject());
              int shortest = topic == Topic.PLACE ? SHORT_PLACE : SHORT;
              var list = phrases.computeIfAbsent(topic, t -> new ArrayList<>());
              var whole = wholes.computeIfAbsent(topic, t -> new HashSet<>());
              for (var phrase : row.words()) {
                list.add(Phrase.of(phrase, shortest));
                whole.add(NO_LETTER.matcher(phrase).replaceAll(" ").strip());
              }
            });
    return new ViewWords(phrases, wholes);
  }
}
