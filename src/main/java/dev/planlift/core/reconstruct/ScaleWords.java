package dev.planlift.core.reconstruct;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands before a scale and what is said where there is none. Immutable. */
final class ScaleWords {
  static final ScaleWords STANDARD = new ScaleWords();

  private static final String SIGNS = "[\\s.:=(\\[-]*";

  private final Pattern ending;
  private final Pattern endingWord;
  private final Pattern starting;
  private final Pattern none;

  private ScaleWords() {
    var names = words("NAMED");
    var any = alternatives(names);
    var several = alternatives(names.stream().filter(name -> name.length() > 1).toList());
    ending = Pattern.compile("(?:^|[^\\p{L}])(?:" + any + ")" + SIGNS + "$");
    endingWord = Pattern.compile("(?:^|[^\\p{L}])(?:" + several + ")" + SIGNS + "$");
    starting = Pattern.compile("^[\\s(]*(?:" + several + ")(?![\\p{L}])");
    none = Pattern.compile("(?<![\\p{L}])(?:" + alternatives(words("NONE")) + ")(?![\\p{L}\\d])");
  }

  private static List<String> words(String subject) {
    return WordTable.rows("scale")
        .filter(row -> row.subject().equals(subject))
        .flatMap(row -> row.words().stream())
        .distinct()
        .sorted((a, b) -> b.length() - a.length())
        .toList();
  }

  private static String alternatives(List<String> words) {
    return words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }

  /** Whether a plain text ends with a word for scale and nothing but signs after it. */
  boolean endsWithName(String before) {
    return ending.matcher(before).find();
  }

  /** The same by words alone, without those of one letter. */
  boolean endsWithWord(String before) {
    return endingWord.matcher(before).find();
  }

  /** Whether a plain text starts with one: "1:100 scale". */
  boolean startsWithName(String after) {
    return starting.matcher(after).find();
  }

  boolean saysNone(String plain) {
    return none.matcher(plain).find();
  }
}
