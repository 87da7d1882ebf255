package dev.planlift.core.dxf;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a drawing says its bytes are: UTF-8 from AC1021 on, before that the code page of
 * $DWGCODEPAGE.
 *
 * @param charset of the header's code page, whatever the version
 * @param utf8 whether texts should be UTF-8
 * @param declared what the header says, for people
 */
record CodePage(Charset charset, boolean utf8, String declared) {
  static final CodePage DEFAULT = new CodePage(charset("windows-1252"), false, "no code page");

  /** What a byte order mark says. */
  static final CodePage MARKED =
      new CodePage(StandardCharsets.UTF_8, true, "UTF-8 by a byte order mark");

  private static final Pattern RELEASE = Pattern.compile("AC1\\d{3}");

  /**
   * The page of a header.
   *
   * @param version $ACADVER, such as AC1015 or, before release 9, AC2.10
   * @param name $DWGCODEPAGE, such as ANSI_1252; may be empty
   */
  static CodePage of(String version, String name) {
    boolean modern = RELEASE.matcher(version).matches() && version.compareTo("AC1021") >= 0;
    var declared = modern ? "UTF-8 (" + version + ")" : name.isBlank() ? DEFAULT.declared : name;
    return new CodePage(named(name), modern, declared);
  }

  /** What texts should be in. */
  Charset expected() {
    return utf8 ? StandardCharsets.UTF_8 : charset;
  }

  /** The charset behind the header's name; windows-1252 where the name says nothing known. */
  static Charset named(String codePage) {
    var name = codePage.strip().toUpperCase(Locale.ROOT);
    if (name.startsWith("MAC")) {
      return charset("x-MacRoman");
    }
    if (name.contains("8859")) {
      var part = name.substring(name.indexOf("8859") + 4).replaceAll("\\D", "");
      return charset("ISO-8859-" + part);
    }
    return switch (name.replaceFirst("^(ANSI|DOS|OEM|CP|IBM|WINDOWS)[_-]?", "")) {
      case "874" -> charset("x-windows-874");
      case "932", "SJIS", "SHIFT_JIS" -> charset("windows-31j");
      case "936", "GB2312", "GBK" -> charset("GBK");
      case "949", "KSC5601" -> charset("x-windows-949");
      case "950", "BIG5" -> charset("x-windows-950");
      case "1361", "JOHAB" -> charset("x-Johab");
      case "UTF8", "UTF-8", "65001", "1200" -> StandardCharsets.UTF_8;
      case String number when number.matches("125\\d") -> charset("windows-" + number);
      case String number when number.matches("\\d{3}") -> charset("IBM" + number);
      default -> charset("windows-1252");
    };
  }

  /** A runtime without the extended charsets, or a number that is none, gives windows-1252. */
  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
      return Charset.forName("windows-1252");
    }
  }

  /** The header's page as Python's codecs name it, in lower case: cp1252, gbk, cp932. */
  String label() {
    return label(charset);
  }

  static String label(Charset charset) {
    var name = charset.name().toLowerCase(Locale.ROOT);
    if (name.equals("windows-31j")) {
      return "cp932";
    }
    return name.replaceFirst("^x-", "").replaceFirst("^(windows-|ibm)", "cp");
  }
}
