package dev.planlift.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Limits that every Linux knows: {@code RLIMIT_DATA} for memory that is written to (the address
 * space, which {@code RLIMIT_AS} bounds, is no measure for a JVM: it reserves far more than it
 * uses), a nice value, so that the server's answers come before conversions, and a score for the
 * kernel's killer. Elsewhere, and where the programs are missing, so much as there is.
 */
final class ProcessLimits implements Confinement {
  /** Of −20 to 19: others first, but not by far. */
  private static final int NICE = 5;

  /** Behind everybody. */
  private static final int NICE_IN_BACKGROUND = 19;

  private final List<String> prefix;
  private final String description;

  private ProcessLimits(List<String> prefix, String description) {
    this.prefix = List.copyOf(prefix);
    this.description = description;
  }

  static Confinement here(Bounds bounds) {
    var prefix = new ArrayList<String>();
    var holds = new ArrayList<String>();
    int niceness = bounds.background() ? NICE_IN_BACKGROUND : NICE;
    program("nice")
        .ifPresent(
            nice -> {
              prefix.addAll(List.of(nice, "-n", Integer.toString(niceness)));
              holds.add("nice=" + niceness);
            });
    program("prlimit")
        .ifPresent(
            prlimit -> {
              prefix.addAll(List.of(prlimit, "--data=" + bounds.memoryBytes(), "--"));
              holds.add("data=" + bounds.memoryBytes());
            });
    if (MemoryKiller.isThere()) {
      holds.add("oom_score_adj=" + MemoryKiller.SCORE);
    }
    return holds.isEmpty()
        ? Unconfined.HERE
        : new ProcessLimits(prefix, "process " + String.join(" ", holds));
  }

  private static Optional<String> program(String name) {
    return Stream.of("/usr/bin", "/bin")
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  @Override
  public List<String> prefix() {
    return prefix;
  }

  @Override
  public void takeIn(Process process) {
    MemoryKiller.prefer(process.pid());
  }

  @Override
  public String description() {
    return description;
  }
}
