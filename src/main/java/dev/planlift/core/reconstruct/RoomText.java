package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one text in a room says of it.
 *
 * @param name lines that may name the room, top to bottom; no figures, marks, remarks
 * @param number the room's, as written: "1.02", "R 101"; empty where there is none
 * @param area as printed
 * @param named whether the name speaks of a room ("Küche"), not just of anything
 */
record RoomText(List<String> name, String number, Optional<PrintedArea> area, boolean named) {
  private static final int MOST_NAME_LINES = 3;
  private static final int MOST_WORDS = 5;
  private static final int MOST_LETTERS = 40;

  /** Lengths, sizes, levels, shares: nothing but figures and their units. */
  private static final Pattern FIGURE =
      Pattern.compile(
          "[~≈=±+⌀Ø-]?\\s*[\\d.,'’\"”×xX*/%\\s+½¼¾-]*\\s*(m|mm|cm|ft|in|kg|kw|w|°c?|st|stg)?\\.?",
          Pattern.CASE_INSENSITIVE);

  /**
   * Heights, levels and girths with what they are before them: "RH 2.50", "FFL +0.15", "U=18,2".
   */
  private static final Pattern MEASURE =
      Pattern.compile(
          "(h|ch|rh|lh|lrh|u|bh|brh|fh|oktf|okff|okrf|okf|ukd|ukrd|ffl|fl|sl|gl|el|lvl|level|niv|niveau"
              + "|c\\.h|hsp|hf|p\\.?d|per|ht|clg|cl)\\.?\\s*[.:=]?\\s*[±+-]?\\s*\\d.*",
          Pattern.CASE_INSENSITIVE);

  private static final String CALLED = "(?:rm|room|raum|nr|no|n°|№|#|r)\\.?[\\s.:_-]*";

  /** Numbers as rooms have them: parted ("1.02", "A-1.02"), long ("101"), or called one ("R 1"). */
  private static final Pattern NUMBER =
      Pattern.compile(
          ("(?:CALLED)?\\p{Lu}{0,2}[.\\s-]?\\d{1,3}(?:[.-]\\d{1,3}){1,3}\\p{Ll}?"
                  + "|(?:CALLED)\\p{Lu}?[.-]?\\d{1,4}\\p{L}?|[A-CEGHJ-OQRX-Z]?[.\\s-]?\\d{3,4}\\p{L}?")
              .replace("CALLED", CALLED),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** A door of 2'-6" by 6'-8" as North America writes it: 2668. */
  private static final Pattern DOOR_SIZE = Pattern.compile("[1-9]\\d(?:68|70|80)");

  /** What doors, windows, axes, things are marked with: "D01", "W-3", "TF 2a", "A". */
  private static final Pattern MARK =
      Pattern.compile("\\p{L}{1,3}(?:[\\s.-]?\\d{1,4}\\p{L}?)?|\\d{1,5}\\s*\\p{L}{0,3}");

  /** "Garage door", "wall to garage": what is spoken of is not the room. */
  private static final Set<Role> PARTS = Set.of(Role.DOOR, Role.WINDOW, Role.WALL);

  static RoomText of(String text) {
    var name = new ArrayList<String>();
    var number = "";
    Optional<PrintedArea> area = Optional.empty();
    for (var line : text.lines().map(String::strip).toList()) {
      var printed = PrintedArea.in(line);
      area = area.or(() -> printed);
      var rest = printed.isPresent() ? PrintedArea.without(line) : line;
      if (number.isEmpty() && isNumber(rest) && !MEASURE.matcher(rest).matches()) {
        number = rest;
      } else if (mayName(rest)) {
        name.add(rest);
      }
    }
    var heading = heading(name);
    return new RoomText(heading, number, area, heading.stream().anyMatch(RoomText::speaksOfRoom));
  }

  /** The lines of a name, or the first of them where a room's name heads remarks. */
  private static List<String> heading(List<String> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    int words = lines.stream().mapToInt(RoomText::words).sum();
    if (lines.size() <= MOST_NAME_LINES && words <= MOST_WORDS) {
      return List.copyOf(lines);
    }
    return speaksOfRoom(lines.getFirst()) ? List.of(lines.getFirst()) : List.of();
  }

  static int words(String line) {
    return line.split("[\\s/&+-]+", -1).length;
  }

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches() && !DOOR_SIZE.matcher(text).matches();
  }

  /** Whether a line may be a name at all, be it of a room or not. */
  private static boolean mayName(String line) {
    return !line.isEmpty()
        && line.length() <= MOST_LETTERS
        && words(line) <= MOST_WORDS
        && line.indexOf(':') < 0
        && line.indexOf('=') < 0
        && line.indexOf('@') < 0
        && !FIGURE.matcher(line).matches()
        && !MEASURE.matcher(line).matches()
        && (speaksOfRoom(line) || !isMark(line));
  }

  private static boolean isMark(String line) {
    boolean latin = line.codePoints().allMatch(c -> c < 0x250);
    return (latin && MARK.matcher(line).matches())
        || ViewWords.STANDARD.says(ViewWords.Topic.MARK, line);
  }

  static boolean speaksOfRoom(String line) {
    return words(line) <= MOST_WORDS
        && (ViewWords.STANDARD.speaksOf(ViewWords.Topic.ROOM, line)
            || ViewWords.STANDARD.speaksOf(ViewWords.Topic.PLACE, line))
        && !PARTS.contains(LayerWords.STANDARD.roleOf(line));
  }

  boolean isEmpty() {
    return name.isEmpty() && number.isEmpty() && area.isEmpty();
  }
}
