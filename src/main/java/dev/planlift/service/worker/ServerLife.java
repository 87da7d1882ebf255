package dev.planlift.service.worker;

import dev.planlift.service.job.Claimant;
import dev.planlift.service.job.Overdue;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * This server between its start and its end. As long as it lives it holds an advisory lock on a
 * connection of its own; the database frees the lock when the process is gone, and with it the
 * leases of this life.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class ServerLife {
  private static final int VALID_WITHIN_SECONDS = 5;

  /** Not shareable: the container must leave the connection alone between calls. */
  @Resource(lookup = "jdbc/planlift-locks", shareable = false)
  DataSource locks;

  @Inject Clock clock;

  private final UUID id = UUID.randomUUID();
  private final int lockKey = ThreadLocalRandom.current().nextInt();
  private final String worker = host() + "-" + ProcessHandle.current().pid();
  private @Nullable Connection held;

  Claimant claimant() {
    return new Claimant(worker, id);
  }

  /**
   * Takes the lock, again if its connection was lost.
   *
   * @return whether it had to be taken: the database was away, for other servers too
   */
  synchronized boolean hold() {
    try {
      if (held != null && held.isValid(VALID_WITHIN_SECONDS)) {
        return false;
      }
      end();
      held = locks.getConnection();
      lock(held);
      register(held);
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("This server's life cannot be registered", e);
    }
  }

  /** Lets the lock go: leases still held are free from now on. */
  synchronized void end() {
    var connection = held;
    held = null;
    if (connection == null) {
      return;
    }
    try (connection;
        var unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
      unlock.execute();
    } catch (SQLException e) {
      return; // the connection is broken, so the lock is free already
    }
  }

  private void lock(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("select pg_advisory_lock(?, ?)")) {
      statement.setInt(1, Overdue.LIFE_LOCKS);
      statement.setInt(2, lockKey);
      statement.execute();
    }
  }

  /** Only after the lock is held: a registered life without a lock is a dead one. */
  private void register(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into server_life (id, lock_key, worker, started_at) values (?, ?, ?, ?)"
                + " on conflict do nothing")) {
      statement.setObject(1, id);
      statement.setInt(2, lockKey);
      statement.setString(3, worker);
      statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
