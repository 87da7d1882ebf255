package dev.planlift.core.dxf.acis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** ACIS as tagged binary (SAB): before each value a byte that tells its form. */
final class SabBytes {
  private static final int SIGNATURE_BYTES = 15;
  private static final int HEADER_INTEGERS = 4;
  private static final int MAX_WORD = 4096;

  private final ByteBuffer in;
  private final int integerBytes;
  private final List<AcisRecord> records = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();
  private String type = "";
  private String typeSoFar = "";

  private SabBytes(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    // “ASM BinaryFile8” has integers of eight bytes, its brothers have such of four.
    this.integerBytes = bytes.length >= SIGNATURE_BYTES && bytes[14] == '8' ? 8 : 4;
  }

  /** The records of a file; those before the place where it is broken. */
  static AcisFile read(byte[] bytes) {
    var sab = new SabBytes(bytes);
    int header = SIGNATURE_BYTES + HEADER_INTEGERS * sab.integerBytes;
    if (bytes.length > header) {
      sab.in.position(header);
      sab.records();
    }
    return new AcisFile(sab.records);
  }

  private void records() {
    while (in.hasRemaining()) {
      int tag = in.get();
      if (!value(tag) || AcisFile.endsFile(type)) {
        return;
      }
    }
  }

  /** Takes the value behind a tag; false where there is none such. */
  private boolean value(int tag) {
    int size = size(tag);
    if (size < 0 || size > in.remaining()) {
      return false;
    }
    if (fields.size() >= AcisRecord.MAX_FIELDS && tag != 0x11) {
      in.position(in.position() + size);
      skipText(tag, size);
      return true;
    }
    switch (tag) {
      case 2 -> add(in.get());
      case 3 -> add(in.getShort());
      case 4, 0x15 -> add((double) integer());
      case 5 -> add(in.getFloat());
      case 6 -> add(in.getDouble());
      case 7 -> fields.add(new Field.Word(text(in.get() & 0xFF)));
      case 8 -> fields.add(new Field.Word(text(in.getShort() & 0xFFFF)));
      case 9, 0x12 -> fields.add(new Field.Word(text(in.getInt())));
      case 0x0A -> fields.add(new Field.Word("true"));
      case 0x0B -> fields.add(new Field.Word("false"));
      case 0x0C -> fields.add(new Field.Pointer((int) integer()));
      case 0x0D -> name(text(in.get() & 0xFF), true);
      case 0x0E -> name(text(in.get() & 0xFF), false);
      case 0x0F -> fields.add(new Field.Word("{"));
      case 0x10 -> fields.add(new Field.Word("}"));
      case 0x11 -> end();
      case 0x13, 0x14 -> vector(3);
      case 0x16 -> vector(2);
      default -> add((double) in.getLong());
    }
    return true;
  }

  /** How many bytes follow a tag at least; negative for a tag that is none. */
  private int size(int tag) {
    return switch (tag) {
      case 2, 7, 0x0D, 0x0E -> 1;
      case 3, 8 -> 2;
      case 5, 9, 0x12 -> 4;
      case 4, 0x0C, 0x15 -> integerBytes;
      case 6, 0x17 -> 8;
      case 0x0A, 0x0B, 0x0F, 0x10, 0x11 -> 0;
      case 0x13, 0x14 -> 24;
      case 0x16 -> 16;
      default -> -1;
    };
  }

  private long integer() {
    return integerBytes == 8 ? in.getLong() : in.getInt();
  }

  private void add(double value) {
    fields.add(new Field.Value(value));
  }

  private void vector(int axes) {
    for (int i = 0; i < axes; i++) {
      add(in.getDouble());
    }
  }

  /** Passes over the text whose length has just been passed over. */
  private void skipText(int tag, int size) {
    int length =
        switch (tag) {
          case 7, 0x0D, 0x0E -> in.get(in.position() - size) & 0xFF;
          case 8 -> in.getShort(in.position() - size) & 0xFFFF;
          case 9, 0x12 -> in.getInt(in.position() - size);
          default -> 0;
        };
    in.position(in.position() + Math.clamp(length, 0, in.remaining()));
  }

  private String text(int length) {
    int whole = Math.clamp(length, 0, in.remaining());
    var raw = new byte[Math.min(whole, MAX_WORD)];
    in.get(raw);
    in.position(in.position() + whole - raw.length);
    return new String(raw, StandardCharsets.UTF_8);
  }

  /** A record's type comes in pieces; what stands before the first is the file's head. */
  private void name(String piece, boolean last) {
    typeSoFar = typeSoFar.isEmpty() ? piece : typeSoFar + "-" + piece;
    if (!last) {
      return;
    }
    if (type.isEmpty()) {
      type = typeSoFar;
      fields.clear();
    } else {
      fields.add(new Field.Word(typeSoFar));
    }
    typeSoFar = "";
  }

  private void end() {
    records.add(new AcisRecord(type, fields));
    fields.clear();
    type = "";
    typeSoFar = "";
  }
}
