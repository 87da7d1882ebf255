package dev.planlift.cli.bench.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Of three nodes the one that leads the queue of work is killed, and comes back later. */
record LeaderLost() implements Proof {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int AHEAD = 20;
  private static final String QUEUE = "dxf.default";

  @Override
  public String name() {
    return "lose-leader";
  }

  @Override
  public String what() {
    return "of three nodes of RabbitMQ the queue's leader is killed -9; jobs are begun within 5 s";
  }

  @Override
  public Testbed.Kind kind() {
    return Testbed.Kind.CLUSTER;
  }

  @Override
  public Size usual() {
    return new Size(200, 2, 1);
  }

  @Override
  public boolean run(Testbed bed, Size size, Consumer<String> out) throws Exception {
    boolean soon = true;
    try (var load = Load.small(bed, size.jobs(), AHEAD)) {
      for (int kill = 1; kill <= size.kills(); kill++) {
        load.awaitEnded(size.jobs() * kill / (size.kills() + 2), LIMIT);
        var leader = leader(bed);
        out.accept(
            "%s, which leads, killed after %d accepted, %d ended"
                .formatted(leader.name(), load.accepted(), load.ended()));
        leader.kill();
        soon &= Return.measure(load, size, "its death", out);
        leader.startAgain();
      }
      return Verdict.on(load, bed, LIMIT, out) && soon;
    }
  }

  private static RabbitNode leader(Testbed bed) throws IOException {
    var queues = bed.brokers().getFirst().control("list_queues", "name", "leader");
    for (var node : bed.brokers()) {
      if (queues.lines().anyMatch((QUEUE + "\t" + node.name())::equals)) {
        return node;
      }
    }
    throw new IOException("No node leads " + QUEUE + ": " + queues);
  }
}
