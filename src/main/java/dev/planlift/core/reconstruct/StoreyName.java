package dev.planlift.core.reconstruct;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which storey a title speaks of: 0 is the ground floor, cellars are below, attics above all
 * others. What countries call the first floor is one step apart, which matters for the order of the
 * storeys of one sheet only where it mixes both.
 */
final class StoreyName {
  private static final double TOP = 89;
  private static final double ATTIC = 90;
  private static final double MEZZANINE = 0.5;
  private static final double HALF_BELOW = -0.5;

  /**
   * @param storey where the pattern has no number
   * @param sign of its number
   * @param offset added to it
   */
  private record Rule(Pattern pattern, double storey, int sign, int offset) {
    OptionalDouble match(String text) {
      var found = pattern.matcher(text);
      return found.find() ? OptionalDouble.of(value(found)) : OptionalDouble.empty();
    }

    private double value(Matcher found) {
      for (int i = 1; i <= found.groupCount(); i++) {
        var group = found.group(i);
        var number = group == null ? OptionalInt.empty() : Ordinals.of(group);
        if (number.isPresent()) {
          return sign * number.getAsInt() + offset;
        }
      }
      return storey;
    }
  }

  /** A rule whose first group, where there is one, is the number. */
  private static Rule above(double storey, String... patterns) {
    return new Rule(any(patterns), storey, 1, 0);
  }

  private static Rule below(double storey, String... patterns) {
    return new Rule(any(patterns), storey, -1, 0);
  }

  private static Pattern any(String... patterns) {
    return Pattern.compile(String.join("|", patterns));
  }

  private static final String NUMBER = "(\\d{1,2})";
  private static final String ORDINAL = Ordinals.GROUP;

  /** What follows a number that counts storeys. */
  private static final String SUFFIX =
      "(?:st|nd|rd|th|er|re|e|eme|de|ste|a|as|o|ro|do|ja|ta|os|η|ος|ый|ои|ого|и|ий|'|º|ª|\\.|-го|-и|-ыи|-й)?\\s*";

  /** Words for a storey that stand after a number. */
  private static final String AFTER =
      "(?:floor|og\\b|obergeschoss|stock\\b|stockwerk|etage|etasje|verdieping|piano|planta|piso\\b"
          + "|andar|pavimento|pietr[oa]|kondygnacj|storey|story|level|patro|poschodi|kat\\b|kati\\b"
          + "|sprat|nadstropje|emelet|etaj|sal\\b|vaning|kerros|этаж|этажа|поверх|οροφ|دور|طابق|tang\\b)";

  /** Words for a storey that stand before a number. */
  private static final String BEFORE =
      "(?:floor|level|lvl|storey|story|etage|niveau|nivel|nivell|livello|piano|planta|piso|pavimento"
          + "|pietr[oa]|kondygnacj\\p{L}*|geschoss|ebene|stockwerk|plan|vaning|vaningsplan|kerros|etaj"
          + "|etajul|kat|sprat|emelet|patro|podlazi|lantai|lt\\.?|tang|lau|bouwlaag|laag|poziom|taso"
          + "|этаж|уровень|поверх|οροφος|επιπεδο|דור|קומה|الدور|الطابق|دور|طابق|ชั้น|ชั้นที่)";

  private static final String CELLAR =
      "(?:basement|cellar|keller(?:geschoss)?|untergeschoss|sous-sol|sotano|subsolo|subsuelo|interrato"
          + "|piwnic\\p{L}*|suteren|kelder|souterrain|kjeller|kallare?|kaelder|kaelderplan|kellari|pince"
          + "|subsol|podrum|klet|bodrum|подвал|подземн\\p{L}*|υπογειο|بدروم|القبو|قبو|מרתף|tang ham|ham)";

