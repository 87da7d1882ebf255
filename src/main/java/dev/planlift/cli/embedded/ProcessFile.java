package dev.planlift.cli.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a child process in a file, so that the next launcher finds it if this one is killed.
 * Process numbers are used again: the process' start time tells it from a stranger.
 */
record ProcessFile(Path file) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  void write(ProcessHandle process) throws IOException {
    Files.writeString(file, process.pid() + " " + startOf(process).toEpochMilli());
  }

  /** Ends the process of a launcher that died, if it still runs; waits until it is gone. */
  void endOrphan() throws IOException {
    orphan().ifPresent(process -> Ending.terminate(process, PATIENCE));
    Files.deleteIfExists(file);
  }

  private Optional<ProcessHandle> orphan() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var words = Files.readString(file).strip().split(" ", -1);
    try {
      long started = Long.parseLong(words[words.length - 1]);
      return ProcessHandle.of(Long.parseLong(words[0]))
          .filter(process -> startOf(process).toEpochMilli() == started);
    } catch (NumberFormatException e) {
      return Optional.empty(); // half written by a launcher that was killed then
    }
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
