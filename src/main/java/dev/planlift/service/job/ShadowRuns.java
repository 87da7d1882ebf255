package dev.planlift.service.job;

import dev.planlift.service.job.JobQuery.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What came of shadow runs, until it has been kept for its time or its job is gone. */
@ApplicationScoped
@Transactional
@DatabaseCall
public class ShadowRuns {
  private static final String COLUMNS =
      "select job_id, format, engine, outcome, cast(differences as text), folder,"
          + " standard_millis, candidate_millis, ran_at from shadow_run where ";

  @Inject Moves moves;

  /** Which are wanted. */
  public record Query(
      Optional<Format> format,
      Optional<ShadowOutcome> outcome,
      Optional<Cursor> after,
      int limit) {}

  /**
   * Keeps what came of one.
   *
   * @return false, and nothing is kept, where its job is gone or has been run before
   */
  public boolean keep(ShadowRun run) {
    return new Sql("insert into shadow_run (job_id, format, engine, outcome, differences, folder,")
            .text(" standard_millis, candidate_millis, ran_at) select id, ")
            .value(run.format())
            .text(", ")
            .value(run.engine())
            .text(", ")
            .value(run.outcome())
            .text(", cast(")
            .value(Json.createArrayBuilder(run.differences()).build().toString())
            .text(" as jsonb), ")
            .value(run.folder())
            .text(", ")
            .value(run.standard().toMillis())
            .text(", ")
            .value(run.candidate().toMillis())
            .text(", cast(")
            .value(run.at())
            .text(" as timestamptz) from job where id = ")
            .value(run.jobId())
            .text(" on conflict do nothing")
            .execute(moves.database())
        == 1;
  }

  /** A job's shadow run, if there was one and it is still known. */
  public Optional<ShadowRun> find(UUID jobId) {
    return rows(new Sql(COLUMNS).text("job_id = ").value(jobId)).stream().findFirst();
  }

  /** Shadow runs, the last first; one more than asked for where there are more. */
  public List<ShadowRun> list(Query query) {
    var sql = new Sql(COLUMNS).text("true");
    query.format().ifPresent(format -> sql.text(" and format = ").value(format));
    query.outcome().ifPresent(outcome -> sql.text(" and outcome = ").value(outcome));
    query
        .after()
        .ifPresent(
            last ->
                sql.text(" and (ran_at, job_id) < (")
                    .value(last.createdAt())
                    .text(", ")
                    .value(last.id())
                    .text(")"));
    return rows(sql.text(" order by ran_at desc, job_id desc limit ").value(query.limit() + 1));
  }

  private List<ShadowRun> rows(Sql sql) {
    return sql.rows(moves.database()).stream().map(ShadowRuns::run).toList();
  }

  private static ShadowRun run(Object[] row) {
    return new ShadowRun(
        (UUID) row[0],
        Format.valueOf((String) row[1]),
        (String) row[2],
        ShadowOutcome.valueOf((String) row[3]),
        sentences((String) row[4]),
        (String) row[5],
        Duration.ofMillis(((Number) row[6]).longValue()),
        Duration.ofMillis(((Number) row[7]).longValue()),
        Sql.instant(row[8]));
  }

  private static List<String> sentences(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonString::getString);
    }
  }
}
