package dev.planlift.core.dxf;

import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.Place;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to characters in the code page that the drawing declares; where that cannot be right, in
 * the one that makes the most likely text. Programs write UTF-8 into old versions, code pages into
 * new ones, and the page of the machine they run on into all. Each string is judged by itself, so a
 * name is the same wherever it stands. Keeps the account of what was not as declared.
 */
final class TextDecoder {
  /** What texts are tried in where the declared page cannot be right; the first wins a tie. */
  private static final List<Charset> CANDIDATES =
      List.of(
          StandardCharsets.UTF_8,
          CodePage.named("1252"),
          CodePage.named("936"),
          CodePage.named("932"),
          CodePage.named("949"),
          CodePage.named("950"),
          CodePage.named("1251"),
          CodePage.named("1253"),
          CodePage.named("1250"));

  /** Longer texts are judged by their beginning. */
  private static final int JUDGED = 1000;

  private static final class Misfits {
    final long first;
    long count;

    Misfits(long first) {
      this.first = first;
    }
  }

  private final Map<Charset, CharsetDecoder> decoders = new HashMap<>();
  private final Map<Charset, Misfits> misfits = new LinkedHashMap<>();
  private final Map<Charset, Misfits> undecoded = new LinkedHashMap<>();
  private CharBuffer out = CharBuffer.allocate(256);
  private CodePage page = CodePage.DEFAULT;

  void use(CodePage declared) {
    page = declared;
  }

  /**
   * The text of some bytes.
   *
   * @param mark where they stand, for the account
   */
  String decode(byte[] bytes, int from, int to, long mark) {
    int i = from;
    while (i < to && bytes[i] >= 0) {
      i++;
    }
    return i == to
        ? new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
        : beyondAscii(bytes, from, to, mark);
  }

  private String beyondAscii(byte[] bytes, int from, int to, long mark) {
    var expected = page.expected();
    var asDeclared = strictly(expected, bytes, from, to);
    if (asDeclared != null && page.utf8()) {
      return asDeclared; // hardly ever by chance
    }
    if (asDeclared == null) {
      var broken = new String(bytes, from, to - from, expected);
      double least = Script.likelihood(judged(broken), expected) + 0.1;
      var text = mostLikely(bytes, from, to, Math.max(least, Script.LIKELY), 1, mark);
      if (text == null) {
        note(undecoded, expected, mark);
      }
      return text == null ? broken : text;
    }
    double declared = Script.likelihood(judged(asDeclared), expected);
    var better =
        declared >= Script.LIKELY
            ? utf8(bytes, from, to, declared, mark)
            : mostLikely(bytes, from, to, Math.max(declared + 0.3, 0.8), 2, mark);
    return better == null ? asDeclared : better;
  }

  /** UTF-8 read in another page can look likely, too; the other way round it hardly can. */
  private @Nullable String utf8(byte[] bytes, int from, int to, double declared, long mark) {
    var text = strictly(StandardCharsets.UTF_8, bytes, from, to);
    if (text == null) {
      return null;
    }
    boolean singleBytes = isOfSingleBytes(page.expected());
    double likelihood = Script.likelihood(judged(text), StandardCharsets.UTF_8);
    if (!singleBytes && (Script.signs(text) < 2 || likelihood < declared - 0.1)) {
      return null;
    }
    note(misfits, StandardCharsets.UTF_8, mark);
    return text;
  }

  /**
   * The most likely text; null where none is likely enough.
   *
   * @param signs so many characters beyond ASCII have to speak for a page; UTF-8 needs one
   */
  private @Nullable String mostLikely(
      byte[] bytes, int from, int to, double least, int signs, long mark) {
    String best = null;
    var used = page.expected();
    double highest = least;
    for (var charset : candidates()) {
      var text = strictly(charset, bytes, from, to);
      boolean utf8 = charset.equals(StandardCharsets.UTF_8);
      if (text != null && (utf8 || Script.signs(text) >= signs)) {
        double likelihood = Script.likelihood(judged(text), charset);
        if (likelihood > highest) {
          highest = likelihood;
          best = text;
          used = charset;
        }
      }
    }
    if (best != null) {
      note(misfits, used, mark);
    }
    return best;
  }

  /**
   * In new versions the page that the header still names is the first to be tried. What is declared
   * besides the usual windows-1252 was chosen: there no other page of single bytes is tried.
   */
  private List<Charset> candidates() {
    var usual = CodePage.DEFAULT.charset();
    if (!page.utf8() && !page.charset().equals(usual)) {
      return CANDIDATES.stream().filter(charset -> !isOfSingleBytes(charset)).toList();
    }
    if (!page.utf8() || page.charset().equals(StandardCharsets.UTF_8)) {
      return CANDIDATES;
    }
    var all = new ArrayList<Charset>();
    all.add(page.charset());
    all.addAll(CANDIDATES);
    return all;
  }

  private static boolean isOfSingleBytes(Charset charset) {
    return charset.newEncoder().maxBytesPerChar() == 1;
  }

  private static String judged(String text) {
    return text.length() <= JUDGED ? text : text.substring(0, JUDGED);
  }

  private static void note(Map<Charset, Misfits> account, Charset charset, long mark) {
    account.computeIfAbsent(charset, c -> new Misfits(mark)).count++;
  }

  /** The text; null where the bytes are none in this charset. */
  private @Nullable String strictly(Charset charset, byte[] bytes, int from, int to) {
    var decoder = decoders.get(charset);
    if (decoder == null) {
      decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      decoders.put(charset, decoder);
    }
    int room = (int) Math.ceil((to - from) * (double) decoder.maxCharsPerByte());
    if (out.capacity() < room) {
      out = CharBuffer.allocate(room);
    }
    out.clear();
    decoder.reset();
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes, from, to - from), out, true);
    if (!result.isUnderflow() || !decoder.flush(out).isUnderflow()) {
      return null;
    }
    return out.flip().toString();
  }

  /** What was not as declared, each page once. */
  List<Diagnostic> diagnostics(LongFunction<Place> placeOf) {
    var diagnostics = new ArrayList<Diagnostic>();
    misfits.forEach(
        (charset, some) ->
            diagnostics.add(
                new Diagnostic(
                    "CODE_PAGE",
                    "The file declares "
                        + page.declared()
                        + "; texts and names that make no sense so, "
                        + some.count
                        + " of them, were read as "
                        + CodePage.label(charset),
                    placeOf.apply(some.first))));
    undecoded.forEach(
        (charset, some) ->
            diagnostics.add(
                new Diagnostic(
                    "UNDECODABLE",
                    "Texts and names, "
                        + some.count
                        + " of them, hold bytes that mean nothing in "
                        + CodePage.label(charset)
                        + " ("
                        + page.declared()
                        + ") nor in any other page",
                    placeOf.apply(some.first))));
    return diagnostics;
  }
}
