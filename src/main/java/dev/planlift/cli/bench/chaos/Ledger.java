package dev.planlift.cli.bench.chaos;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the database says of the jobs of one run, which share a name. */
final class Ledger implements AutoCloseable {
  private final Access access;
  private final String run;
  private @Nullable Connection kept;

  /** How one gets at a database. */
  record Access(String url, String user, String password) {
    Connection connect() throws SQLException {
      return DriverManager.getConnection(url, user, password);
    }
  }

  /** A job's end, or where it stands. */
  record Entry(String state, long attempts, int ends, int begins) {}

  Ledger(Access access, String run) {
    this.access = access;
    this.run = run;
  }

  /** Jobs that have ended; -1 while the database does not answer. */
  int ended() {
    return count("select count(*) from job where finished_at is not null and name = ?");
  }

  /** Whether a job was begun. */
  boolean isBegun(UUID job) throws SQLException {
    try (var connection = access.connect();
        var query =
            connection.prepareStatement(
                "select 1 from job where started_at is not null and id = ?")) {
      query.setObject(1, job);
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** The workers that claimed jobs of the run. */
  Set<String> workers() throws SQLException {
    var workers = new HashSet<String>();
    try (var connection = access.connect();
        var query =
            connection.prepareStatement(
                "select distinct who from job join job_audit on job_audit.job_id = job.id"
                    + " where move = 'CLAIM' and name = ?")) {
      query.setString(1, run);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          workers.add(rows.getString(1));
        }
      }
    }
    return workers;
  }

  /** How often jobs of the run made a move. */
  int moves(String move) {
    return count(
        "select count(*) from job join job_audit on job_audit.job_id = job.id"
            + " where move = '"
            + move
            + "' and name = ?");
  }

  /** Over one connection that is kept while it lives: to make one costs the database most. */
  private synchronized int count(String select) {
    try {
      var open = kept;
      if (open == null) {
        open = access.connect();
        kept = open;
      }
      try (var query = open.prepareStatement(select)) {
        query.setString(1, run);
        try (var rows = query.executeQuery()) {
          rows.next();
          return rows.getInt(1);
        }
      }
    } catch (SQLException e) {
      close();
      return -1;
    }
  }

  @Override
  public synchronized void close() {
    var open = kept;
    kept = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (SQLException e) {
      return; // it was broken
    }
  }

  /** All rows of the run, with what the audit trail tells of them. */
  Map<UUID, Entry> entries() throws SQLException {
    var entries = new HashMap<UUID, Entry>();
    try (var connection = access.connect();
        var query =
            connection.prepareStatement(
                "select job.id, job.state, job.attempt,"
                    + " count(*) filter (where to_state in ('SUCCESS', 'FAILURE', 'CANCELLED')),"
                    + " count(*) filter (where move = 'ACCEPT')"
                    + " from job join job_audit on job_audit.job_id = job.id where job.name = ?"
                    + " group by job.id")) {
      query.setString(1, run);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          entries.put(
              rows.getObject(1, UUID.class),
              new Entry(rows.getString(2), rows.getLong(3), rows.getInt(4), rows.getInt(5)));
        }
      }
    }
    return entries;
  }

  /**
   * Compares the rows with what clients were told.
   *
   * @param accepted jobs that a client was told are accepted
   * @param modelless successes whose model cannot be had
   */
  Tally tally(Set<UUID> accepted, Set<UUID> modelless) throws SQLException {
    var entries = entries();
    int lost = modelless.size();
    int doubled = 0;
    long attempts = 0;
    var states = new HashMap<String, Integer>();
    for (var id : accepted) {
      var entry = entries.get(id);
      if (entry == null || !isEnd(entry.state())) {
        lost++;
        continue;
      }
      states.merge(entry.state(), 1, Integer::sum);
      attempts += entry.attempts();
      if (entry.ends() > 1 || entry.begins() != 1) {
        doubled++;
      }
    }
    var strangers = new HashSet<>(entries.keySet());
    strangers.removeAll(accepted);
    return new Tally(
        accepted.size(),
        states.getOrDefault("SUCCESS", 0),
        states.getOrDefault("FAILURE", 0),
        states.getOrDefault("DEAD_LETTER", 0),
        lost,
        doubled + strangers.size(),
        attempts);
  }

  private static boolean isEnd(String state) {
    return switch (state) {
      case "SUCCESS", "FAILURE", "CANCELLED", "DEAD_LETTER" -> true;
      default -> false;
    };
  }
}
