package dev.planlift.cli.bench.chaos;

import java.time.Duration;
import java.util.function.Consumer;

/** PostgreSQL is killed, with all its connections, and comes back, while clients post. */
record DatabaseKilled() implements Proof {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int AHEAD = 20;
  private static final int JITTER_MILLIS = 500;

  @Override
  public String name() {
    return "kill-database";
  }

  @Override
  public String what() {
    return "PostgreSQL is killed -9 and started again; clients are told 503";
  }

  @Override
  public Testbed.Kind kind() {
    return Testbed.Kind.RABBIT;
  }

  @Override
  public Size usual() {
    return new Size(200, 5, 1);
  }

  @Override
  public boolean run(Testbed bed, Size size, Consumer<String> out) throws Exception {
    var chance = size.chance();
    try (var load = Load.small(bed, size.jobs(), AHEAD)) {
      for (int kill = 1; kill <= size.kills(); kill++) {
        load.awaitEnded(size.jobs() * kill / (size.kills() + 2), LIMIT);
        Thread.sleep(chance.nextInt(JITTER_MILLIS));
        out.accept("killed after %d accepted, %d ended".formatted(load.accepted(), load.ended()));
        var database = bed.server().database();
        database.destroyForcibly();
        database.onExit().join();
      }
      return Verdict.on(load, bed, LIMIT, out);
    }
  }
}
