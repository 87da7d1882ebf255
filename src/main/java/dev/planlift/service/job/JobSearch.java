package dev.planlift.service.job;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.RetryableError;
import dev.planlift.service.config.Guarded;
import dev.planlift.service.job.JobQuery.Cursor;
import dev.planlift.service.job.JobQuery.Page;
import dev.planlift.service.job.JobQuery.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/** Looks for jobs. */
@ApplicationScoped
@Transactional
@DatabaseCall
@SuppressWarnings("NullAway.Init") // injected
public class JobSearch {
  @PersistenceContext EntityManager database;

  /** A page by key, not by offset: its cost does not grow with what was read before. */
  public Page page(JobQuery query) {
    var where = new StringBuilder("select j from Job j where 1 = 1");
    var values = new HashMap<String, Object>();
    query.state().ifPresent(v -> add(where, values, " and j.state = :state", "state", v));
    query.format().ifPresent(v -> add(where, values, " and j.format = :format", "format", v));
    query.since().ifPresent(v -> add(where, values, " and j.createdAt >= :since", "since", v));
    query
        .name()
        .ifPresent(
            v -> add(where, values, " and lower(j.name) like :name escape '!'", "name", like(v)));
    boolean newest = query.sort() == Sort.NEWEST;
    query.cursor().ifPresent(cursor -> after(where, values, cursor, newest ? "<" : ">"));
    where.append(newest ? " order by j.createdAt desc, j.id desc" : " order by j.createdAt, j.id");
    var typed = database.createQuery(where.toString(), Job.class).setMaxResults(query.limit() + 1);
    values.forEach(typed::setParameter);
    var jobs = typed.getResultList();
    if (jobs.size() <= query.limit()) {
      return new Page(jobs, Optional.empty());
    }
    var shown = jobs.subList(0, query.limit());
    var last = shown.getLast();
    return new Page(shown, Optional.of(new Cursor(last.createdAt(), last.id())));
  }

  /** How many jobs there are in each state; states without any are left out. */
  public Map<JobState, Long> counts() {
    var counts = new EnumMap<JobState, Long>(JobState.class);
    database
        .createQuery("select j.state, count(j) from Job j group by j.state", Object[].class)
        .getResultList()
        .forEach(row -> counts.put((JobState) row[0], (Long) row[1]));
    return counts;
  }

  /**
   * How many jobs wait for a worker. Asked before anything is taken in, so that a database that is
   * away refuses drawings at once, not after each has waited for a connection.
   */
  @Guarded(ErrorCode.DB_CONNECTION)
  @CircuitBreaker(
      requestVolumeThreshold = 10,
      failureRatio = 0.5,
      delay = 1_000,
      failOn = RetryableError.class)
  public long waiting() {
    return database
        .createQuery("select count(j) from Job j where j.state in :waiting", Long.class)
        .setParameter("waiting", List.of(JobState.PENDING, JobState.RETRY))
        .getSingleResult();
  }

  /** The row versions of those of the jobs that there are. */
  public Map<UUID, Long> versions(Set<UUID> jobs) {
    var versions = new HashMap<UUID, Long>();
    if (!jobs.isEmpty()) {
      database
          .createQuery("select j.id, j.version from Job j where j.id in :jobs", Object[].class)
          .setParameter("jobs", jobs)
          .getResultList()
          .forEach(row -> versions.put((UUID) row[0], (Long) row[1]));
    }
    return versions;
  }

  /** How many jobs of a format and priority wait to be taken. */
  public long waiting(Format format, Priority priority) {
    return database
        .createQuery(
            "select count(j) from Job j where j.state = :pending and j.format = :format"
                + " and j.priority = :priority",
            Long.class)
        .setParameter("pending", JobState.PENDING)
        .setParameter("format", format)
        .setParameter("priority", priority)
        .getSingleResult();
  }

  private static void after(
      StringBuilder where, Map<String, Object> values, Cursor cursor, String beyond) {
    where
        .append(" and (j.createdAt ")
        .append(beyond)
        .append(" :at or (j.createdAt = :at and j.id ");
    where.append(beyond).append(" :id))");
    values.put("at", cursor.createdAt());
    values.put("id", cursor.id());
  }

  private static void add(
      StringBuilder where, Map<String, Object> values, String clause, String name, Object value) {
    where.append(clause);
    values.put(name, value);
  }

  private static String like(String part) {
    var escaped = part.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
    return "%" + escaped + "%";
  }
}
