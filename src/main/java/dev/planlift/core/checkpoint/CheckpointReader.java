package dev.planlift.core.checkpoint;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Reads one checkpoint, stage by stage in the order in which they were written. Nothing but {@link
 * UnusableCheckpoint} comes of a file that is broken, foreign, or of another build. Not
 * thread-safe.
 */
public final class CheckpointReader implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MAX_STAGES = 16;

  private final CheckpointKey key;
  private final List<Shape> shapes;
  private final Inflater inflater = new Inflater(true);
  private final InputStream file;
  private final Input input;
  private int stagesRead;

  private CheckpointReader(CheckpointKey key, List<Shape> shapes, InputStream file) {
    this.key = key;
    this.shapes = shapes;
    this.file = file;
    this.input = new Input(new InflaterInputStream(file, inflater, BUFFER_BYTES));
  }

  /**
   * Opens a checkpoint that is whole and of this build.
   *
   * @param content hash of the drawing it has to be of
   * @param types what the stages make, in their order
   */
  public static CheckpointReader open(Path file, String content, List<Class<?>> types)
      throws UnusableCheckpoint {
    try {
      checkSum(file);
      var bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
      try {
        return head(bytes, content, types);
      } catch (UnusableCheckpoint | IOException | RuntimeException e) {
        bytes.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      throw new UnusableCheckpoint("It cannot be read: " + e.getMessage(), e);
    }
  }

  private static CheckpointReader head(InputStream bytes, String content, List<Class<?>> types)
      throws IOException, UnusableCheckpoint {
    var head = new DataInputStream(bytes);
    demand(head.readInt() == CheckpointFile.MARK, "It is no checkpoint");
    demand(head.readInt() == CheckpointFile.VERSION, "It has another version");
    demand(head.readUTF().equals(CheckpointFile.BUILD), "Another version of Planlift made it");
    var sum = head.readUTF();
    demand(head.readUTF().equals(content), "It is of another drawing");
    int count = head.readInt();
    demand(count > 0 && count <= Math.min(types.size(), MAX_STAGES), "It has other stages");
    var stages = new LinkedHashMap<String, String>();
    for (int i = 0; i < count; i++) {
      stages.put(head.readUTF(), head.readUTF());
    }
    var found = new Shapes();
    var shapes = types.subList(0, count).stream().map(found::of).toList();
    demand(sum.equals(CheckpointFile.sum(found)), "It is made of other parts");
    return new CheckpointReader(new CheckpointKey(content, stages), shapes, bytes);
  }

  public CheckpointKey key() {
    return key;
  }

  /** What the next stage made. */
  public <T> T next(Class<T> type) throws UnusableCheckpoint {
    try {
      return type.cast(shapes.get(stagesRead++).read(input));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new UnusableCheckpoint("It cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    inflater.end();
    try {
      file.close();
    } catch (IOException e) {
      return; // it was only read
    }
  }

  private static void checkSum(Path path) throws IOException, UnusableCheckpoint {
    var sum = new CRC32C();
    try (var in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES)) {
      long left = Files.size(path) - CheckpointFile.SUM_BYTES;
      var buffer = new byte[BUFFER_BYTES];
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        demand(read > 0, "It breaks off");
        sum.update(buffer, 0, read);
        left -= read;
      }
      var last = in.readAllBytes();
      boolean whole =
          last.length == CheckpointFile.SUM_BYTES
              && Arrays.equals(
                  last, java.nio.ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
      demand(whole, "It is broken");
    }
  }

  private static void demand(boolean holds, String otherwise) throws UnusableCheckpoint {
    if (!holds) {
      throw new UnusableCheckpoint(otherwise);
    }
  }
}
