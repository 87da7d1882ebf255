package dev.planlift.core.dxf;

import dev.planlift.core.drawing.Drawing;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("AutoCAD Binary DXF\r\n\u001a\0".getBytes(StandardCharsets.US_ASCII));
    for (var group :
        new Object[][] {
          {0, "SECTION"}, {2, "ENTITIES"}, {0, "LINE"}, {5, "1A"}, {8, "WALL"}, {62, (short) 3},
          {10, 1.5}, {20, 2.5}, {11, 3.5}, {21, -4.5}, {0, "ENDSEC"}, {0, "EOF"}
        }) {
      int code = (int) group[0];
      bytes.write(code);
      if (!shortCodes) {
        bytes.write(code >> 8);
      }
      switch (group[1]) {
        case String text -> {
          bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
          bytes.write(0);
        }
        case Double number ->
            bytes.writeBytes(
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(number).array());
        case Short number ->
            bytes.writeBytes(
                ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort(number).array());
        default -> throw new AssertionError(group[1]);
      }
    }
    return bytes.toByteArray();
  }
}
