package dev.planlift.core.dxf;

import dev.planlift.core.dxf.entity.Entity;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A cursor over the groups of a DXF: {@link #next} steps to a group, the other methods look at the
 * one it stands on. Nothing but that group is held. Comments (999) are passed over. Not
 * thread-safe.
 */
public abstract sealed class TagReader permits AsciiTagReader, BinaryTagReader {
  private static final Set<String> SECTIONS =
      Set.of(
          "HEADER",
          "CLASSES",
          "TABLES",
          "BLOCKS",
          "ENTITIES",
          "OBJECTS",
          "THUMBNAILIMAGE",
          "ACDSDATA");

  private int code;
  private boolean again;
  private Optional<Entity> entity = Optional.empty();
  private boolean atSection;
  private boolean marked;
  private final Map<String, Diagnostic> repairs = new LinkedHashMap<>();
  private final TextDecoder decoder = new TextDecoder();

  /**
   * Steps to the next group.
   *
   * @return false at the end of the bytes
   * @throws PermanentError PARSING_ERROR where no group can be made out
   */
  public final boolean next() {
    if (again) {
      again = false;
      return true;
    }
    try {
      do {
        code = read();
      } while (code == GroupCode.COMMENT);
    } catch (IOException e) {
      throw new PermanentError(
          ErrorCode.STORAGE_ERROR, "The file cannot be read on: " + e.getMessage(), place(), e);
    }
    return code != END;
  }

  static final int END = Integer.MIN_VALUE;

  /** The next group's code, its value being at hand from then on; {@link #END} after the last. */
  abstract int read() throws IOException;

  /**
   * Whether a section begins with the group 0 that the reader stands on; SECTION is the name of an
   * entity, too. The reader goes on to the group behind it and stays there.
   */
  final boolean beginsSection() {
    if (!is("SECTION")) {
      return false;
    }
    atSection = next() && code == GroupCode.NAME && SECTIONS.contains(name());
    stay();
    return atSection;
  }

  /** Whether the reader stays on the name of a section that began where none should. */
  final boolean atSection() {
    return atSection;
  }

  /** Enters the section whose name the reader stays on. */
  final void enterSection() {
    atSection = false;
  }

  /** Makes the next call of {@link #next} stay on this group. */
  public final void stay() {
    again = true;
  }

  public final int code() {
    return code;
  }

  /** The value as a number; not finite where the file says so. */
  public abstract double number();

  /** The value as an integer; the nearest {@code int} where it is out of range. */
  public abstract int integer();

  /** The value as text, decoded, with its blanks. */
  public abstract String text();

  /** The value as a name: decoded, without blanks around it; the same object for the same bytes. */
  public abstract String name();

  /** The value as bytes: what its hexadecimal digits say, up to the first that is none. */
  public abstract byte[] bytes();

  /** The bytes that digits stand for, blanks before them aside. */
  static byte[] fromHexadecimal(byte[] digits, int start, int end) {
    int from = start;
    while (from < end && digits[from] == ' ') {
      from++;
    }
    var bytes = new byte[(end - from) / 2];
    for (int i = 0; i < bytes.length; i++) {
      int high = Character.digit(digits[from + 2 * i], 16);
      int low = Character.digit(digits[from + 2 * i + 1], 16);
      if (high < 0 || low < 0) {
        return Arrays.copyOf(bytes, i);
      }
      bytes[i] = (byte) (high << 4 | low);
    }
    return bytes;
  }

  /** Whether the value is this ASCII word, blanks around it aside. */
  public abstract boolean is(String word);

  /** Bytes consumed so far. */
  public abstract long position();

  /** Where in the file this group's value stands, in the reader's own count. */
  public abstract long mark();

  /** What a {@link #mark} means to people. */
  public abstract Place placeOf(long mark);

  public final Place place() {
    return placeOf(mark());
  }

  /** What had to be put right so far, each kind once. */
  final List<Diagnostic> repairs() {
    var all = new ArrayList<>(repairs.values());
    all.addAll(decoder.diagnostics(this::placeOf));
    return all;
  }

  /** Notes that something was put right; only the first of a kind. */
  final void repaired(String kind, String what) {
    repairs.computeIfAbsent(kind, k -> new Diagnostic(kind, what, placeInEntity()));
  }

  /** Names the entity whose groups follow, so that what is put right in it can be told. */
  final void enter(Entity next) {
    entity = Optional.of(next);
  }

  /** From here on the groups belong to no entity. */
  final void leave() {
    entity = Optional.empty();
  }

  private Place placeInEntity() {
    var handle = entity.map(Entity::handle).orElse("");
    return handle.isEmpty() ? place() : place().and("handle", handle);
  }

  /** Bytes that are a text of this file, decoded as its other texts are. */
  public final String decode(byte[] text) {
    return decoder.decode(text, 0, text.length, mark());
  }

  final TextDecoder decoder() {
    return decoder;
  }

  /** Takes what the header says of the texts behind it, unless the file's first bytes did. */
  void use(CodePage page) {
    if (!marked) {
      decoder.use(page);
    }
  }

  /** Takes it from a byte order mark that all texts are UTF-8. */
  final void useMarked() {
    marked = true;
    decoder.use(CodePage.MARKED);
  }

  final PermanentError malformed(String what) {
    return new PermanentError(ErrorCode.PARSING_ERROR, what, place());
  }
}
