package dev.planlift.runner;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@link FrameOutput} writes. Not thread-safe. */
final class FrameInput {
  private static final int MOST_REST_BYTES = 2048;

  private final DataInputStream in;

  FrameInput(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /**
   * The next frame; empty where the stream ends between two frames.
   *
   * @throws IOException also for bytes that are no frame, and for a stream that ends within one
   */
  Optional<Frame> read() throws IOException {
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    int mark = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
    if (mark != FrameOutput.MARK) {
      throw new IOException("Not a frame: starts with %08x".formatted(mark));
    }
    int length = in.readInt();
    if (length < 1 || length > FrameOutput.MAX_BYTES) {
      throw new IOException("Not a frame: " + length + " bytes");
    }
    var bytes = new byte[length];
    in.readFully(bytes);
    try {
      return Optional.of(frame(new DataInputStream(new ByteArrayInputStream(bytes))));
    } catch (IllegalArgumentException e) {
      throw new IOException("Not a frame of this version", e);
    }
  }

  /**
   * What stands in the stream and is no frame, as text; a JVM that crashes says so there, whatever
   * it is told. Never waits.
   */
  String rest() {
    try {
      int length = Math.min(in.available(), MOST_REST_BYTES);
      return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static Frame frame(DataInputStream from) throws IOException {
    int kind = from.readUnsignedByte();
    return switch (kind) {
      case 'R' -> new Frame.Ready();
      case 'I' -> new Frame.Ping();
      case 'C' ->
          new Frame.Convert(
              new RunnerRequest(
                  text(from),
                  Path.of(text(from)),
                  text(from),
                  map(from),
                  Path.of(text(from)),
                  restart(from)));
      case 'S' -> new Frame.Stop(ErrorCode.valueOf(text(from)));
      case 'M' ->
          new Frame.Compare(
              new ModelPair(
                  Path.of(text(from)), Path.of(text(from)), from.readDouble(), from.readDouble()));
      case 'm' -> new Frame.Compared(texts(from));
      case 'b' -> new Frame.Happened(new RunnerEvent.StageStarted(text(from)));
      case 'p' ->
          new Frame.Happened(new RunnerEvent.StageProgressed(text(from), from.readDouble()));
      case 'u' -> new Frame.Happened(new RunnerEvent.StageReused(text(from), from.readLong()));
      case 'e' -> new Frame.Happened(new RunnerEvent.StageFinished(text(from), from.readLong()));
      case 'D' ->
          new Frame.Converted(
              new RunnerOutcome.Converted(
                  from.readLong(),
                  from.readInt(),
                  from.readInt(),
                  from.readInt(),
                  from.readInt(),
                  from.readBoolean()));
      case 'X' ->
          new Frame.Failed(
              new RunnerOutcome.Failed(
                  ErrorCode.valueOf(text(from)),
                  text(from),
                  new Place(map(from)),
                  from.readBoolean()));
      default -> throw new IOException("Not a frame: kind " + kind);
    };
  }

  private static RunnerRequest.Restart restart(DataInputStream from) throws IOException {
    return new RunnerRequest.Restart(
        Optional.of(text(from)).filter(path -> !path.isEmpty()).map(Path::of),
        Optional.of(text(from)).filter(stage -> !stage.isEmpty()),
        Duration.ofMillis(from.readLong()));
  }

  private static Map<String, String> map(DataInputStream from) throws IOException {
    int size = from.readInt();
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < size; i++) {
      map.put(text(from), text(from));
    }
    return map;
  }

  private static List<String> texts(DataInputStream from) throws IOException {
    int size = from.readInt();
    var texts = new ArrayList<String>();
    for (int i = 0; i < size; i++) {
      texts.add(text(from));
    }
    return texts;
  }

  private static String text(DataInputStream from) throws IOException {
    int length = from.readInt();
    if (length < 0 || length > from.available()) {
      throw new EOFException("A text of " + length + " bytes");
    }
    return new String(from.readNBytes(length), StandardCharsets.UTF_8);
  }
}
