package dev.planlift.cli.bench.chaos;

import java.util.List;

/** The proofs, in the order in which they are run. */
final class Proofs {
  static final List<Proof> ALL =
      List.of(
          new ServerKilled(Testbed.Kind.ENGINE),
          new ServerKilled(Testbed.Kind.RABBIT),
          new BrokerKilled(),
          BrokerAway.cut(),
          BrokerAway.silent(),
          new LeaderLost(),
          new DatabaseKilled(),
          new DatabaseStuck(DatabaseStuck.How.LOCKED),
          new DatabaseStuck(DatabaseStuck.How.SLOW),
          new DatabaseFull(),
          new SameTwice(),
          new RollingUpgrade(),
          new Flood(false),
          new Flood(true),
          new Soak());

  private Proofs() {}
}
