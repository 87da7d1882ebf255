package dev.planlift.core.dxf;

import java.nio.charset.Charset;
import java.util.BitSet;

/**
 * How likely it is that somebody wrote a text: whether its letters belong together, and whether its
 * ideographs and syllables are among those in common use. Meant to tell a right decoding from a
 * wrong one, no more.
 */
final class Script {
  /** From here on a text is taken for what was written. */
  static final double LIKELY = 0.5;

  /** People try a program out with these; no other page makes words of their bytes. */
  private static final String UMLAUTS = "äöüÄÖÜß";

  private static final String SYMBOLS = "°±²³µ·¼½¾×÷§©®«»£¥€–—‘’“”•…™‰¹ºª¿¡´⌀Ø\u00a0";

  /** What is read on plans most often, and the most frequent letters. */
  private static final BitSet FREQUENT =
      of(
          "оеаинтсрвлкмдпуОЕАИНТСРВЛКМДПУ"
              + "αοιετσνηυρπκμλςΑΟΙΕΤΣΝΗΥΡΠΚΜΛ"
              + "的一层平面图楼梯厨房卫生间门窗墙柱标高说明设计单位名称比例号米厅卧室阳台厕轴线填充文字尺寸注"
              + "廚臥樓層說陽廁圖門牆線標註"
              + "室階段図玄関床壁和洋台所浴便寝居間柱通芯寸法"
              + "이다는의에가고을하지로기실방문벽층평면도주출입구계단화장거현관창설비건축선치수자부엌");

  // The planes of the national standards that hold what is in common use.
  private static final BitSet CHINESE = plane("GBK", 0xB0, 0xD7, 0xA1, 0xFE);
  private static final BitSet CHINESE_RARER = plane("GBK", 0xD8, 0xF7, 0xA1, 0xFE);
  private static final BitSet TRADITIONAL = plane("Big5", 0xA4, 0xC6, 0x40, 0xFE);
  private static final BitSet JAPANESE = plane("windows-31j", 0x88, 0x98, 0x40, 0xFC);
  private static final BitSet KOREAN = plane("x-windows-949", 0xB0, 0xC8, 0xA1, 0xFE);

  private Script() {}

  private static BitSet of(String letters) {
    var set = new BitSet();
    letters.chars().forEach(set::set);
    return set;
  }

  private static BitSet plane(String page, int fromLead, int toLead, int fromTrail, int toTrail) {
    var set = new BitSet();
    var charset = Charset.forName(page);
    for (int lead = fromLead; lead <= toLead; lead++) {
      for (int trail = fromTrail; trail <= toTrail; trail++) {
        var one = new String(new byte[] {(byte) lead, (byte) trail}, charset);
        if (one.length() == 1 && one.charAt(0) != '\uFFFD') {
          set.set(one.charAt(0));
        }
      }
    }
    return set;
  }

  /**
   * The likelihood of a text that was decoded in a charset.
   *
   * @return at most 1.1: the mean over the characters beyond ASCII, and a little more for frequent
   *     ones; 1 where there are none
   */
  static double likelihood(String text, Charset charset) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        sum += of(text, i, c, charset.name()) + (FREQUENT.get(c) ? 0.1 : 0);
        count++;
      }
    }
    return count == 0 ? 1 : sum / count;
  }

  /** How many characters of a text are beyond ASCII. */
  static long signs(String text) {
    return text.chars().filter(c -> c >= 0x80).count();
  }

  private static double of(String text, int i, char c, String charset) {
    if (c < 0xA0 || c == '\uFFFD' || (c >= 0xE000 && c < 0xF900)) {
      return 0; // control codes, replacements, private use
    }
    if (SYMBOLS.indexOf(c) >= 0) {
      return alone(text, i) ? 0.9 : 0.3;
    }
    if (c < 0x250) {
      return Character.isLetter(c) ? latin(text, i) : alone(text, i) ? 0.3 : 0.1;
    }
    if (c < 0x530) {
      return charset.startsWith("GB") || charset.startsWith("x-w") ? 0.4 : cased(text, i);
    }
    if (c < 0x2000) {
      return charset.equals("UTF-8") ? 0.4 : 1; // Hebrew, Arabic, Thai and their neighbours
    }
    return c < 0x2E80 || c >= 0xFB00 ? sign(c) : eastAsian(c, charset);
  }

  private static boolean alone(String text, int i) {
    boolean before = i == 0 || text.charAt(i - 1) < 0x80;
    return before && (i + 1 == text.length() || text.charAt(i + 1) < 0x80);
  }

  /** A word holds no more letters with accents than without, and capitals in front only. */
  private static double latin(String text, int i) {
    int from = i;
    int to = i + 1;
    while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    while (to < text.length() && Character.isLetter(text.charAt(to))) {
      to++;
    }
    int accents = 0;
    int plain = 0;
    boolean mixed = false;
    boolean umlauts = true;
    for (int k = from; k < to; k++) {
      plain += text.charAt(k) < 0x80 ? 1 : 0;
      accents += text.charAt(k) < 0x80 ? 0 : 1;
      mixed |= k > from && isCapitalInside(text, k);
      umlauts &= UMLAUTS.indexOf(text.charAt(k)) >= 0;
    }
    boolean bounded =
        (from == 0 || text.charAt(from - 1) < 0x80)
            && (to == text.length() || text.charAt(to) < 0x80);
    return !umlauts && (accents > plain + 1 || mixed) ? 0.2 : bounded ? 1 : 0.3;
  }

  private static boolean isCapitalInside(String text, int k) {
    return Character.isUpperCase(text.charAt(k)) && Character.isLowerCase(text.charAt(k - 1));
  }

  private static double cased(String text, int i) {
    if (!Character.isLetter(text.charAt(i))) {
      return 0.3;
    }
    if (latinLetter(text, i - 1) || latinLetter(text, i + 1)) {
      return -1;
    }
    return i > 0 && isCapitalInside(text, i) ? 0.2 : 0.95;
  }

  private static boolean latinLetter(String text, int i) {
    return i >= 0
        && i < text.length()
        && text.charAt(i) < 0x250
        && Character.isLetter(text.charAt(i));
  }

  private static double sign(char c) {
    if (c >= 0xFF61 && c < 0xFFA0) {
      return 0.3; // half-width katakana: what single bytes are in page 932
    }
    return c >= 0x2500 && c < 0x2580 ? 0.1 : c >= 0xFF00 ? 0.8 : 0.6;
  }

  private static double eastAsian(char c, String charset) {
    if (c < 0x3040) {
      return 0.8;
    }
    if (c < 0x3100) {
      return charset.equals("windows-31j") || charset.equals("UTF-8") ? 1 : 0.5;
    }
    if (c >= 0xAC00 && c < 0xD7A4) {
      return KOREAN.get(c) || charset.equals("x-Johab") ? 1 : 0.2;
    }
    return switch (charset) {
      case "GBK" -> CHINESE.get(c) ? 1 : CHINESE_RARER.get(c) ? 0.5 : 0.2;
      case "windows-31j" -> JAPANESE.get(c) ? 1 : 0.4;
      case "x-windows-950" -> TRADITIONAL.get(c) ? 1 : 0.4;
      case "x-windows-949", "x-Johab" -> 0.4;
      default -> CHINESE.get(c) || TRADITIONAL.get(c) || JAPANESE.get(c) ? 1 : 0.3;
    };
  }
}
