package dev.planlift.cli.bench.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The database is there and does not answer for a while, as {@link Size#kills} says in tens of
 * seconds, with more clients than there are connections.
 *
 * @param how what keeps its statements
 */
record DatabaseStuck(How how) implements Proof {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration STEP = Duration.ofSeconds(10);
  private static final int CLIENTS = 80;

  enum How {
    /** The table of jobs is locked: all connections of the pool wait for it. */
    LOCKED("exhaust-pool", "the table of jobs is locked, and no connection is free"),
    /** What is to be written takes longer than any statement may. */
    SLOW("slow-statement", "every insert of a job takes two minutes");

    private final String name;
    private final String what;

    How(String name, String what) {
      this.name = name;
      this.what = what;
    }
  }

  @Override
  public String name() {
    return how.name;
  }

  @Override
  public String what() {
    return how.what + ", for as many times 10 s as --kills says; clients are told 503";
  }

  @Override
  public Testbed.Kind kind() {
    return Testbed.Kind.RABBIT;
  }

  @Override
  public Size usual() {
    return new Size(200, 4, 1);
  }

  @Override
  public boolean run(Testbed bed, Size size, Consumer<String> out) throws Exception {
    try (var load = Load.small(bed, size.jobs(), CLIENTS, CLIENTS)) {
      load.awaitEnded(size.jobs() / 10, LIMIT);
      try (var connection = bed.database().connect()) {
        out.accept("stuck after %d accepted, %d ended".formatted(load.accepted(), load.ended()));
        switch (how) {
          case LOCKED -> lock(connection, STEP.multipliedBy(size.kills()));
          case SLOW -> slowDown(connection, STEP.multipliedBy(size.kills()));
        }
      }
      out.accept("free again; answers so far " + load.answers());
      return Verdict.on(load, bed, LIMIT, out);
    }
  }

  private static void lock(Connection connection, Duration time)
      throws SQLException, InterruptedException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("lock table job in access exclusive mode");
      Thread.sleep(time);
      connection.rollback();
    }
  }

  private static void slowDown(Connection connection, Duration time)
      throws SQLException, InterruptedException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "create function chaos_slow() returns trigger language plpgsql as"
              + " $$ begin perform pg_sleep(120); return new; end $$");
      statement.execute(
          "create trigger chaos_slow before insert on job for each row"
              + " execute function chaos_slow()");
      Thread.sleep(time);
      // Replaced, not dropped: that would wait for the inserts that sleep.
      statement.execute(
          "create or replace function chaos_slow() returns trigger language plpgsql as"
              + " $$ begin return new; end $$");
    }
  }
}
