package dev.planlift.runner;

import dev.planlift.core.convert.Checkpointing;
import dev.planlift.core.convert.ConversionRequest;
import dev.planlift.core.convert.ConversionStage;
import dev.planlift.core.convert.Converter;
import dev.planlift.core.convert.ModelComparison;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.InputFormat;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import dev.planlift.error.WorkerError;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The runner's side of the conversions: one at a time, each on its own thread. */
final class Conversions {
  /** Frames are bounded, and nobody reads more. */
  private static final int MAX_MESSAGE_CHARACTERS = 4000;

  private final FrameOutput frames;
  private final Converter converter = new Converter();
  private final AtomicReference<@Nullable StageReporter> running = new AtomicReference<>();

  Conversions(FrameOutput frames) {
    this.frames = frames;
  }

  /** Converts a drawing of its own first: the first job finds everything loaded. */
  void ready(InputFormat format) throws IOException {
    WarmUp.run(converter, format);
    answer();
  }

  /** Tells the parent that somebody is here. */
  void answer() throws IOException {
    frames.write(new Frame.Ready());
  }

  /**
   * @throws IllegalStateException while another conversion runs
   */
  void start(RunnerRequest request) {
    var reporter = new StageReporter(frames, request.name());
    if (!running.compareAndSet(null, reporter)) {
      throw new IllegalStateException("Asked for a second conversion at a time");
    }
    Thread.ofPlatform().name("conversion").start(() -> run(request, reporter));
  }

  /** Compares two models beside the thread that listens to the parent. */
  void compare(ModelPair models) {
    Thread.ofPlatform().name("comparison").start(() -> send(compared(models)));
  }

  /** Ends the running conversion, if any, at its next sign of progress. */
  void stop(ErrorCode why) {
    var reporter = running.get();
    if (reporter != null) {
      reporter.stop(why);
    }
  }

  private void run(RunnerRequest request, StageReporter reporter) {
    var answer = convert(request, reporter);
    running.set(null);
    send(answer);
  }

  private void send(Frame answer) {
    try {
      frames.write(answer);
    } catch (IOException e) {
      // The parent is gone; standard input tells the main thread the same.
      System.err.println("No one to answer to: " + e.getMessage());
    }
  }

  private Frame convert(RunnerRequest request, StageReporter reporter) {
    if (TestHooks.NOOP) {
      return TestHooks.convertNothing(request, reporter);
    }
    try {
      var result = converter.convert(conversion(request), reporter);
      return new Frame.Converted(
          new RunnerOutcome.Converted(
              result.glbBytes(),
              result.walls(),
              result.doors(),
              result.windows(),
              result.rooms(),
              result.planFound()));
    } catch (WorkerError e) {
      return failed(e.code(), e.getMessage(), e.where(), e.retryable());
    } catch (OutOfMemoryError e) {
      // Thrown by a library for an array too long; where the heap is used up the JVM exits itself.
      return failed(ErrorCode.OUT_OF_MEMORY, e.toString());
    } catch (Exception | StackOverflowError | AssertionError | LinkageError e) {
      e.printStackTrace(System.err);
      return failed(ErrorCode.INTERNAL, e.toString());
    }
  }

  private static Frame compared(ModelPair models) {
    var tolerance = new ModelComparison.Tolerance(models.positionM(), models.share());
    try {
      return new Frame.Compared(
          ModelComparison.differences(models.standard(), models.candidate(), tolerance));
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      e.printStackTrace(System.err);
      return failed(ErrorCode.INTERNAL, e.toString());
    }
  }

  private static ConversionRequest conversion(RunnerRequest request) {
    var folder = request.outputFolder();
    return new ConversionRequest(
            request.input(),
            request.name(),
            ConversionOptions.parse(request.options()),
            folder.resolve(RunnerRequest.MODEL),
            Optional.of(folder.resolve(RunnerRequest.REPORT)),
            Optional.of(folder.resolve(RunnerRequest.PREVIEW)),
            List.of(
                folder.resolve(RunnerRequest.OVERLAY),
                folder.resolve(RunnerRequest.OVERLAY_PICTURE)))
        .with(checkpointing(request));
  }

  private static Checkpointing checkpointing(RunnerRequest request) {
    var restart = request.restart();
    return new Checkpointing(
        restart.checkpoint(),
        restart.begin().map(ConversionStage::valueOf).orElse(ConversionStage.EXPORT),
        Optional.of(request.outputFolder()),
        restart.worth());
  }

  static Frame failed(ErrorCode code, String message) {
    return failed(code, message, Place.UNKNOWN, false);
  }

  private static Frame failed(ErrorCode code, String message, Place where, boolean retryable) {
    var kept = message.substring(0, Math.min(message.length(), MAX_MESSAGE_CHARACTERS));
    return new Frame.Failed(new RunnerOutcome.Failed(code, kept, where, retryable));
  }
}
