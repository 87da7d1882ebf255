package dev.planlift.core.dxf.acis;

import java.util.ArrayList;
import java.util.List;

/** ACIS as text (SAT). */
final class SatText {
  private static final int HEADER_LINES = 3;

  /** What a letter of a disguised text and the letter it stands for add up to. */
  private static final int DISGUISE = 159;

  private static final int MAX_WORD = 4096;

  private final String text;
  private int at;

  private SatText(String text) {
    this.text = text;
  }

  /**
   * The records of a text.
   *
   * @param lines as in DXF: where the first does not begin with a number, disguised
   */
  static AcisFile read(List<String> lines) {
    var first = lines.isEmpty() ? "" : lines.getFirst().strip();
    boolean plain = !first.isEmpty() && Character.isDigit(first.charAt(0));
    var text = new StringBuilder();
    for (int i = HEADER_LINES; i < lines.size(); i++) {
      text.append(plain ? lines.get(i) : undisguised(lines.get(i))).append('\n');
    }
    return new AcisFile(new SatText(text.toString()).records());
  }

  /** DXF writes a circumflex with a blank behind it. */
  static String undisguised(String line) {
    var plain = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      plain.append(c > ' ' && c < 127 ? (char) (DISGUISE - c) : c);
      if (c == '^' && i + 1 < line.length() && line.charAt(i + 1) == ' ') {
        i++;
      }
    }
    return plain.toString();
  }

  private List<AcisRecord> records() {
    var records = new ArrayList<AcisRecord>();
    var type = "";
    var fields = new ArrayList<Field>();
    for (var token = token(); !token.isEmpty(); token = token()) {
      if (token.equals("#")) {
        records.add(new AcisRecord(type, fields));
        type = "";
        fields.clear();
      } else if (!type.isEmpty()) {
        var field = field(token);
        if (fields.size() < AcisRecord.MAX_FIELDS) {
          fields.add(field);
        }
      } else if (AcisFile.endsFile(token)) {
        return records;
      } else if (!isNumber(token)) { // a record's own number may stand before its type
        type = token;
      }
    }
    return records;
  }

  private Field field(String token) {
    char first = token.charAt(0);
    if (first == '$') {
      return new Field.Pointer((int) number(token.substring(1), -1));
    }
    if (first == '@') {
      return new Field.Word(counted((int) number(token.substring(1), 0)));
    }
    double value = isNumber(token) ? number(token, Double.NaN) : Double.NaN;
    return Double.isNaN(value) ? new Field.Word(token) : new Field.Value(value);
  }

  /** Up to the next blank; empty at the end. */
  private String token() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    int start = at;
    while (at < text.length() && text.charAt(at) > ' ') {
      at++;
    }
    return text.substring(start, at);
  }

  /** A text of known length, which may hold blanks. */
  private String counted(int length) {
    int start = Math.min(at + 1, text.length());
    at = Math.clamp((long) start + length, start, text.length());
    return text.substring(start, Math.min(at, start + MAX_WORD));
  }

  private static boolean isNumber(String token) {
    char first = token.charAt(0);
    return Character.isDigit(first)
        || (token.length() > 1 && (first == '-' || first == '+' || first == '.'));
  }

  private static double number(String token, double otherwise) {
    try {
      return Double.parseDouble(token);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
