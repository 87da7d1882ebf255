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
  private static final int AHEAD = 20;

  /** Makes the database well again. */
  private interface Release {
    void run() throws SQLException;
  }

  enum How {
    /** The table of jobs is locked: all connections of the pool wait for it. */
    LOCKED("exhaust-pool", "the table of jobs is locked, and no connection is free") {
      @Override
      Release take(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        execute(connection, "lock table job in access exclusive mode");
        return connection::rollback;
      }
    },
    /** What is to be written takes longer than any statement may. */
    SLOW("slow-statement", "every insert of a job takes two minutes") {
      @Override
      Release take(Connection connection) throws SQLException {
        execute(connection, function("perform pg_sleep(120);"));
        execute(
            connection,
            "create trigger chaos_slow before insert on job for each row"
                + " execute function chaos_slow()");
        // Replaced, not dropped: that would wait for the inserts that sleep.
        return () -> execute(connection, function(""));
      }
    };

    private final String name;
    private final String what;

    How(String name, String what) {
      this.name = name;
      this.what = what;
    }

    /** Makes it so; what is answered makes it well again. */
    abstract Release take(Connection connection) throws SQLException;

    private static String function(String first) {
      return "create or replace function chaos_slow() returns trigger language plpgsql as"
          + " $$ begin "
          + first
          + " return new; end $$";
    }

    private static void execute(Connection connection, String command) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute(command);
      }
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
    var time = STEP.multipliedBy(size.kills());
    try (var load = Load.small(bed, size.jobs(), AHEAD)) {
      load.awaitEnded(size.jobs() / 4, LIMIT);
      try (var connection = bed.database().connect()) {
        var grip = how.take(connection);
        out.accept("stuck after %d accepted, %d ended".formatted(load.accepted(), load.ended()));
        try (var meanwhile = Load.small(bed, CLIENTS, CLIENTS, CLIENTS)) {
          Thread.sleep(time);
          out.accept("until then meanwhile " + meanwhile.answers());
          grip.run();
          boolean clean = Verdict.on(load, bed, LIMIT, out);
          return Verdict.on(meanwhile, bed, LIMIT, out)
              && clean
              && (!size.timed() || meanwhile.wasRefused());
        }
      }
    }
  }
}
