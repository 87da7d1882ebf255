package dev.planlift.service.job;

import dev.planlift.service.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Brings back what nobody works on: jobs whose message was lost, whose back-off is over, or whose
 * server is gone. One sweep at a time, over all servers, by an advisory lock of the database.
 */
@ApplicationScoped
public class Overdue {
  /** The advisory locks' first number: the second is a server life's own. */
  public static final int LIFE_LOCKS = 1;

  /** How long a job that was left to a newer server waits until it is offered again. */
  private static final Duration LEFT_FOR = Duration.ofSeconds(5);

  private static final int SWEEP_LOCKS = 2;
  private static final int REAPER = 1;

  @Inject Moves moves;
  @Inject Settings settings;
  @Inject Event<OutboxFilled> outboxFilled;

  /**
   * Puts the ids of overdue jobs into the outbox.
   *
   * @return how many; 0 also when another server is just at it
   */
  @Transactional
  @DatabaseCall
  public int sweep() {
    if (!lock("select pg_try_advisory_xact_lock(" + SWEEP_LOCKS + ", " + REAPER + "), 1")) {
      return 0;
    }
    buryLives();
    layBackStranded();
    int sent = sendAgain();
    if (sent > 0) {
      outboxFilled.fire(new OutboxFilled());
    }
    return sent;
  }

  /** Leaves a waiting job to a newer server, if it needs one: its id is sent again in a moment. */
  @Transactional
  @DatabaseCall
  public boolean leave(UUID jobId) {
    var now = moves.now();
    return new Sql("update job set due_at = ")
            .value(now.plus(LEFT_FOR))
            .text(" where state in ('PENDING', 'RETRY') and needs > " + Need.MET)
            .text(" and due_at <= ")
            .value(now)
            .text(" and id = ")
            .value(jobId)
            .execute(moves.database())
        == 1;
  }

  private boolean lock(String select) {
    return Boolean.TRUE.equals(new Sql(select).rows(moves.database()).getFirst()[0]);
  }

  /**
   * A living server holds the lock of its life on a connection of its own; the database frees it
   * the moment that process is gone. So a lock that can be had belongs to the dead, and nobody need
   * wait for their leases to lapse.
   */
  private void buryLives() {
    var lives =
        new Sql(
                "select id, pg_try_advisory_xact_lock("
                    + LIFE_LOCKS
                    + ", lock_key) from server_life")
            .rows(moves.database());
    for (var life : lives) {
      if (Boolean.TRUE.equals(life[1])) {
        bury((UUID) life[0]);
      }
    }
  }

  private void bury(UUID life) {
    new Sql("update job set lease_until = ")
        .value(moves.now())
        .text(" where state = 'RUNNING' and lease_until > ")
        .value(moves.now())
        .text(" and lease_life = ")
        .value(life)
        .execute(moves.database());
    new Sql("delete from server_life where id = ").value(life).execute(moves.database());
  }

  /** Dead letters that a server left on their way into the queue are what they were. */
  private void layBackStranded() {
    var by = moves.now().minus(settings.lease().length());
    new Sql("select id, 1 from job where state = 'REPROCESSING' and updated_at <= ")
        .value(by)
        .rows(moves.database())
        .forEach(row -> moves.make(Jobs.free(Move.REBURY, (UUID) row[0], List.of(), "the reaper")));
  }

  private int sendAgain() {
    var now = moves.now();
    // What waits was sent before it was due or never, or its turn should long have come: each time
    // that is believed for twice as long, so that a long queue is not flooded with copies.
    var sql = new Sql("insert into outbox (job_id, created_at) select id, ").value(now);
    sql.text(" from job where not exists (select 1 from outbox where outbox.job_id = job.id)");
    sql.text(" and ((state in ('PENDING', 'RETRY') and due_at <= ").value(now);
    sql.text(" and (sent_at is null or sent_at < due_at or sent_at + cast(");
    sql.value(seconds(settings.reaper().resend())).text(" as double precision)");
    sql.text(" * interval '1 second' * power(2, least(greatest(sent_count, 1) - 1, 6)) <= ");
    sql.value(now).text(")) or (state = 'RUNNING' and lease_until <= ").value(now);
    sql.text(" and (sent_at is null or sent_at <= greatest(lease_until, cast(");
    sql.value(now.minus(settings.lease().length())).text(" as timestamptz)))))");
    sql.text(" order by due_at limit ").value(settings.reaper().batch());
    return sql.execute(moves.database());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
