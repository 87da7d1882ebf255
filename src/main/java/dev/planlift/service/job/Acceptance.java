package dev.planlift.service.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The statement that brings a new job's rows into the database: all of them, or none. */
final class Acceptance {
  private static final String JOB =
      """
      with job_row as (insert into job (id, name, format, priority, state, due_at, options,
        metadata, callback_url, input_key, sha256, size_bytes, keep_seconds, file_url, retry_of,
        begin_stage, checkpoint_key, checkpoint_stage, checkpoint_options, needs, created_at, updated_at)
      values (""";

  private static final String STAGES =
      """
      ) on conflict (id) do nothing returning id, created_at),
      stages as (insert into job_stage (job_id, name, position, state)
        select id, stage.name, stage.position, 'PENDING' from job_row, (values\s""";

  private static final String AUDIT =
      """
      ) as stage (name, position)),
      told as (insert into job_audit (job_id, at, move, to_state, attempt, poison, who)
        select id, created_at, 'ACCEPT', 'PENDING', 0, 0, 'client' from job_row)""";

  private static final String OUTBOX =
      """
      ,
      sent as (insert into outbox (job_id, created_at) select id, created_at from job_row)""";

  private Acceptance() {}

  /** Gives the job's row where there was none of its id, else nothing. */
  static Sql statement(Job job, boolean send) {
    var sql = new Sql(JOB);
    sql.value(job.id());
    what(sql, job);
    next(sql, job.createdAt());
    next(sql, job.updatedAt());
    sql.text(STAGES);
    stages(sql, job);
    sql.text(AUDIT);
    return sql.text(send ? OUTBOX : "").text(" select id, created_at from job_row");
  }

  private static void what(Sql sql, Job job) {
    next(sql, job.name());
    next(sql, job.format());
    next(sql, job.priority());
    next(sql, job.state());
    next(sql, job.dueAt());
    next(sql, JsonText.of(job.options()));
    next(sql, job.metadata());
    next(sql, job.callbackUrl().orElse(null));
    next(sql, job.inputKey());
    next(sql, job.sha256());
    next(sql, job.sizeBytes());
    next(sql, job.keep().map(Duration::toSeconds).orElse(null));
    next(sql, job.toFetch().orElse(null));
    next(sql, job.retryOf().orElse(null));
    next(sql, job.beginStage().orElse(null));
    var checkpoint = job.checkpoint();
    next(sql, checkpoint.map(JobCheckpoint::key).orElse(null));
    next(sql, checkpoint.map(JobCheckpoint::last).orElse(null));
    next(sql, checkpoint.map(JobCheckpoint::options).map(JsonText::of).orElse(null));
    next(sql, job.needs());
  }

  private static void stages(Sql sql, Job job) {
    var before = "(";
    for (var stage : job.stages()) {
      sql.text(before).text("'" + stage.name() + "', " + stage.position() + ")");
      before = ", (";
    }
  }

  private static void next(Sql sql, @Nullable Object value) {
    sql.text(", ").value(value);
  }
}
