package dev.planlift.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a host keeps a runner within its bounds from outside, whatever happens within it. Where the
 * memory of the whole machine runs out, the kernel is told to take the runner and not the server.
 */
public sealed interface Confinement permits Unconfined, ProcessLimits, ControlGroups {
  /** What was asked for. */
  enum Wish {
    /** Control groups where they are delegated to the server, else limits of the process. */
    AUTO,
    /** Control groups (Linux, version 2); the start fails where they are not delegated. */
    CGROUP,
    /** Limits of the process. */
    PROCESS,
    /** Nothing; the heap's bound alone holds. */
    NONE
  }

  /**
   * What one runner may take.
   *
   * @param memoryBytes over this its process ends
   * @param cpus processors' time at once, where control groups hold
   * @param background whether it gets the processor only when nobody else wants it
   */
  record Bounds(long memoryBytes, double cpus, boolean background) {
    public Bounds(long memoryBytes, double cpus) {
      this(memoryBytes, cpus, false);
    }

    public Bounds {
      if (memoryBytes < 1 << 20 || !(cpus > 0)) {
        throw new IllegalArgumentException("Nothing runs in " + memoryBytes + " bytes");
      }
    }
  }

  /** What the host allows of what is wished for. */
  static Confinement of(Wish wish, Bounds bounds) {
    var groups =
        switch (wish) {
          case AUTO, CGROUP -> ControlGroups.delegated(bounds, Path.of("/"));
          case PROCESS, NONE -> Optional.<ControlGroups>empty();
        };
    return switch (wish) {
      case AUTO -> groups.<Confinement>map(g -> g).orElseGet(() -> ProcessLimits.here(bounds));
      case CGROUP ->
          groups.orElseThrow(
              () ->
                  new IllegalStateException(
                      "Control groups are not delegated to this server: see docs/operations.md"));
      case PROCESS -> ProcessLimits.here(bounds);
      case NONE -> Unconfined.HERE;
    };
  }

  /** What to put before the runner's command; it is replaced by that, so that its pid stays. */
  List<String> prefix();

  /**
   * Takes in a process that has just been started; it is let go when it ends.
   *
   * @throws IOException where what held at the server's start holds no more
   */
  void takeIn(Process process) throws IOException;

  /** One line for the log: what holds. */
  String description();
}
