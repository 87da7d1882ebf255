package dev.planlift.cli.bench.chaos;

import dev.planlift.cli.embedded.EmbeddedSettings;
import dev.planlift.cli.embedded.Installation;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One version takes the place of another while clients post to the former and its jobs run. The
 * newer one starts beside it and migrates the database; then the older one is told to stop, over
 * and over, and each time put back after the newer one has done what was left. No job may notice:
 * none is begun twice but those that were given back.
 */
record RollingUpgrade() implements Proof {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int AHEAD = 20;

  /** What a JVM answers to SIGTERM: 128 and the signal's number. */
  private static final int EXIT_OF_SIGTERM = 143;

  @Override
  public String name() {
    return "rolling-upgrade";
  }

  @Override
  public String what() {
    return "a server (--old: of another version) is replaced by one of this version, and put back";
  }

  @Override
  public Testbed.Kind kind() {
    return Testbed.Kind.RABBIT;
  }

  @Override
  public Size usual() {
    return new Size(200, 3, 1);
  }

  /** No time to finish: most of what runs is given back. */
  @Override
  public Optional<EmbeddedSettings> settings(EmbeddedSettings usual, Rig rig) {
    var environment = new HashMap<>(usual.environment());
    environment.put("PLANLIFT_RUNNER_DRAIN", "50ms");
    return Optional.of(usual.withEnvironment(environment));
  }

  @Override
  public boolean run(Testbed bed, Size size, Consumer<String> out) throws Exception {
    int before = size.jobs() / 3;
    try (var load = Load.small(bed, before, before);
        var newer = bed.startSecond(Installation.find())) {
      out.accept(
          "another server beside it after %d ended: %s"
              .formatted(load.ledger().ended(), newer.address()));
      return isGentle(load, bed, out) && replace(bed, size.jobs() - before, size.kills(), out);
    }
  }

  private static boolean replace(Testbed bed, int jobs, int stops, Consumer<String> out)
      throws Exception {
    try (var load = Load.small(bed, jobs, AHEAD)) {
      boolean asked = true;
      for (int stop = 1; stop <= stops; stop++) {
        load.awaitEnded(jobs * stop / (stops + 1), LIMIT);
        asked &= replaceOnce(bed, load, out);
      }
      return isGentle(load, bed, out) && asked;
    }
  }

  /** Whether the server ended as one does that was asked to, and the other one did its work. */
  private static boolean replaceOnce(Testbed bed, Load load, Consumer<String> out)
      throws Exception {
    int ended = load.ended();
    int exitCode = bed.server().pause();
    boolean done = load.awaitAcceptedEnded(LIMIT);
    out.accept(
        "stopped after %d ended: exit code %d; %d ended until it was put back"
            .formatted(ended, exitCode, load.ended()));
    bed.server().resume();
    return done && exitCode == EXIT_OF_SIGTERM;
  }

  /** Whether each job ended once, and none was taken from a server as from a dead one. */
  private static boolean isGentle(Load load, Testbed bed, Consumer<String> out) throws Exception {
    boolean clean = Verdict.on(load, bed, LIMIT, out);
    var ledger = load.ledger();
    int takenOver = ledger.moves("TAKE_OVER");
    out.accept(
        "begun %d times, given back %d, tried again %d, taken over as from the dead %d; by %s"
            .formatted(
                ledger.moves("CLAIM"),
                ledger.moves("GIVE_BACK"),
                ledger.moves("RETRY_LATER"),
                takenOver,
                ledger.workers()));
    return clean && takenOver == 0;
  }
}
