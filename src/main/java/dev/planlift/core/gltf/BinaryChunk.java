package dev.planlift.core.gltf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Where in the binary chunk each array lies: one buffer view a kind, or several where what is
 * compressed at once is to stay small.
 */
final class BinaryChunk {
  /** Compressed at once; a primitive that is larger has a view of its own. */
  private static final long COMPRESSED_AT_ONCE = 4 << 20;

  /** A stretch of the chunk: what the glTF calls a buffer view. */
  record View(ArrayKind kind, long offset, long length) {
    /** How many elements it holds. */
    long count() {
      return length / kind.stride();
    }
  }

  /** Where an array lies: its view among those of its kind, and its offset in that. */
  private record Spot(ArrayKind kind, int number, long offset, long count) {}

  /** Where an array of so many elements lies: its view and its offset in that. */
  record Place(ArrayKind kind, int view, long offset, long count) {}

  private final List<StoredPrimitive> primitives;
  private final List<StoredInstances> instances;
  private final long mostBytes;
  private final List<Spot> spots = new ArrayList<>();

  /** Of each primitive, then of each of the instances. */
  private final List<List<Integer>> accessors = new ArrayList<>();

  private final List<Set<ArrayKind>> ownKinds = new ArrayList<>();
  private final Map<ArrayKind, List<Long>> lengths = new EnumMap<>(ArrayKind.class);
  private final List<View> views = new ArrayList<>();
  private final Map<ArrayKind, Integer> firstViews = new EnumMap<>(ArrayKind.class);
  private final long length;

  BinaryChunk(
      List<StoredPrimitive> primitives, List<StoredInstances> instances, Compression compression) {
    this.primitives = primitives;
    this.instances = instances;
    this.mostBytes = compression == Compression.MESHOPT ? COMPRESSED_AT_ONCE : Long.MAX_VALUE;
    var stored = new StoredArrays();
    for (var p : primitives) {
      place(p, stored);
    }
    for (var each : instances) {
      var numbers = new ArrayList<Integer>();
      for (var kind : StoredInstances.KINDS) {
        numbers.add(spots.size());
        spots.add(spot(kind, each.bytes(kind)));
      }
      accessors.add(numbers);
    }
    long offset = 0;
    for (var entry : lengths.entrySet()) {
      firstViews.put(entry.getKey(), views.size());
      for (long bytes : entry.getValue()) {
        views.add(new View(entry.getKey(), offset, bytes));
        offset += bytes;
      }
    }
    length = offset;
  }

  private void place(StoredPrimitive p, StoredArrays stored) {
    var numbers = new ArrayList<Integer>();
    var own = EnumSet.noneOf(ArrayKind.class);
    for (var kind : p.kinds()) {
      int number = stored.first(p, kind, spots.size());
      numbers.add(number);
      if (number == spots.size()) {
        own.add(kind);
        spots.add(spot(kind, p.bytes(kind)));
      }
    }
    accessors.add(numbers);
    ownKinds.add(own);
  }

  private Spot spot(ArrayKind kind, long bytes) {
    var own = lengths.computeIfAbsent(kind, k -> new ArrayList<>());
    if (own.isEmpty() || own.getLast() > mostBytes - bytes) {
      own.add(0L);
    }
    long at = own.removeLast();
    own.add(at + bytes);
    return new Spot(kind, own.size() - 1, at, bytes / kind.stride());
  }

  List<View> views() {
    return views;
  }

  List<View> views(ArrayKind kind) {
    return views.stream().filter(view -> view.kind() == kind).toList();
  }

  /** The accessors of a primitive's arrays, in their order; others may have them too. */
  List<Integer> accessors(int primitive) {
    return accessors.get(primitive);
  }

  /** The accessors of the arrays of instances, in their order. */
  List<Integer> instanceAccessors(int number) {
    return accessors.get(primitives.size() + number);
  }

  /** How many accessors there are. */
  int accessorCount() {
    return spots.size();
  }

  /** What an accessor tells. */
  Place place(int accessor) {
    var spot = spots.get(accessor);
    return new Place(
        spot.kind(), firstView(spot.kind()) + spot.number(), spot.offset(), spot.count());
  }

  private int firstView(ArrayKind kind) {
    return firstViews.getOrDefault(kind, -1);
  }

  /** Without padding. */
  long length() {
    return length;
  }

  /**
   * Writes the arrays; the padding is the caller's.
   *
   * @param start of the chunk's content in the file
   */
  void write(FileChannel channel, long start) throws IOException {
    var outputs = new EnumMap<ArrayKind, PlacedOutput>(ArrayKind.class);
    pass(kind -> new PlacedOutput(channel, start + views.get(firstView(kind)).offset()), outputs);
    for (var output : outputs.values()) {
      output.flush();
    }
    channel.position(start + length);
  }

  /** Passes the arrays on, all of them at once, so that ribbons are made once. */
  <O extends NumberOutput> void pass(Function<ArrayKind, O> output, Map<ArrayKind, O> outputs)
      throws IOException {
    try {
      for (int i = 0; i < primitives.size(); i++) {
        var p = primitives.get(i);
        var own = new EnumMap<ArrayKind, O>(ArrayKind.class);
        ownKinds.get(i).forEach(kind -> own.put(kind, outputs.computeIfAbsent(kind, output)));
        p.primitive().forEachPiece((piece, firstVertex) -> p.write(piece, firstVertex, own));
      }
      for (var each : instances) {
        StoredInstances.KINDS.forEach(kind -> outputs.computeIfAbsent(kind, output));
        each.write(outputs);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  static void writeFully(WritableByteChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
