package dev.planlift.core.reconstruct;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which storey a title speaks of: 0 is the ground floor, cellars are below, attics above all
 * others. What countries call the first floor is one step apart, which matters for the order of the
 * storeys of one sheet only where it mixes both.
 */
final class StoreyName {
  private static final double ATTIC = 90;
  private static final double MEZZANINE = 0.5;

  private record Rule(Pattern pattern, double storey, int sign) {
    /** A rule whose first group, where there is one, is the number. */
    static Rule of(String pattern, double storey, int sign) {
      return new Rule(Pattern.compile(pattern), storey, sign);
    }

    OptionalDouble match(String text) {
      var found = pattern.matcher(text);
      return found.find() ? OptionalDouble.of(value(found)) : OptionalDouble.empty();
    }

    private double value(Matcher found) {
      for (int i = 1; i <= found.groupCount(); i++) {
        var number = Optional.ofNullable(found.group(i)).flatMap(StoreyName::number);
        if (number.isPresent()) {
          return sign * number.get();
        }
      }
      return storey;
    }
  }

  private static final String NUMBER = "(\\d{1,2})";
  private static final String ORDINAL =
      "(\\d{1,2}|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|primer[ao]?|"
          + "segund[ao]|tercer[ao]?|cuart[ao]|premier|deuxieme|troisieme|primo|secondo|terzo|"
          + "erstes|zweites|drittes|i{1,3}|iv|一|二|三|四|五|六|七|八|九|十)";

  private static final List<Rule> RULES =
      List.of(
          Rule.of("지하\\s*" + NUMBER + "?\\s*층", -1, -1),
          Rule.of("地下" + ORDINAL + "?\\s*[层層階]?", -1, -1),
          Rule.of(NUMBER + "\\.?\\s*(?:ug|untergeschoss)", -1, -1),
          Rule.of("\\bb" + NUMBER + "f?\\b", -1, -1),
          Rule.of(
              "basement|cellar|lower ground|keller|\\b[ku]g\\b|untergeschoss|sous-sol|sotano|subsolo"
                  + "|interrato|piwnic|suteren|kelder|souterrain|kjeller|kallar|подвал",
              -1,
              -1),
          Rule.of("mezzanin|zwischengeschoss|entresol|entrepiso|antresol", MEZZANINE, 1),
          Rule.of(
              "ground|erdgeschoss|\\beg\\b|rez-de-chaussee|\\brdc\\b|planta baja|\\bp\\.?b\\.?\\b|terreo"
                  + "|piano terra|\\bparter|begane|bottenvan|\\bgf\\b|首层|首層",
              0,
              1),
          Rule.of(
              "dachgeschoss|\\bdg\\b|\\battic|\\bloft\\b|combles|\\batico|poddasz|\\bzolder|mansard|阁楼|다락",
              ATTIC,
              1),
          Rule.of(NUMBER + "\\s*층", 1, 1),
          Rule.of(ORDINAL + "\\s*[层層階]", 1, 1),
          Rule.of("\\b" + NUMBER + "\\s*f\\b", 1, 1),
          Rule.of("\\br\\s*\\+\\s*" + NUMBER, 1, 1),
          Rule.of(
              "\\b"
                  + ORDINAL
                  + "(?:st|nd|rd|th|er|e|eme|a|o|º|ª|\\.)?\\s*"
                  + "(?:floor|og\\b|obergeschoss|etage|etasje|verdieping|piano|planta|piso|pavimento|pietr[oa]"
                  + "|storey|story|level)",
              1,
              1),
          Rule.of(
              "(?:floor|level|lvl|storey|story|etage|niveau|nivel|piano|planta|piso|pavimento|pietr[oa])"
                  + "\\s*-?\\s*"
                  + ORDINAL
                  + "\\b",
              1,
              1),
          Rule.of("obergeschoss|\\bog\\b|upper floor|upper level|planta alta|etage", 1, 1),
          Rule.of("lower floor|lower level", -1, -1),
          Rule.of("main floor|main level", 0, 1));

  private static final List<List<String>> NUMERALS =
      List.of(
          List.of("first", "primer", "primera", "primero", "premier", "primo", "erstes", "i", "一"),
          List.of("second", "segunda", "segundo", "deuxieme", "secondo", "zweites", "ii", "二"),
          List.of(
              "third", "tercer", "tercera", "tercero", "troisieme", "terzo", "drittes", "iii", "三"),
          List.of("fourth", "cuarta", "cuarto", "iv", "四"),
          List.of("fifth", "五"),
          List.of("sixth", "六"),
          List.of("seventh", "七"),
          List.of("eighth", "八"),
          List.of("ninth", "九"),
          List.of("tenth", "十"));

  private StoreyName() {}

  /** The storey's number; empty where a text speaks of none. */
  static OptionalDouble storeyOf(String text) {
    var plain = PlainWords.of(text);
    for (var rule : RULES) {
      var storey = rule.match(plain);
      if (storey.isPresent()) {
        return storey;
      }
    }
    return OptionalDouble.empty();
  }

  private static Optional<Integer> number(String text) {
    if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(Integer.parseInt(text));
    }
    for (int i = 0; i < NUMERALS.size(); i++) {
      if (NUMERALS.get(i).contains(text)) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }
}
