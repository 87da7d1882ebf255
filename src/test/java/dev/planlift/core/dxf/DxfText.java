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
}
