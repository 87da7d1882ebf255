package dev.planlift.runner;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes frames: a mark of four bytes, the length of the rest as a 32-bit number, one byte for the
 * kind, the fields in order. A text is its length in bytes (32 bits) and UTF-8; a map is its size
 * and key, value, key, value. Needs nothing but the JDK, for it also runs inside the server.
 * Thread-safe; every frame is flushed.
 */
final class FrameOutput {
  /** No text starts so: whatever a library prints by mistake is told from a frame. */
  static final int MARK = 0xF5504C01;

  static final int MAX_BYTES = 1 << 20;

  private final DataOutputStream out;

  FrameOutput(OutputStream out) {
    this.out = new DataOutputStream(out);
  }

  synchronized void write(Frame frame) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var fields = new DataOutputStream(bytes);
    put(fields, frame);
    if (bytes.size() > MAX_BYTES) {
      throw new IOException("A frame of " + bytes.size() + " bytes");
    }
    out.writeInt(MARK);
    out.writeInt(bytes.size());
    bytes.writeTo(out);
    out.flush();
  }

  private static void put(DataOutputStream to, Frame frame) throws IOException {
    switch (frame) {
      case Frame.Ready() -> to.writeByte('R');
      case Frame.Ping() -> to.writeByte('I');
      case Frame.Convert(var request) -> {
        to.writeByte('C');
        text(to, request.jobId());
        text(to, request.input().toString());
        text(to, request.name());
        map(to, request.options());
        text(to, request.outputFolder().toString());
        restart(to, request.restart());
      }
      case Frame.Stop(var why) -> {
        to.writeByte('S');
        text(to, why.name());
      }
      case Frame.Compare(var models) -> {
        to.writeByte('M');
        text(to, models.standard().toString());
        text(to, models.candidate().toString());
        to.writeDouble(models.positionM());
        to.writeDouble(models.share());
      }
      case Frame.Compared(var differences) -> {
        to.writeByte('m');
        to.writeInt(differences.size());
        for (var difference : differences) {
          text(to, difference);
        }
      }
      case Frame.Happened(var event) -> event(to, event);
      case Frame.Converted(var o) -> {
        to.writeByte('D');
        to.writeLong(o.glbBytes());
        to.writeInt(o.walls());
        to.writeInt(o.doors());
        to.writeInt(o.windows());
        to.writeInt(o.rooms());
        to.writeBoolean(o.planFound());
      }
      case Frame.Failed(var o) -> {
        to.writeByte('X');
        text(to, o.code().name());
        text(to, o.message());
        map(to, o.where().coordinates());
        to.writeBoolean(o.retryable());
      }
    }
  }

  private static void restart(DataOutputStream to, RunnerRequest.Restart restart)
      throws IOException {
    text(to, restart.checkpoint().map(Path::toString).orElse(""));
    text(to, restart.begin().orElse(""));
    to.writeLong(restart.worth().toMillis());
  }

  private static void event(DataOutputStream to, RunnerEvent event) throws IOException {
    switch (event) {
      case RunnerEvent.StageStarted(var stage) -> {
        to.writeByte('b');
        text(to, stage);
      }
      case RunnerEvent.StageProgressed(var stage, var fraction) -> {
        to.writeByte('p');
        text(to, stage);
        to.writeDouble(fraction);
      }
      case RunnerEvent.StageReused(var stage, var millis) -> {
        to.writeByte('u');
        text(to, stage);
        to.writeLong(millis);
      }
      case RunnerEvent.StageFinished(var stage, var millis) -> {
        to.writeByte('e');
        text(to, stage);
        to.writeLong(millis);
      }
    }
  }

  private static void map(DataOutputStream to, Map<String, String> map) throws IOException {
    to.writeInt(map.size());
    for (var entry : map.entrySet()) {
      text(to, entry.getKey());
      text(to, entry.getValue());
    }
  }

  private static void text(DataOutputStream to, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    to.writeInt(bytes.length);
    to.write(bytes);
  }
}
