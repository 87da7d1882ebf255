package dev.planlift.core.dxf;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Groups of an ASCII DXF: a line with the code, a line with the value, ended by LF, CR LF or CR.
 * Holds one buffer; of a line longer than {@link #MAX_LINE} it keeps the beginning.
 */
final class AsciiTagReader extends TagReader {
  /** The format stays under 2,050 characters a line; files of converters do not. */
  static final int MAX_LINE = 1 << 20;

  /** What DOS programs put behind a text file. */
  private static final byte CONTROL_Z = 0x1A;

  private static final byte[] END_OF_SECTION = "ENDSEC".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END_OF_FILE = "EOF".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private final NameCache names = new NameCache();
  private byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private long consumed;
  private boolean skipLineFeed;
  private boolean firstGroup = true;
  private int start;
  private int end;
  private long line;

  AsciiTagReader(InputStream in) {
    this.in = in;
  }

  @Override
  int read() throws IOException {
    if (!readLine()) {
      return END;
    }
    int code = groupCode();
    if (code == END || (code == GroupCode.STRUCTURE && structureWord())) {
      return code;
    }
    if (!readLine()) {
      if (code == GroupCode.STRUCTURE) {
        return END; // nothing was begun
      }
      throw malformed("The file breaks off after a group code " + code + ", its value is missing");
    }
    return code;
  }

  /** Whether the line holds a word that ends a part of the file, where its code should be. */
  private boolean structureWord() {
    return end > start && buffer[start] == 'E' && (lineIs(END_OF_SECTION) || lineIs(END_OF_FILE));
  }

  private boolean lineIs(byte[] word) {
    int stop = end;
    while (stop > start && buffer[stop - 1] == ' ') {
      stop--;
    }
    return Arrays.equals(buffer, start, stop, word, 0, word.length);
  }

  private int groupCode() throws IOException {
    int i = start;
    while (i < end && (buffer[i] == ' ' || buffer[i] == '\t')) {
      i++;
    }
    boolean negative = i < end && buffer[i] == '-';
    int value = 0;
    int from = negative ? i + 1 : i;
    for (i = from; i < end && buffer[i] >= '0' && buffer[i] <= '9' && i - from < 6; i++) {
      value = value * 10 + buffer[i] - '0';
    }
    int digits = i - from;
    while (i < end && (buffer[i] == ' ' || buffer[i] == '\t')) {
      i++;
    }
    if (digits == 0 || i != end) {
      return oddCode();
    }
    firstGroup = false;
    return negative ? -value : value;
  }

  /** The code where the line for it holds no number; blank lines before it are passed over. */
  private int oddCode() throws IOException {
    boolean blanks = blank();
    while (blank()) {
      if (!readLine()) {
        return END;
      }
    }
    if (buffer[start] == CONTROL_Z) {
      return END;
    }
    if (blanks) {
      if (!firstGroup) {
        repaired("BLANK_LINE", "A blank line stands where a group code should be; it was left out");
      }
      return groupCode();
    }
    if (structureWord()) {
      repaired("MISSING_CODE", "A group code 0 is missing here and was put in");
      return GroupCode.STRUCTURE;
    }
    throw malformed("There should be a group code, there is '" + shown() + "'");
  }

  private boolean blank() {
    for (int i = start; i < end; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private String shown() {
    int length = Math.min(end - start, 40);
    return new String(buffer, start, length, StandardCharsets.US_ASCII)
        .replaceAll("[^\\x20-\\x7e]", "?");
  }

  /** Makes [start, end) the next line without its end; false when there is none. */
  private boolean readLine() throws IOException {
    start = position;
    if (start == limit && !fill()) {
      return false;
    }
    if (skipLineFeed) {
      skipLineFeed = false;
      if (buffer[start] == '\n') {
        position = ++start;
        if (start == limit && !fill()) {
          return false;
        }
      }
    }
    int scan = start;
    while (true) {
      var bytes = buffer;
      int stop = limit;
      while (scan < stop && bytes[scan] != '\n' && bytes[scan] != '\r') {
        scan++;
      }
      if (scan < stop) {
        skipLineFeed = bytes[scan] == '\r';
        return lineEndingAt(scan, scan + 1);
      }
      int length = scan - start;
      if (length >= MAX_LINE) {
        return beginningOfLine();
      }
      if (!fill()) {
        return lineEndingAt(start + length, limit);
      }
      scan = start + length;
    }
  }

  /** Keeps the first {@link #MAX_LINE} bytes of a line and passes over the others. */
  private boolean beginningOfLine() throws IOException {
    consumed += limit;
    buffer = Arrays.copyOfRange(buffer, start, start + 2 * MAX_LINE);
    start = 0;
    position = MAX_LINE;
    limit = MAX_LINE;
    boolean ended = false;
    while (!ended) {
      int count = in.read(buffer, MAX_LINE, MAX_LINE);
      limit = MAX_LINE + Math.max(0, count);
      position = MAX_LINE;
      while (position < limit && buffer[position] != '\n' && buffer[position] != '\r') {
        position++;
      }
      ended = position < limit || count <= 0;
      consumed += ended ? 0 : count;
    }
    consumed -= MAX_LINE;
    if (position < limit) {
      skipLineFeed = buffer[position++] == '\r';
    }
    end = MAX_LINE;
    line++;
    repaired("LONG_LINE", "A line is longer than " + MAX_LINE + " bytes; it was cut there");
    return true;
  }

  private boolean lineEndingAt(int lineEnd, int next) {
    end = lineEnd;
    position = next;
    line++;
    return true;
  }

  /** Reads more bytes behind those of the current line, which moves to the buffer's start. */
  private boolean fill() throws IOException {
    int kept = limit - start;
    if (kept > buffer.length / 2) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    System.arraycopy(buffer, start, buffer, 0, kept);
    consumed += start;
    start = 0;
    position = 0;
    limit = kept;
    int count = in.read(buffer, limit, buffer.length - limit);
    if (count <= 0) {
      return false;
    }
    limit += count;
    return true;
  }

  @Override
  public double number() {
    try {
      return Decimals.parse(buffer, start, end);
    } catch (NumberFormatException e) {
      return afterComma(e);
    }
  }

  @Override
  public int integer() {
    try {
      return Decimals.integer(buffer, start, end);
    } catch (NumberFormatException e) {
      throw notANumber(e);
    }
  }

  /** Programs that run under a language with a decimal comma now and then write one. */
  private double afterComma(NumberFormatException cause) {
    int comma = -1;
    for (int i = start; i < end; i++) {
      if (buffer[i] == ',' && comma < 0) {
        comma = i;
      } else if (buffer[i] == ',' || buffer[i] == '.') {
        throw notANumber(cause);
      }
    }
    if (comma < 0) {
      throw notANumber(cause);
    }
    buffer[comma] = '.';
    try {
      double value = Decimals.parse(buffer, start, end);
      repaired("DECIMAL_COMMA", "Numbers are written with a comma; it was read as a point");
      return value;
    } catch (NumberFormatException e) {
      buffer[comma] = ',';
      throw notANumber(e);
    }
  }

  private PermanentError notANumber(NumberFormatException cause) {
    return new PermanentError(
        ErrorCode.PARSING_ERROR,
        "Group " + code() + " should hold a number, it holds '" + shown() + "'",
        place(),
        cause);
  }

  @Override
  public String text() {
    return decoder().decode(buffer, start, end, mark());
  }

  @Override
  public String name() {
    int from = start;
    int to = end;
    while (from < to && buffer[from] == ' ') {
      from++;
    }
    while (to > from && buffer[to - 1] == ' ') {
      to--;
    }
    return names.get(buffer, from, to, decoder(), mark());
  }

  @Override
  public byte[] bytes() {
    return fromHexadecimal(buffer, start, end);
  }

  @Override
  public boolean is(String word) {
    return name().equals(word);
  }

  @Override
  void use(CodePage page) {
    super.use(page);
    names.clear();
  }

  @Override
  public long position() {
    return consumed + position;
  }

  @Override
  public long mark() {
    return line;
  }

  @Override
  public Place placeOf(long mark) {
    return Place.of("line", Math.max(mark, 1));
  }
}
