package dev.planlift.core.dxf;

import dev.planlift.core.drawing.Drawing;
import java.nio.charset.StandardCharsets;

/** Small drawings for tests: each line a group, its code and its value parted by one blank. */
final class DxfText {
  private DxfText() {}

  /** A whole DXF of these groups. */
  static String of(String groups) {
    var text = new StringBuilder();
    groups
        .lines()
        .forEach(
            line -> {
              int blank = line.indexOf(' ');
              var code = blank < 0 ? line : line.substring(0, blank);
              var value = blank < 0 ? "" : line.substring(blank + 1);
              text.append(code).append('\n').append(value).append('\n');
            });
    return text.toString();
  }

  /** A DXF with these entities in its model and nothing else. */
  static String withEntities(String groups) {
    return of("0 SECTION\n2 ENTITIES\n" + groups + "0 ENDSEC\n0 EOF\n");
  }

  static Drawing read(String dxf) {
    return DxfReader.read(dxf.getBytes(StandardCharsets.UTF_8));
  }

  /** The drawing of these entities. */
  static Drawing readEntities(String groups) {
    return read(withEntities(groups));
  }

  /**
   * A line from (1.5, 2.5) to (3.5, −4.5) on layer WALL in colour 3, as a binary DXF.
   *
   * @param shortCodes with codes of one byte, as before R13
   */
  static byte[] binary(boolean shortCodes) {
    return new BinaryText(shortCodes)
        .group(0, "SECTION")
        .group(2, "ENTITIES")
        .group(0, "LINE")
        .group(5, "1A")
        .group(8, "WALL")
        .group(62, (short) 3)
        .group(10, 1.5)
        .group(20, 2.5)
        .group(11, 3.5)
        .group(21, -4.5)
        .group(0, "ENDSEC")
        .group(0, "EOF")
        .bytes();
  }
}
