package dev.planlift.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.planlift.core.convert.Checkpointing;
import dev.planlift.core.convert.ConversionStage;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameTest {
  private static final List<Frame> EVERY_KIND =
      List.of(
          new Frame.Ready(),
          new Frame.Ping(),
          new Frame.Convert(
              new RunnerRequest(
                  "0193",
                  Path.of("/in/ü.dxf"),
                  "Grundriß 2.dxf",
                  Map.of("units", "mm"),
                  Path.of("/o"))),
          new Frame.Convert(
              new RunnerRequest(
                  "0194",
                  Path.of("/in/a.dxf"),
                  "a.dxf",
                  Map.of(),
                  Path.of("/o"),
                  new RunnerRequest.Restart(
                      Optional.of(Path.of("/in/checkpoint")),
                      Optional.of("SOLIDIFY"),
                      Duration.ofMillis(500)))),
          new Frame.Happened(new RunnerEvent.StageReused("READ", 12)),
          new Frame.Compare(new ModelPair(Path.of("/a/ü.glb"), Path.of("/b.glb"), 0.001, 0.25)),
          new Frame.Compared(List.of("wall: 3, not 4", "größer")),
          new Frame.Compared(List.of()),
          new Frame.Stop(ErrorCode.CANCELLED),
          new Frame.Happened(new RunnerEvent.StageStarted("READ")),
          new Frame.Happened(new RunnerEvent.StageProgressed("READ", 0.25)),
          new Frame.Happened(new RunnerEvent.StageFinished("READ", 1234)),
          new Frame.Converted(new RunnerOutcome.Converted(1L << 40, 1, 2, 3, 4, true)),
          new Frame.Failed(
              new RunnerOutcome.Failed(
                  ErrorCode.PARSING_ERROR,
                  "Breaks off.",
                  Place.of("line", 7).and("handle", "2F"),
                  true)));

  @Test
  void everyKindOfFrameIsReadAsItWasWritten() throws IOException {
    var bytes = written(EVERY_KIND);

    var input = new FrameInput(new ByteArrayInputStream(bytes));

    for (var frame : EVERY_KIND) {
      assertThat(input.read()).contains(frame);
    }
    assertThat(input.read()).as("the stream's end").isEmpty();
  }

  @Test
  void aStagesCheckpointIsNamedAsTheEngineNamesIt() {
    for (var stage : ConversionStage.values()) {
      assertThat(RunnerRequest.checkpointOf(stage.name())).isEqualTo(Checkpointing.fileOf(stage));
    }
  }

  @Test
  void whatALibraryPrintsIsNoFrame() {
    var input =
        new FrameInput(new ByteArrayInputStream("log4j:WARN".getBytes(StandardCharsets.UTF_8)));

    assertThatThrownBy(input::read).isInstanceOf(IOException.class).hasMessageContaining("frame");
  }

  @Test
  void aStreamThatEndsWithinAFrameIsTold() throws IOException {
    for (var frame : EVERY_KIND) {
      var bytes = written(List.of(frame));
      for (int length = 1; length < bytes.length; length++) {
        var input = new FrameInput(new ByteArrayInputStream(bytes, 0, length));
        assertThatThrownBy(input::read).isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void aFlippedByteIsAnotherFrameOrAnIoExceptionAndNothingElse() throws IOException {
    long seed = 20261121;
    var random = new Random(seed);
    var bytes = written(EVERY_KIND);
    for (int i = 0; i < bytes.length; i++) {
      var flipped = bytes.clone();
      flipped[i] ^= (byte) (1 + random.nextInt(255));
      readAll(flipped);
    }
  }

  private static void readAll(byte[] bytes) {
    var input = new FrameInput(new ByteArrayInputStream(bytes));
    try {
      while (input.read().isPresent()) {}
    } catch (IOException e) {
      assertThat(e).isNotNull();
    }
  }

  private static byte[] written(List<Frame> frames) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var output = new FrameOutput(bytes);
    for (var frame : frames) {
      output.write(frame);
    }
    return bytes.toByteArray();
  }
}
