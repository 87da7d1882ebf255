package dev.planlift.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A control group (Linux, version 2) for each runner, beside the server's own, where the host has
 * delegated them: the server runs in a group named {@code server} below one that it may write to
 * and that holds no process itself, as systemd makes it of {@code Delegate=cpu memory} and {@code
 * DelegateSubgroup=server}. A runner over its memory is killed by the kernel, all of it, and not
 * swapped; its processor time is bounded, and weighs less than the server's.
 */
final class ControlGroups implements Confinement {
  private static final String OWN = "server";
  private static final int PERIOD_MICROS = 100_000;

  /** Of 1 to 10,000; a server's is 100. */
  private static final int WEIGHT = 50;

  private static final int WEIGHT_IN_BACKGROUND = 1;

  private final Path parent;
  private final Bounds bounds;

  private ControlGroups(Path parent, Bounds bounds) {
    this.parent = parent;
    this.bounds = bounds;
  }

  /**
   * The groups below the one that holds the server's own.
   *
   * @param root of the file system, so that tests have one of their own
   * @return empty where they are not delegated
   */
  static Optional<ControlGroups> delegated(Bounds bounds, Path root) {
    try {
      return own(root)
          .filter(own -> own.endsWith(OWN))
          .map(Path::getParent)
          .filter(Files::isWritable)
          .filter(ControlGroups::share)
          .map(parent -> new ControlGroups(parent, bounds));
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** The group that this process is in. */
  private static Optional<Path> own(Path root) throws IOException {
    var groups = root.resolve("sys/fs/cgroup");
    var self = root.resolve("proc/self/cgroup");
    if (!Files.exists(groups.resolve("cgroup.controllers")) || !Files.exists(self)) {
      return Optional.empty();
    }
    return Files.readAllLines(self).stream()
        .filter(line -> line.startsWith("0::/"))
        .map(line -> groups.resolve(line.substring("0::/".length())))
        .findFirst();
  }

  /** Whether the groups below this one may bound memory and processors. */
  private static boolean share(Path parent) {
    try {
      var there = Files.readString(parent.resolve("cgroup.controllers")).strip().split(" ", -1);
      if (!Set.copyOf(Arrays.asList(there)).containsAll(Set.of("memory", "cpu"))) {
        return false;
      }
      Files.writeString(parent.resolve("cgroup.subtree_control"), "+memory +cpu");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public List<String> prefix() {
    return List.of();
  }

  @Override
  public void takeIn(Process process) throws IOException {
    MemoryKiller.prefer(process.pid());
    var group = parent.resolve("runner-" + process.pid());
    try {
      Files.createDirectories(group);
      set(group, "memory.max", Long.toString(bounds.memoryBytes()));
      set(group, "memory.swap.max", "0");
      set(group, "memory.oom.group", "1");
      set(group, "cpu.max", Math.round(bounds.cpus() * PERIOD_MICROS) + " " + PERIOD_MICROS);
      set(
          group,
          "cpu.weight",
          Integer.toString(bounds.background() ? WEIGHT_IN_BACKGROUND : WEIGHT));
      set(group, "cgroup.procs", Long.toString(process.pid()));
    } finally {
      var unused = process.onExit().thenRun(() -> remove(group));
    }
  }

  private static void set(Path group, String file, String value) throws IOException {
    var path = group.resolve(file);
    // A kernel without swap accounting has no such file.
    if (!file.startsWith("memory.swap") || Files.exists(path)) {
      Files.writeString(path, value);
    }
  }

  private static void remove(Path group) {
    try {
      Files.deleteIfExists(group);
    } catch (IOException e) {
      System.getLogger(ControlGroups.class.getName())
          .log(System.Logger.Level.DEBUG, "A runner's control group stays: " + group, e);
    }
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT, "cgroup %s memory=%d cpus=%.1f", parent, bounds.memoryBytes(), bounds.cpus());
  }
}
