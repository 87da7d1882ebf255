package dev.planlift.core.dxf;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a drawing's bytes become characters: UTF-8 from AC1021 on, before that the code page of
 * $DWGCODEPAGE. Bytes that are not what the header promises are tried the other way round: programs
 * write UTF-8 into old versions and code pages into new ones.
 */
final class CodePage {
  static final CodePage DEFAULT = new CodePage(charset("windows-1252"), false);

  private final Charset charset;
  private final boolean utf8First;

  private CodePage(Charset charset, boolean utf8First) {
    this.charset = charset;
    this.utf8First = utf8First;
  }

  /**
   * @param version $ACADVER, such as AC1015
   * @param name $DWGCODEPAGE, such as ANSI_1252; may be empty
   */
  static CodePage of(String version, String name) {
    var charset = named(name);
    boolean modern = version.compareTo("AC1021") >= 0;
    // Western text is hardly ever valid UTF-8 by chance; East Asian text now and then is.
    boolean western = charset.name().startsWith("windows-125");
    return new CodePage(charset, modern || western);
  }

  /** The charset behind the header's name; windows-1252 where the name says nothing known. */
  static Charset named(String codePage) {
    var name = codePage.strip().toUpperCase(Locale.ROOT);
    int mark = Math.max(name.lastIndexOf('_'), name.lastIndexOf('S'));
    var number = mark < 0 ? name : name.substring(mark + 1);
    return switch (number) {
      case "874" -> charset("x-windows-874");
      case "932" -> charset("windows-31j");
      case "936", "GB2312" -> charset("GBK");
      case "949", "KSC5601" -> charset("x-windows-949");
      case "950", "BIG5" -> charset("x-windows-950");
      case "1361", "JOHAB" -> charset("x-Johab");
      default -> byNumber(name, number);
    };
  }

  private static Charset byNumber(String name, String number) {
    if (name.startsWith("ANSI") && number.startsWith("125")) {
      return charset("windows-" + number);
    }
    if (name.startsWith("DOS")) {
      return charset("IBM" + number);
    }
    if (name.startsWith("ISO8859")) {
      return charset("ISO-8859-" + name.substring(7).replaceAll("[^0-9]", ""));
    }
    return charset(name.startsWith("UTF") ? "UTF-8" : "windows-1252");
  }

  /** A runtime without the extended charsets, or a number that is none, gives windows-1252. */
  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  /** The charset for bytes outside ASCII. */
  Charset charset() {
    return charset;
  }

  /** Its name as Python's codecs have it, in lower case: cp1252, gbk, cp932. */
  String label() {
    var name = charset.name().toLowerCase(Locale.ROOT);
    if (name.equals("windows-31j")) {
      return "cp932";
    }
    return name.replace("x-windows-", "cp").replace("windows-", "cp");
  }

  String decode(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] >= 0) {
      i++;
    }
    if (i == to) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    if (utf8First) {
      var text = strictly(StandardCharsets.UTF_8, bytes, from, to);
      if (text != null) {
        return text;
      }
    }
    var text = strictly(charset, bytes, from, to);
    return text != null ? text : new String(bytes, from, to - from, charset);
  }

  private static @Nullable String strictly(Charset charset, byte[] bytes, int from, int to) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
