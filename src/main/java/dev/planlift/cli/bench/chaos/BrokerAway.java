package dev.planlift.cli.bench.chaos;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * The way to RabbitMQ is gone for a while, as {@link Size#kills} says in tens of seconds; clients
 * post on.
 *
 * @param broken connections break and none is had; else nothing passes and nothing says so
 */
record BrokerAway(boolean broken) implements Proof {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration STEP = Duration.ofSeconds(10);
  private static final int AHEAD = 20;

  static BrokerAway cut() {
    return new BrokerAway(true);
  }

  static BrokerAway silent() {
    return new BrokerAway(false);
  }

  @Override
  public String name() {
    return broken ? "cut-broker" : "silent-broker";
  }

  @Override
  public String what() {
    return (broken ? "the port of RabbitMQ is cut" : "the way to RabbitMQ swallows everything")
        + " for as many times 10 s as --kills says; jobs are begun within 5 s of its return";
  }

  @Override
  public Testbed.Kind kind() {
    return Testbed.Kind.RABBIT;
  }

  @Override
  public Size usual() {
    return new Size(150, 6, 1);
  }

  @Override
  public boolean run(Testbed bed, Size size, Consumer<String> out) throws Exception {
    var proxy = bed.proxies().getFirst();
    try (var load = Load.small(bed, size.jobs(), AHEAD)) {
      load.awaitEnded(size.jobs() / 4, LIMIT);
      if (broken) {
        proxy.cut();
      } else {
        proxy.fallSilent();
      }
      try (var meanwhile = Load.small(bed, size.jobs() / 4, AHEAD)) {
        Thread.sleep(STEP.multipliedBy(size.kills()));
        out.accept(
            "away for %d s; %d of %d accepted meanwhile"
                .formatted(STEP.toSeconds() * size.kills(), meanwhile.accepted(), size.jobs() / 4));
        proxy.restore();
        boolean soon = Return.measure(load, size, "its return", out);
        boolean clean = Verdict.on(load, bed, LIMIT, out);
        return Verdict.on(meanwhile, bed, LIMIT, out) && clean && soon;
      }
    }
  }
}
