package dev.planlift.core.gltf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in the binary chunk each array lies: positions, normals, 32-bit indices, 16-bit indices,
 * one buffer view each, padded to four bytes at the end.
 */
final class BinaryChunk {
  /** A stretch of the chunk: what the glTF calls a buffer view. */
  record View(long offset, long length, boolean indices) {}

  /** Where an array lies: its view and its offset in that. */
  record Place(int view, long offset) {}

  /** The places of one primitive's arrays; lines have no normals. */
  record Places(Place positions, Place normals, Place indices) {}

  private static final int POSITIONS = 0;
  private static final int NORMALS = 1;
  private static final int INTS = 2;
  private static final int SHORTS = 3;

  private final List<FilePrimitive> primitives;
  private final List<Places> places = new ArrayList<>();
  private final long[] lengths = new long[4];
  private final List<View> views = new ArrayList<>();
  private final int[] viewNumbers = {-1, -1, -1, -1};

  BinaryChunk(List<FilePrimitive> primitives) {
    this.primitives = primitives;
    for (var p : primitives) {
      lengths[POSITIONS] += 4L * p.positions().length;
      lengths[NORMALS] += 4L * p.normals().length;
      lengths[p.fitsShortIndices() ? SHORTS : INTS] +=
          (p.fitsShortIndices() ? 2L : 4L) * p.indices().length;
    }
    long offset = 0;
    for (int kind = POSITIONS; kind <= SHORTS; kind++) {
      if (lengths[kind] > 0) {
        viewNumbers[kind] = views.size();
        views.add(new View(offset, lengths[kind], kind >= INTS));
        offset += lengths[kind];
      }
    }
    place();
  }

  private void place() {
    var used = new long[4];
    for (var p : primitives) {
      int kind = p.fitsShortIndices() ? SHORTS : INTS;
      places.add(
          new Places(
              new Place(viewNumbers[POSITIONS], used[POSITIONS]),
              new Place(viewNumbers[NORMALS], used[NORMALS]),
              new Place(viewNumbers[kind], used[kind])));
      used[POSITIONS] += 4L * p.positions().length;
      used[NORMALS] += 4L * p.normals().length;
      used[kind] += (kind == SHORTS ? 2L : 4L) * p.indices().length;
    }
  }

  List<View> views() {
    return views;
  }

  Places places(int primitive) {
    return places.get(primitive);
  }

  /** Without padding. */
  long length() {
    return lengths[POSITIONS] + lengths[NORMALS] + lengths[INTS] + lengths[SHORTS];
  }

  /** Writes the arrays, little-endian; the padding is the caller's. */
  void write(WritableByteChannel channel) throws IOException {
    // Piece by piece: a buffer as large as an array would be a second copy of it.
    var buffer = ByteBuffer.allocateDirect(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    for (var p : primitives) {
      write(channel, p.positions(), buffer);
    }
    for (var p : primitives) {
      write(channel, p.normals(), buffer);
    }
    for (var p : primitives) {
      if (!p.fitsShortIndices()) {
        for (int index : p.indices()) {
          room(channel, buffer).putInt(index);
        }
      }
    }
    for (var p : primitives) {
      if (p.fitsShortIndices()) {
        for (int index : p.indices()) {
          room(channel, buffer).putShort((short) index);
        }
      }
    }
    writeFully(channel, buffer.flip());
  }

  private static void write(WritableByteChannel channel, float[] values, ByteBuffer buffer)
      throws IOException {
    for (float value : values) {
      room(channel, buffer).putFloat(value);
    }
  }

  /** The buffer with room for one number more. */
  private static ByteBuffer room(WritableByteChannel channel, ByteBuffer buffer)
      throws IOException {
    if (buffer.remaining() < Integer.BYTES) {
      writeFully(channel, buffer.flip());
      buffer.clear();
    }
    return buffer;
  }

  static void writeFully(WritableByteChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
