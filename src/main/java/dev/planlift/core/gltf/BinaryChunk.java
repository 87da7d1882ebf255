package dev.planlift.core.gltf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
      lengths[POSITIONS] += p.vectorBytes();
      lengths[NORMALS] += p.isLines() ? 0 : p.vectorBytes();
      lengths[p.fitsShortIndices() ? SHORTS : INTS] += p.indexBytes();
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
      used[POSITIONS] += p.vectorBytes();
      used[NORMALS] += p.isLines() ? 0 : p.vectorBytes();
      used[kind] += p.indexBytes();
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

  /**
   * Writes the arrays, all of them at once, so that ribbons are made once; the padding is the
   * caller's.
   *
   * @param start of the chunk's content in the file
   */
  void write(FileChannel channel, long start) throws IOException {
    var outputs = new PlacedOutput[4];
    long at = start;
    for (int kind = POSITIONS; kind <= SHORTS; kind++) {
      outputs[kind] = new PlacedOutput(channel, at);
      at += lengths[kind];
    }
    try {
      for (var p : primitives) {
        p.forEachPiece((piece, firstVertex) -> write(p, piece, firstVertex, outputs));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (var output : outputs) {
      output.flush();
    }
    channel.position(start + length());
  }

  private static void write(
      FilePrimitive p, FilePiece piece, int firstVertex, PlacedOutput[] outputs) {
    try {
      outputs[POSITIONS].floats(piece.positions());
      outputs[NORMALS].floats(piece.normals());
      if (p.fitsShortIndices()) {
        outputs[SHORTS].shorts(piece.indices(), firstVertex);
      } else {
        outputs[INTS].ints(piece.indices(), firstVertex);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void writeFully(WritableByteChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
