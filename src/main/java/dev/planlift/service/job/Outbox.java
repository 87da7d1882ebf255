package dev.planlift.service.job;

import dev.planlift.service.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Ids that are to be sent, from their commit until they are with the broker. */
@ApplicationScoped
@Transactional
@DatabaseCall
public class Outbox {
  @Inject Moves moves;
  @Inject Settings settings;

  /** One id to be sent. */
  public record Entry(long id, UUID jobId, Format format, Priority priority) {}

  /**
   * The oldest entries; nobody else gets them for the time of the hold, so that servers share the
   * work and what a dead one held comes back.
   */
  public List<Entry> take(int limit) {
    var now = moves.now();
    return new Sql("with free as (select id from outbox where held_until is null or held_until <= ")
            .value(now)
            .text(" order by id limit ")
            .value(limit)
            .text(" for update skip locked), held as (update outbox set held_until = ")
            .value(now.plus(settings.outbox().hold()))
            .text(" from free where outbox.id = free.id returning outbox.id, outbox.job_id)")
            .text(" select held.id, held.job_id, job.format, job.priority from held")
            .text(" join job on job.id = held.job_id order by held.id")
            .rows(moves.database())
            .stream()
            .map(
                row ->
                    new Entry(
                        ((Number) row[0]).longValue(),
                        (UUID) row[1],
                        Format.valueOf((String) row[2]),
                        Priority.valueOf((String) row[3])))
            .toList();
  }

  /** Entries that were taken and could not be sent: anybody may take them at once. */
  public void giveBack(List<Entry> entries) {
    new Sql("update outbox set held_until = null where id = any(")
        .array(entries.stream().map(Entry::id).toList())
        .text(")")
        .execute(moves.database());
  }

  /** Has an id sent again. */
  public void add(UUID jobId) {
    moves.enqueue(jobId);
  }

  /** The entries' ids are with the broker: they leave the outbox. */
  public void sent(List<Entry> entries) {
    new Sql("with sent as (delete from outbox where id = any(")
        .array(entries.stream().map(Entry::id).toList())
        .text(")) update job set sent_count = sent_count + 1, sent_at = ")
        .value(moves.now())
        .text(" where id = any(")
        .array(entries.stream().map(Entry::jobId).toList())
        .text(")")
        .execute(moves.database());
  }

  /** How long the oldest entry has been waiting; empty where there is none. */
  public Optional<Duration> oldestAge() {
    return new Sql("select min(created_at), 1 from outbox")
        .rows(moves.database()).stream()
            .findFirst()
            .flatMap(row -> Optional.ofNullable(row[0]))
            .map(at -> Duration.between(instant(at), moves.now()));
  }

  private static Instant instant(Object column) {
    return switch (column) {
      case Timestamp timestamp -> timestamp.toInstant();
      case OffsetDateTime time -> time.toInstant();
      default -> throw new IllegalStateException("No time: " + column.getClass());
    };
  }
}
