package dev.planlift.service.job;

import dev.planlift.service.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Ends keeping what has been kept for its time. Each call is a short transaction that tells which
 * files are nobody's from its commit on: they are the caller's to remove. What a caller does not
 * come to remove is found by {@link #unneeded}.
 */
@ApplicationScoped
@Transactional
@DatabaseCall
public class Retention {
  @Inject Moves moves;
  @Inject Settings settings;

  /**
   * Whether something that one server does for all is this server's to do now.
   *
   * @param every how long it is then nobody's
   */
  public boolean takeTurn(String name, Duration every) {
    var now = moves.now();
    return new Sql("insert into turn (name, begun_at) values (")
            .value(name)
            .text(", ")
            .value(now)
            .text(") on conflict (name) do update set begun_at = excluded.begun_at")
            .text(" where turn.begun_at <= ")
            .value(now.minus(every))
            .execute(moves.database())
        == 1;
  }

  /**
   * Ends results that nobody read for as long as they are kept. The jobs that point to them are to
   * be told in a transaction of their own ({@link #expireJobs}): whoever ends a job holds its row
   * and waits for the result's, so nobody may do it the other way round.
   *
   * @return folders in the storage that are nobody's now; empty when there is nothing left to end
   */
  public List<String> expireResults(int limit) {
    return new Sql("with gone as (select key from result where keep_until <= ")
            .value(moves.now())
            .text(" order by keep_until limit ")
            .value(limit)
            .text(" for update skip locked), deleted as (delete from result using gone")
            .text(" where result.key = gone.key returning result.folder)")
            .text(" select folder, 1 from deleted")
            .rows(moves.database())
            .stream()
            .map(row -> (String) row[0])
            .toList();
  }

  /**
   * Tells jobs that their results have gone; they stay, without files.
   *
   * @param folders of results that were ended
   * @return keys in the storage that are nobody's now
   */
  public List<String> expireJobs(List<String> folders) {
    if (folders.isEmpty()) {
      return List.of();
    }
    return expire(
        sql ->
            sql.text("select id from job where result_key in ")
                .list(folders)
                .text(" order by id for update"));
  }

  /** Ends jobs that have no result to be kept: cancelled ones above all. */
  public List<String> expireOthers(int limit) {
    var now = moves.now();
    return expire(
        sql ->
            sql.text("select id from job where state in ('SUCCESS', 'CANCELLED')")
                .text(" and expired_at is null and finished_at <= cast(")
                .value(now)
                .text(" as timestamptz) - coalesce(keep_seconds, ")
                .value(settings.retention().results().toSeconds())
                .text(") * interval '1 second'")
                .text(" and not exists (select 1 from result where result.folder = job.result_key)")
                .text(" order by finished_at limit ")
                .value(limit)
                .text(" for update skip locked"));
  }

  /** Removes rows of jobs whose files have long been gone; tells how many. */
  public int forgetJobs(int limit) {
    return new Sql("delete from job where id in (select id from job where expired_at <= ")
        .value(moves.now().minus(settings.retention().jobs()))
        .text(" and state in ('SUCCESS', 'CANCELLED') order by expired_at limit ")
        .value(limit)
        .text(" for update skip locked)")
        .execute(moves.database());
  }

  /** Ends keeping what came of shadow runs; tells the folders of what they made. */
  public List<String> expireShadowRuns(int limit) {
    return new Sql("with old as (select job_id from shadow_run where ran_at <= ")
            .value(moves.now().minus(settings.engine().shadow().keep()))
            .text(" order by ran_at limit ")
            .value(limit)
            .text(" for update skip locked), gone as (delete from shadow_run using old")
            .text(" where shadow_run.job_id = old.job_id returning folder, outcome)")
            .text(" select folder, outcome from gone")
            .rows(moves.database())
            .stream()
            .map(row -> (String) row[0])
            .toList();
  }

  /** Those of some keys of files that no job and no result needs. */
  public List<String> unneeded(List<String> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    var needed = new HashSet<String>();
    needed.addAll(known("select input_key, 1 from job where input_key in ", keys));
    needed.addAll(known("select checkpoint_key, 1 from job where checkpoint_key in ", keys));
    var folders = keys.stream().map(Retention::folder).distinct().toList();
    needed.addAll(known("select result_key, 1 from job where result_key in ", folders));
    needed.addAll(known("select folder, 1 from result where folder in ", folders));
    needed.addAll(known("select folder, 1 from shadow_run where folder in ", folders));
    return keys.stream()
        .filter(key -> !needed.contains(key) && !needed.contains(folder(key)))
        .toList();
  }

  /** Files of jobs that end here: what they were made from, and what their stages left. */
  private List<String> expire(UnaryOperator<Sql> ids) {
    var now = moves.now();
    var sql = new Sql("with old as (select id, input_key, checkpoint_key from job where id in (");
    return ids
        .apply(sql)
        .text(")), gone as (update job set expired_at = ")
        .value(now)
        .text(", updated_at = ")
        .value(now)
        .text(", version = version + 1, result_key = null, checkpoint_key = null,")
        .text(" checkpoint_stage = null, checkpoint_options = null from old")
        .text(" where job.id = old.id returning old.input_key, old.checkpoint_key)")
        .text(" select input_key, checkpoint_key from gone")
        .rows(moves.database())
        .stream()
        .flatMap(row -> Arrays.stream(row))
        .filter(Objects::nonNull)
        .map(String.class::cast)
        .toList();
  }

  private Set<String> known(String select, List<String> keys) {
    var known = new HashSet<String>();
    new Sql(select).list(keys).rows(moves.database()).forEach(row -> known.add((String) row[0]));
    return known;
  }

  private static String folder(String key) {
    return key.substring(0, Math.max(0, key.lastIndexOf('/')));
  }
}
