package dev.planlift.core.checkpoint;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes checkpoints. Stateless and thread-safe. */
public final class CheckpointWriter {
  private static final int BUFFER_BYTES = 1 << 16;

  /** What a stage made; of the type by which it is read again. */
  public record Made<T>(Class<T> type, T value) {}

  /**
   * Writes a file, or none: what costs too much is given up.
   *
   * @param key names as many stages as there are things made
   * @return whether there is a file
   * @throws IOException where the file cannot be written; there is none then
   */
  public boolean write(Path file, CheckpointKey key, List<Made<?>> made, Effort effort)
      throws IOException {
    boolean whole = false;
    try (var bytes = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES)) {
      var bounded = new BoundedOutput(bytes, effort);
      write(bounded, key, made);
      new DataOutputStream(bounded).writeInt(bounded.sum());
      bounded.flush();
      whole = true;
      return true;
    } catch (BoundedOutput.GivenUp e) {
      return false;
    } catch (StackOverflowError e) {
      return false; // symbols within symbols, thousands deep
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void write(BoundedOutput to, CheckpointKey key, List<Made<?>> made)
      throws IOException {
    var shapes = new Shapes();
    var all = made.stream().map(one -> shapes.of(one.type())).toList();
    var head = new DataOutputStream(to);
    head.writeInt(CheckpointFile.MARK);
    head.writeInt(CheckpointFile.VERSION);
    head.writeUTF(CheckpointFile.BUILD);
    head.writeUTF(CheckpointFile.sum(shapes));
    head.writeUTF(key.content());
    head.writeInt(key.stages().size());
    for (var stage : key.stages().entrySet()) {
      head.writeUTF(stage.getKey());
      head.writeUTF(stage.getValue());
    }
    var deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      OutputStream deflated = new DeflaterOutputStream(to, deflater, BUFFER_BYTES);
      var output = new Output(deflated, to);
      for (int i = 0; i < all.size(); i++) {
        all.get(i).write(made.get(i).value(), output);
      }
      output.flush();
      ((DeflaterOutputStream) deflated).finish();
    } finally {
      deflater.end();
    }
  }
}
