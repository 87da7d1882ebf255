package dev.planlift.cli.bench.chaos;

import dev.planlift.cli.embedded.EmbeddedSettings;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Something that may happen to a server, and that must lose and double no job. */
interface Proof {
  String name();

  /** One line: what is broken. */
  String what();

  /** What it is to be run on. */
  Testbed.Kind kind();

  /** Its size where nobody asks for another. */
  Size usual();

  /**
   * What the server is to be started with, where that differs from the usual; empty where this
   * proof cannot be made here.
   *
   * @param rig for what is to be there before the server, and after it
   */
  default Optional<EmbeddedSettings> settings(EmbeddedSettings usual, Rig rig) throws IOException {
    return Optional.of(usual);
  }

  /**
   * Breaks and counts.
   *
   * @return whether no job was lost or doubled, and whatever else it promises held
   * @throws Exception whatever keeps it from being run
   */
  boolean run(Testbed bed, Size size, Consumer<String> out) throws Exception;
}
