package dev.planlift.service.job;

import dev.planlift.service.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The results that are kept, each for all jobs that point to it. Whoever begins to point to one, or
 * ends keeping it, holds its row until its transaction's end: so a result that somebody has just
 * begun to point to does not go, and to one that goes nobody begins to point.
 */
@ApplicationScoped
@Transactional
@DatabaseCall
public class KeptResults {
  /** The figure that names the candidate engine that made a result; the standard one has none. */
  public static final String ENGINE = "engine";

  /** A read is noted only when the last one noted is older than this share of the time kept. */
  private static final int READS_NOTED = 24;

  @Inject Moves moves;
  @Inject Settings settings;

  /**
   * A result.
   *
   * @param folder where its files lie in the storage, all of them
   * @param figures a JSON object of the model's counts and sizes
   */
  public record Kept(String folder, String figures) {}

  /** The result of a key, if there is one. */
  public Optional<Kept> find(ResultKey key) {
    return kept(
        new Sql("select folder, cast(figures as text) from result where key = ").value(key.text()));
  }

  /** Whether a folder is some result's: else it is nobody's. */
  public boolean isKept(String folder) {
    return !new Sql("select key, 1 from result where folder = ")
        .value(folder)
        .rows(moves.database())
        .isEmpty();
  }

  /** Nobody else is to point to a result whose files turned out to be gone. */
  public void forget(Kept gone) {
    new Sql("delete from result where folder = ").value(gone.folder()).execute(moves.database());
  }

  /**
   * Notes that somebody reads a result, and so prolongs its time. Most reads write nothing.
   *
   * @param folder of the result; nothing happens where it is none
   */
  public void read(String folder) {
    var now = moves.now();
    new Sql("update result set keep_until = cast(")
        .value(now)
        .text(" as timestamptz) + keep_seconds * " + (READS_NOTED + 1) + " / " + READS_NOTED)
        .text(" * interval '1 second' where folder = ")
        .value(folder)
        .text(" and keep_until < cast(")
        .value(now)
        .text(" as timestamptz) + keep_seconds * interval '1 second'")
        .execute(moves.database());
  }

  /**
   * The result of a key, which from now on is kept as long as asked; empty where there is none.
   *
   * @param keep empty: as long as the settings say
   */
  Optional<Kept> point(ResultKey key, Optional<Duration> keep) {
    return kept(
        prolonged(new Sql("with held as (update result set "), keep)
            .text(" where key = ")
            .value(key.text())
            .text(" returning folder, figures) select folder, cast(figures as text) from held"));
  }

  /** Keeps what was made; where another has made the same in the meantime, that one is kept. */
  Kept keep(ResultKey key, Kept made, Optional<Duration> keep) {
    long seconds = seconds(keep);
    var sql =
        new Sql("with held as (insert into result")
            .text(" (key, folder, figures, made_at, keep_seconds, keep_until) values (")
            .value(key.text())
            .text(", ")
            .value(made.folder())
            .text(", cast(")
            .value(made.figures())
            .text(" as jsonb), ")
            .value(moves.now())
            .text(", ")
            .value(seconds)
            .text(", ")
            .value(until(seconds))
            .text(") on conflict (key) do update set ");
    return kept(prolonged(sql, keep)
            .text(" returning folder, figures) select folder, cast(figures as text) from held"))
        .orElseThrow();
  }

  /** Ends keeping a result if no job points to it: whether its folder is nobody's now. */
  boolean release(String folder) {
    new Sql("select key, 1 from result where folder = ")
        .value(folder)
        .text(" for update")
        .rows(moves.database());
    // A statement of its own sees all that was committed before the row could be had.
    var pointing = new Sql("select id, 1 from job where result_key = ").value(folder);
    if (!pointing.text(" limit 1").rows(moves.database()).isEmpty()) {
      return false;
    }
    new Sql("delete from result where folder = ").value(folder).execute(moves.database());
    return true;
  }

  private Sql prolonged(Sql update, Optional<Duration> keep) {
    long seconds = seconds(keep);
    return update
        .text("keep_seconds = greatest(result.keep_seconds, ")
        .value(seconds)
        .text("), keep_until = greatest(result.keep_until, ")
        .value(until(seconds))
        .text(")");
  }

  private long seconds(Optional<Duration> keep) {
    return Math.max(1, keep.orElseGet(settings.retention()::results).toSeconds());
  }

  private Instant until(long seconds) {
    return moves.now().plusSeconds(seconds + seconds / READS_NOTED);
  }

  private Optional<Kept> kept(Sql sql) {
    return sql.rows(moves.database()).stream()
        .findFirst()
        .map(row -> new Kept((String) row[0], (String) row[1]));
  }
}
