package dev.planlift.cli.bench.dxf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One group of a DXF: its code and its value as text. */
record Group(int code, String value) {
  /** How binary DXF writes a value; DXF Reference, “Group Code Value Types”. */
  enum Form {
    TEXT,
    NUMBER,
    BOOLEAN,
    INT16,
    INT32
  }

  /** The groups of an ASCII DXF in UTF-8. */
  static List<Group> of(Path file) throws IOException {
    var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    var groups = new ArrayList<Group>(lines.size() / 2);
    for (int i = 0; i + 1 < lines.size(); i += 2) {
      groups.add(new Group(Integer.parseInt(lines.get(i).strip()), lines.get(i + 1)));
    }
    return groups;
  }

  boolean is(int otherCode, String otherValue) {
    return code == otherCode && value.equals(otherValue);
  }

  Form form() {
    return switch (code / 10) {
      case 1, 2, 3, 4, 5, 14, 21, 22, 23 -> Form.NUMBER;
      case 6, 7, 17, 27, 28, 37 -> Form.INT16;
      case 9 -> Form.INT32;
      case 29 -> Form.BOOLEAN;
      default -> Form.TEXT;
    };
  }
}
