package dev.planlift.core.reconstruct;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers as storeys are counted in: figures, words, Roman and Chinese ones; plain letters. */
final class Ordinals {
  /** One to ten in many languages, those of one number parted by bars. */
  private static final String[] WORDS = {
    "first|erste|erstes|erster|premier|premiere|primer|primera|primero|primeiro|primo|prima|pierwsze"
        + "|pierwszego|eerste|forsta|forste|ensimmainen|prvni|elso|birinci|перв|перший|الاول|الأول|ראשונה|i|α",
    "second|zweite|zweites|zweiter|deuxieme|second|segunda|segundo|secondo|drugie|drugiego|tweede"
        + "|andra|anden|annen|toinen|druhe|masodik|ikinci|втор|друг|الثاني|الثانى|שנייה|ii|β",
    "third|dritte|drittes|dritter|troisieme|tercer|tercera|tercero|terceiro|terzo|trzecie|trzeciego"
        + "|derde|tredje|kolmas|treti|harmadik|ucuncu|трет|الثالث|שלישית|iii|γ",
    "fourth|vierte|viertes|quatrieme|cuarta|cuarto|quarto|czwarte|vierde|fjarde|fjerde|negyedik"
        + "|dorduncu|четверт|الرابع|iv|δ",
    "fifth|funfte|funftes|cinquieme|quinta|quinto|piate|vijfde|femte|otodik|besinci|пят|الخامس|v",
    "sixth|sechste|sixieme|sexta|sexto|sesto|szoste|zesde|sjatte|sjette|altinci|шест|السادس|vi",
    "seventh|siebte|septieme|septima|septimo|settimo|siodme|zevende|sjunde|syvende|السابع|vii",
    "eighth|achte|huitieme|octava|octavo|ottavo|osme|achtste|attonde|ottende|الثامن|viii",
    "ninth|neunte|neuvieme|novena|noveno|nono|dziewiate|negende|nionde|niende|التاسع|ix",
    "tenth|zehnte|dixieme|decima|decimo|dziesiate|tiende|tionde|العاشر|x"
  };

  private static final String CHINESE_FIGURES = "一二三四五六七八九";
  private static final Map<String, Integer> NUMBERS = numbers();

  /** A group that finds one of them. */
  static final String GROUP =
      "(\\d{1,2}|["
          + CHINESE_FIGURES
          + "十]{1,3}|"
          + NUMBERS.keySet().stream()
              .sorted(Comparator.comparingInt(String::length).reversed())
              .map(Pattern::quote)
              .collect(Collectors.joining("|"))
          + ")";

  private Ordinals() {}

  private static Map<String, Integer> numbers() {
    var numbers = new LinkedHashMap<String, Integer>();
    for (int i = 0; i < WORDS.length; i++) {
      for (var word : WORDS[i].split("\\|", -1)) {
        numbers.put(PlainWords.of(word), i + 1);
      }
    }
    return numbers;
  }

  /** The number that a text found by {@link #GROUP} stands for. */
  static OptionalInt of(String text) {
    if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return OptionalInt.of(Integer.parseInt(text));
    }
    var number = NUMBERS.get(text);
    return number == null ? chinese(text) : OptionalInt.of(number);
  }

  /** Up to 99: 十二 is 12, 二十 is 20. */
  private static OptionalInt chinese(String text) {
    int ten = text.indexOf('十');
    int tens = ten < 0 ? 0 : ten == 0 ? 1 : CHINESE_FIGURES.indexOf(text.charAt(ten - 1)) + 1;
    boolean ones = ten < text.length() - 1;
    int one = ones ? CHINESE_FIGURES.indexOf(text.charAt(text.length() - 1)) + 1 : 0;
    int number = 10 * tens + one;
    return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
  }
}
