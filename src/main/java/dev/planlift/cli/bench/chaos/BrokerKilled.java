package dev.planlift.cli.bench.chaos;

import java.time.Duration;
import java.util.function.Consumer;

/** RabbitMQ is killed and started again, while clients post and jobs run. */
record BrokerKilled() implements Proof {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int AHEAD = 20;

  @Override
  public String name() {
    return "kill-broker";
  }

  @Override
  public String what() {
    return "RabbitMQ is killed -9 and started again; jobs are begun within 5 s of its return";
  }

  @Override
  public Testbed.Kind kind() {
    return Testbed.Kind.RABBIT;
  }

  @Override
  public Size usual() {
    return new Size(200, 3, 1);
  }

  @Override
  public boolean run(Testbed bed, Size size, Consumer<String> out) throws Exception {
    var broker = bed.brokers().getFirst();
    boolean soon = true;
    try (var load = Load.small(bed, size.jobs(), AHEAD)) {
      for (int kill = 1; kill <= size.kills(); kill++) {
        load.awaitEnded(size.jobs() * kill / (size.kills() + 2), LIMIT);
        out.accept("killed after %d accepted, %d ended".formatted(load.accepted(), load.ended()));
        broker.kill();
        broker.startAgain();
        soon &= Return.measure(load, size, "its return", out);
      }
      return Verdict.on(load, bed, LIMIT, out) && soon;
    }
  }
}
