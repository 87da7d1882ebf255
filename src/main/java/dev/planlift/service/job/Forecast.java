package dev.planlift.service.job;

import dev.planlift.service.config.Settings;
import dev.planlift.service.config.Settings.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells waiting jobs their place in the queue of their format, by the order in which {@link Turns}
 * takes them, and how long that may last. Each question is answered from indexes.
 */
@ApplicationScoped
@Transactional
@DatabaseCall
public class Forecast {
  /** Jobs whose run times are asked, the latest. */
  private static final int RECENT = 50;

  private static final double MILLIS = 1000.0;

  @Inject Moves moves;
  @Inject Settings settings;

  /** Where a job stands among those that wait as it does; empty if it does not wait. */
  public Optional<Waiting> of(Job job) {
    boolean waits = job.state() == JobState.PENDING || job.state() == JobState.RETRY;
    if (!waits || job.dueAt().isAfter(moves.now())) {
      return Optional.empty();
    }
    int position = position(job);
    return Optional.of(new Waiting(position, estimate(job.format(), position)));
  }

  /**
   * The turn at which a job is taken.
   *
   * @param waiting how many wait of each priority, the job itself among them
   * @param ahead how many of its own priority wait before it
   */
  static int position(Map<Priority, Long> waiting, Priority own, long ahead) {
    var left = new EnumMap<Priority, Long>(Priority.class);
    left.putAll(waiting);
    left.merge(own, ahead + 1, Math::max);
    long ownLeft = ahead;
    var turns = new Turns();
    for (int position = 1; ; position++) {
      var turn = turns.next(priority -> left.getOrDefault(priority, 0L) > 0).orElse(own);
      if (turn == own && ownLeft-- == 0) {
        return position;
      }
      left.merge(turn, -1L, Long::sum);
    }
  }

  /**
   * The time until a place is free for the one at a position.
   *
   * @param places there are, on all servers
   * @param running how many of them are taken
   * @param mean how long one keeps its place
   */
  static Duration estimate(int position, int places, int running, Duration mean) {
    long ends = position - Math.max(0L, (long) places - running);
    return ends <= 0 ? Duration.ZERO : mean.multipliedBy(ends).dividedBy(places);
  }

  private int position(Job job) {
    var rows =
        new Sql("select priority, count(*), count(*) filter (where (due_at, id) < (")
            .value(job.dueAt())
            .text(", ")
            .value(job.id())
            .text(")) from job where format = ")
            .value(job.format())
            .text(" and state in ('PENDING', 'RETRY') and due_at <= ")
            .value(moves.now())
            .text(" group by priority")
            .rows(moves.database());
    var waiting = new EnumMap<Priority, Long>(Priority.class);
    long ahead = 0;
    for (var row : rows) {
      var priority = Priority.valueOf((String) row[0]);
      waiting.put(priority, ((Number) row[1]).longValue());
      if (priority == job.priority()) {
        ahead = ((Number) row[2]).longValue();
      }
    }
    return position(waiting, job.priority(), ahead);
  }

  private Optional<Duration> estimate(Format format, int position) {
    var row =
        new Sql("select (select avg(extract(epoch from finished_at - started_at)) from (")
            .text("select finished_at, started_at from job where state = 'SUCCESS'")
            .text(" and attempt = 1 and not reused and format = ")
            .value(format)
            .text(" order by finished_at desc limit ")
            .value(RECENT)
            .text(") recent), (select count(*) from job where state = 'RUNNING' and format = ")
            .value(format)
            .text("), (select count(*) from server_life)")
            .rows(moves.database())
            .getFirst();
    if (!(row[0] instanceof Number seconds)) {
      return Optional.empty();
    }
    var mean = Duration.ofMillis(Math.round(seconds.doubleValue() * MILLIS));
    int servers = Math.max(1, ((Number) row[2]).intValue());
    int places = servers * limits(format).places();
    return Optional.of(estimate(position, places, ((Number) row[1]).intValue(), mean));
  }

  private Limits limits(Format format) {
    return switch (format) {
      case DXF -> settings.dxf();
      case PDF -> settings.pdf();
    };
  }
}
