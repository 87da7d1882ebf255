package dev.planlift.cli.bench.chaos;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * The server is killed and started again, over and over, at moments left to chance between the
 * first and the last job, while clients post and jobs run.
 */
record ServerKilled(Testbed.Kind kind) implements Proof {
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final int AHEAD = 20;
  private static final int JITTER_MILLIS = 1000;

  @Override
  public String name() {
    return kind == Testbed.Kind.ENGINE ? "kill-server" : "kill-server-rabbitmq";
  }

  @Override
  public String what() {
    return "the server is killed -9 and started again"
        + (kind == Testbed.Kind.ENGINE ? "" : ", on RabbitMQ");
  }

  @Override
  public Size usual() {
    return new Size(500, 10, 1);
  }

  @Override
  public boolean run(Testbed bed, Size size, Consumer<String> out) throws Exception {
    var chance = size.chance();
    var moments =
        chance.ints(size.kills(), 0, Math.max(1, size.jobs() * 9 / 10)).sorted().toArray();
    try (var load = Load.small(bed, size.jobs(), AHEAD)) {
      for (int moment : moments) {
        load.awaitEnded(moment, LIMIT);
        Thread.sleep(chance.nextInt(JITTER_MILLIS));
        var server = bed.server().server();
        out.accept("killed after %d accepted, %d ended".formatted(load.accepted(), load.ended()));
        server.destroyForcibly();
        server.onExit().join();
        bed.server().awaitReady();
      }
      return Verdict.on(load, bed, LIMIT, out);
    }
  }
}
