package dev.planlift.runner;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import dev.planlift.error.RetryableError;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The parent's handle on one runner: a child JVM that waits, warm, for one conversion at a time. It
 * has no credentials and no environment, and a temporary folder of its own that is deleted with it.
 * {@link #kill}, {@link #askToStop} and the questions may come from any thread while {@link
 * #convert} blocks in another.
 */
public final class RunnerProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

  private final Process process;
  private final Path folder;
  private final FrameInput frames;
  private final FrameOutput requests;
  private final StderrTail stderr;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicInteger conversions = new AtomicInteger();

  private RunnerProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
    this.frames = new FrameInput(new BufferedInputStream(process.getInputStream()));
    this.requests = new FrameOutput(process.getOutputStream());
    this.stderr = StderrTail.of(process.getErrorStream());
  }

  /**
   * Starts a runner and returns when it is ready.
   *
   * @throws RetryableError RUNNER_DIED when it does not come up within a minute
   */
  public static RunnerProcess start(RunnerLaunch launch) {
    try {
      var folder = RunnerFolder.create(launch.temporaryFolder().toAbsolutePath());
      var process = RunnerCommand.of(launch, folder).start();
      var runner = new RunnerProcess(process, folder);
      runner.deleteFolderAtExit();
      runner.confine(launch.confinement());
      runner.awaitReady();
      return runner;
    } catch (IOException e) {
      throw new RetryableError(
          ErrorCode.RUNNER_DIED, "A runner cannot be started: " + e.getMessage(), Place.UNKNOWN, e);
    }
  }

  private void deleteFolderAtExit() {
    var unused = process.onExit().thenRun(() -> RunnerFolder.delete(folder));
  }

  private void confine(Confinement confinement) throws IOException {
    try {
      confinement.takeIn(process);
    } catch (IOException e) {
      kill();
      throw e;
    }
  }

  private void awaitReady() {
    if (!isReadyWithin(START_LIMIT)) {
      var died = died();
      throw new RetryableError(
          ErrorCode.RUNNER_DIED,
          "A runner did not come up (exit code %d): %s"
              .formatted(died.exitCode(), died.stderrTail().strip()));
    }
  }

  /** Whether it says so in time; it is killed where it does not. */
  private boolean isReadyWithin(Duration limit) {
    var atLimit = CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
    var late = CompletableFuture.runAsync(this::kill, atLimit);
    boolean ready = next().filter(Frame.Ready.class::isInstance).isPresent();
    late.cancel(false);
    return ready;
  }

  /**
   * Whether it lives and answers; one that does not answer in time is killed.
   *
   * @throws IllegalStateException while a conversion runs in it
   */
  public boolean isHealthy(Duration limit) {
    if (!busy.compareAndSet(false, true)) {
      throw new IllegalStateException("A runner that converts is not asked how it is");
    }
    try {
      return send(new Frame.Ping()) && isReadyWithin(limit) && isAlive();
    } finally {
      busy.set(false);
    }
  }

  /**
   * Converts one drawing and returns when that has ended, however it ended.
   *
   * @param events called on this thread, in order; what it throws ends the runner and is thrown on
   * @throws IllegalStateException while another conversion runs in it
   */
  public RunnerOutcome convert(RunnerRequest request, Consumer<RunnerEvent> events) {
    if (!busy.compareAndSet(false, true)) {
      throw new IllegalStateException("A runner converts one drawing at a time");
    }
    boolean answered = false;
    try {
      var outcome = converse(request, events);
      answered = true;
      return outcome;
    } finally {
      if (!answered) {
        kill();
      }
      busy.set(false);
    }
  }

  private RunnerOutcome converse(RunnerRequest request, Consumer<RunnerEvent> events) {
    if (!send(new Frame.Convert(request))) {
      return died();
    }
    while (true) {
      var frame = next();
      if (frame.isEmpty()) {
        return died();
      }
      switch (frame.get()) {
        case Frame.Happened(var event) -> events.accept(event);
        case Frame.Converted(var outcome) -> {
          conversions.incrementAndGet();
          return outcome;
        }
        case Frame.Failed(var outcome) -> {
          conversions.incrementAndGet();
          return outcome;
        }
        case Frame.Ready _,
            Frame.Ping _,
            Frame.Convert _,
            Frame.Stop _,
            Frame.Compare _,
            Frame.Compared _ -> {
          return died();
        }
      }
    }
  }

  /**
   * What differs between two models, a sentence each; empty where that cannot be told, as the
   * standard's cannot be read or the runner died over them.
   *
   * @throws IllegalStateException while it works already
   */
  public Optional<List<String>> compare(ModelPair models) {
    if (!busy.compareAndSet(false, true)) {
      throw new IllegalStateException("A runner does one thing at a time");
    }
    try {
      var answer = send(new Frame.Compare(models)) ? next() : Optional.<Frame>empty();
      if (answer.orElse(null) instanceof Frame.Compared(var differences)) {
        conversions.incrementAndGet();
        return Optional.of(differences);
      }
      if (answer.orElse(null) instanceof Frame.Failed) {
        conversions.incrementAndGet();
        return Optional.empty();
      }
      kill();
      died();
      return Optional.empty();
    } finally {
      busy.set(false);
    }
  }

  /** Asks the running conversion, if any, to end with this code at its next sign of progress. */
  public void askToStop(ErrorCode why) {
    if (busy.get()) {
      send(new Frame.Stop(why));
    }
  }

  /** Ends the process at once; a conversion that runs in it ends in {@link RunnerOutcome.Died}. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Lets an idle runner go; kills it where it does not. Its folder is gone afterwards. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (IOException e) {
      kill();
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
    died();
    RunnerFolder.delete(folder);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** Bytes of memory the process holds; 0 where the system does not tell. */
  public long residentBytes() {
    return ProcessMemory.residentBytes(pid()).orElse(0);
  }

  /** How many conversions it has answered. */
  public int conversions() {
    return conversions.get();
  }

  private boolean send(Frame frame) {
    try {
      requests.write(frame);
      return true;
    } catch (IOException e) {
      return false; // it is gone, and its end is told by the stream that is read
    }
  }

  /** The next frame; empty at the end of the stream, and for what is no frame. */
  private Optional<Frame> next() {
    try {
      return frames.read();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Makes sure that it is dead and tells how it died. */
  private RunnerOutcome.Died died() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          // A process that closed its stream is about to exit with a code worth knowing.
          if (!process.waitFor(1, TimeUnit.SECONDS)) {
            kill();
          }
          int exitCode = process.waitFor();
          return new RunnerOutcome.Died(exitCode, stderr.text() + frames.rest());
        } catch (InterruptedException e) {
          interrupted = true;
          kill();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
