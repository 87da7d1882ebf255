package dev.planlift.core.dxf.definition;

import dev.planlift.core.dxf.TagReader;
import java.io.ByteArrayOutputStream;
import java.util.Locale;

/**
 * ACDSRECORD with ASM_Data: the body of a solid in binary form, which drawings since AC1027 keep
 * apart from the entity. It is named by the entity's handle.
 */
public final class AcisData extends Definition {
  private static final int MAX_BYTES = 32 << 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
  private String entity = "";
  private boolean body;

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 320 -> entity = tag.name();
      case 2 -> body = tag.name().equals("ASM_Data");
      case 310 -> {
        if (body && bytes.size() <= MAX_BYTES) {
          bytes.writeBytes(tag.bytes());
        }
      }
      default -> {}
    }
  }

  /** The name of the record that belongs to an entity. */
  public static String nameFor(String handle) {
    int from = 0;
    while (from < handle.length() - 1 && handle.charAt(from) == '0') {
      from++;
    }
    return "ASM " + handle.substring(from).toUpperCase(Locale.ROOT);
  }

  @Override
  public String name() {
    return bytes.size() == 0 || entity.isEmpty() ? "" : nameFor(entity);
  }

  /** The body; empty where it is too large to be kept. */
  public byte[] bytes() {
    return bytes.size() > MAX_BYTES ? new byte[0] : bytes.toByteArray();
  }
}
