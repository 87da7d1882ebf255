package dev.planlift.cli.bench.chaos;

import java.util.List;
import java.util.function.Consumer;

/** Something that may happen to a server, and that must lose and double no job. */
public interface Proof {
  /** All there are. */
  List<Proof> ALL =
      List.of(
          new ServerKilled(Testbed.Kind.ENGINE),
          new ServerKilled(Testbed.Kind.RABBIT),
          new BrokerKilled(),
          BrokerAway.cut(),
          BrokerAway.silent(),
          new LeaderLost());

  String name();

  /** One line: what is broken. */
  String what();

  /** What it is to be run on. */
  Testbed.Kind kind();

  /** Its size where nobody asks for another. */
  Size usual();

  /**
   * Breaks and counts.
   *
   * @return whether no job was lost or doubled, and whatever else it promises held
   * @throws Exception whatever keeps it from being run
   */
  boolean run(Testbed bed, Size size, Consumer<String> out) throws Exception;
}