  private static final List<Rule> RULES =
      List.of(
          // Below the ground, counted.
          below(
              -1,
              "(?<!반)지하\\s*" + NUMBER + "?\\s*층?",
              "(?:地下|负|負)" + ORDINAL + "?\\s*[层層階樓楼]?",
              NUMBER + "\\.?\\s*(?:ug\\b|untergeschoss|kg\\b|kellergeschoss|pp\\b|podzemni)",
              "\\b(?:ug|kg|pp)\\s*" + NUMBER + "\\b",
              "\\bb" + NUMBER + "(?:f|층|階)?(?![\\p{L}\\d])",
              "\\br\\s*-\\s*" + NUMBER + "\\b",
              "^[-−–]\\s?" + NUMBER + "$",
              BEFORE + "\\s+\\(?[-−–]" + NUMBER + "\\b",
              "(?<!\\p{L})" + CELLAR + "\\s*(?:nr\\.?|no\\.?)?\\s*[-−–]?\\s*" + NUMBER + "\\b",
              NUMBER + "\\.?\\s*" + CELLAR,
              "[-−–]" + NUMBER + "(?:st|nd|rd|th|\\.|o|a)?\\s*" + AFTER),
          above(
              HALF_BELOW,
              "lower ground",
              "semi-?basement",
              "half basement",
              "hochparterre unten",
              "semisotano",
              "semi-sotano",
              "seminterrato",
              "demisol",
              "polusuteren",
              "반지하",
              "半地下",
              "цокол",
              "^lg$",
              "garden level"),
          below(
              -1,
              "(?<!\\p{L})" + CELLAR,
              "\\b[ku]g\\b",
              "kallar",
              "地階",
              "地下室",
              "^(?:planta |piso )?(?:da )?cave$",
              "ใต้ดิน",
              "lower floor",
              "lower level"),
          above(
              MEZZANINE,
              "mezzanin",
              "zwischengeschoss",
              "entresol",
              "entrepiso",
              "entreplanta",
              "antresol",
              "mezanin",
              "asma kat",
              "夹层",
              "夾層",
              "中2階",
              "中二階",
              "중층",
              "메자닌",
              "tang lung",
              "tussenverdieping",
              "ammezzato",
              "soppalco"),
          above(
              0,
              "(?<!\\p{L})ground(?! level| slab|ed|ing)",
              "erdgeschoss",
              "hochparterre",
              "\\be\\.?g\\b",
              "rez[- ]de[- ](?:chaussee|jardin)",
              "\\br\\.?d\\.?c\\b",
              "planta baja",
              "planta baixa",
              "planta bassa",
              "\\bp\\.?b\\.?(?![\\p{L}\\d])",
              "^pt$",
              "terreo",
              "res[- ]do[- ]chao",
              "\\br/c\\b",
              "piano terra",
              "piano terreno",
              "pianterreno",
              "piano rialzato",
              "\\bparter",
              "przyziemi",
              "begane",
              "gelijkvloers",
              "bottenvan",
              "bottenplan",
              "entreplan",
              "markplan",
              "stueplan",
              "stueetage",
              "^stuen?$",
              "prizemi",
              "prizemlje",
              "prizemie",
              "pritlicje",
              "foldszint",
              "zemin",
              "\\bgf\\b",
              "首层",
              "首層",
              "底层",
              "底層",
              "地面层",
              "ισογει",
              "ارضي|أرضي|الارضى",
              "קרקע",
              "tang tret",
              "lantai dasar",
              "ชั้นล่าง",
              "main floor",
              "main level",
              "entry level"),
          above(
              ATTIC,
              "dachgeschoss",
              "dachboden",
              "spitzboden",
              "\\bdg\\b",
              "\\battic",
              "\\bloft\\b",
              "combles",
              "\\batico",
              "bajo ?cubierta",
              "buhardilla",
              "sottotetto",
              "\\bsotao\\b",
              "poddasz",
              "strych",
              "\\bzolder",
              "\\bvind(?:s|splan|svaning)?\\b",
              "ullakko",
              "tetoter",
              "padlas",
              "mansard",
              "mansarda",
              "мансард",
              "чердак",
              "potkrovlje",
              "podkrovi",
              "podstresje",
              "cati kati",
              "阁楼",
              "閣樓",
              "小屋裏",
              "屋根裏",
              "ロフト",
              "다락",
              "σοφιτα"),
          above(
              TOP,
              "penthouse",
              "staffelgeschoss",
              "attikageschoss",
              "옥탑",
              "ph階",
              "塔屋",
              "顶层",
              "頂層",
              "top floor",
              "ultimo piano",
              "dernier etage"),
          // Above the ground, counted.
          new Rule(any(NUMBER + "\\.?\\s*(?:np\\b|nadzemni)"), 0, 1, -1),
          above(
              1,
              "(?:지상)?\\s*" + NUMBER + "\\s*층",
              "第?" + ORDINAL + "\\s*[层層階楼樓]",
              "\\b" + NUMBER + "\\s*f\\b",
              "^(?:lv|lvl)\\.?\\s?" + NUMBER + "$",
              "\\br\\s*\\+\\s*" + NUMBER,
              "(?<![\\p{L}\\d])" + ORDINAL + SUFFIX + AFTER,
              "(?<!\\p{L})"
                  + BEFORE
                  + "\\s*[-:]?\\s*"
                  + ORDINAL
                  + "(?!\\p{L}{3,})(?!\\d|[.,]\\d|:)",
              "\\bog\\s*" + NUMBER + "\\b",
              "(?:الدور|الطابق)\\s+(?:ال)?" + ORDINAL),
          above(
              1,
              "obergeschoss",
              "\\bog\\b",
              "upper floor",
              "upper level",
              "planta alta",
              "pavimento superior",
              "piano superiore",
              "ovanvaning",
              "overvaning",
              "yla?kerta",
              "(?<!sous-)etage\\b",
              "^pietro$",
              "rzut pietra",
              "^ff$"));

  private StoreyName() {}

  /** The storey's number; empty where a text speaks of none. */
  static OptionalDouble storeyOf(String text) {
    var plain = PlainWords.of(text).strip();
    for (var rule : RULES) {
      var storey = rule.match(plain);
      if (storey.isPresent()) {
        return storey;
      }
    }
    return OptionalDouble.empty();
  }
}
