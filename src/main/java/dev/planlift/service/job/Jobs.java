package dev.planlift.service.job;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.error.RetryableError;
import dev.planlift.service.job.Moves.Wanted;
import dev.planlift.service.job.Sql.Assignment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * The clients' and operators' side of jobs. A call joins the caller's transaction or is one of its
 * own.
 */
@ApplicationScoped
@Transactional
@DatabaseCall
public class Jobs {
  @Inject Moves moves;
  @Inject Leases leases;
  @Inject KeptResults results;
  @Inject ShadowRuns shadows;
  @Inject Event<OutboxFilled> outboxFilled;

  /**
   * Writes the job's row and its outbox row, both or neither.
   *
   * @throws PermanentError DUPLICATE_TASK if there is a job of this id
   */
  public Job accept(NewJob asked) {
    return accept(asked, Optional.empty());
  }

  /**
   * The same; but where results are there already, the job makes all its moves at once and has
   * ended.
   *
   * @param same what results of the same work are known by; empty: it is to be run
   * @throws PermanentError DUPLICATE_TASK if there is a job of this id
   */
  public Job accept(NewJob asked, Optional<ResultKey> same) {
    var job = new Job(asked, moves.now());
    if (!moves.accept(job, same.isEmpty())) {
      throw duplicate(job.id());
    }
    if (same.isPresent()) {
      if (reuse(job, same.get())) {
        return moves.read(job.id()).orElse(job);
      }
      moves.enqueue(job.id());
    }
    outboxFilled.fire(new OutboxFilled());
    return job;
  }

  private boolean reuse(Job job, ResultKey same) {
    // Pointed to before the job is claimed: whether there is one does not change any more.
    return results.point(same, job.keep()).isPresent()
        && leases
            .claim(job.id(), new Claimant("intake", job.id()))
            .filter(lease -> leases.reuse(lease, same))
            .isPresent();
  }

  /** The job as it is now, with its stages. */
  @Retry(maxRetries = 2, delay = 100, jitter = 50, retryOn = RetryableError.class)
  public Optional<Job> find(UUID jobId) {
    var job = moves.read(jobId);
    job.ifPresent(Job::stages);
    return job;
  }

  /**
   * Stops a job; a running one's worker notices within the time set for that.
   *
   * @param who the person behind it
   * @throws PermanentError NOT_FOUND, or STATE_CONFLICT if it has ended
   */
  public Job cancel(UUID jobId, String who) {
    var assignments = Leases.released();
    assignments.add(Assignment.set("finished_at", moves.now()));
    assignments.addAll(Leases.error(JobError.of(cancelled())));
    return demand(Move.CANCEL, jobId, assignments, who);
  }

  /** Ends a job that is not running, as its input turned out to be gone. */
  public boolean fail(UUID jobId, JobError error, String who) {
    var assignments = Leases.released();
    assignments.add(Assignment.set("finished_at", moves.now()));
    assignments.addAll(Leases.error(error));
    return moves.make(free(Move.FAIL, jobId, assignments, who));
  }

  /**
   * Removes a job's row in whatever state; a worker that runs it notices.
   *
   * @return keys and folders in the storage that are nobody's from the commit on: the caller's to
   *     remove
   */
  public List<String> delete(UUID jobId) {
    return remove(jobId, "");
  }

  /** The same for a dead letter alone: nothing happens, and nothing is answered, for all else. */
  public List<String> deleteDeadLetter(UUID jobId) {
    return remove(jobId, " and state = 'DEAD_LETTER'");
  }

  private List<String> remove(UUID jobId, String condition) {
    var job = find(jobId);
    if (job.isEmpty()) {
      return List.of();
    }
    var folder = job.get().resultKey();
    boolean shadowed = shadows.find(jobId).isPresent();
    var delete = new Sql("delete from job where id = ").value(jobId).text(condition);
    if (delete.execute(moves.database()) == 0) {
      return List.of();
    }
    var files = new ArrayList<String>();
    files.add(job.get().inputKey());
    job.get().checkpoint().ifPresent(checkpoint -> files.add(checkpoint.key()));
    folder.filter(results::release).ifPresent(files::add);
    if (shadowed) {
      files.add(ShadowRun.folder(jobId));
    }
    return List.copyOf(files);
  }

  /**
   * Makes a move and gives the job as it then is.
   *
   * @throws PermanentError NOT_FOUND, or STATE_CONFLICT where the table has no such move
   */
  Job demand(Move move, UUID jobId, List<Assignment> assignments, String who) {
    boolean moved = moves.make(free(move, jobId, assignments, who));
    var job = find(jobId).orElseThrow(() -> notFound(jobId));
    if (!moved) {
      throw new PermanentError(
          ErrorCode.STATE_CONFLICT,
          "A job that is " + job.state() + " cannot become " + move.to() + ".",
          Place.of("state", job.state()));
    }
    return job;
  }

  static Wanted free(Move move, UUID jobId, List<Assignment> assignments, String who) {
    return new Wanted(move, jobId, Optional.empty(), Optional.empty(), assignments, who, "");
  }

  private static PermanentError cancelled() {
    return new PermanentError(ErrorCode.CANCELLED, ErrorCode.CANCELLED.message());
  }

  private static PermanentError duplicate(UUID jobId) {
    return new PermanentError(
        ErrorCode.DUPLICATE_TASK, "There is a job " + jobId + " already.", Place.of("field", "id"));
  }

  private static PermanentError notFound(UUID jobId) {
    return new PermanentError(ErrorCode.NOT_FOUND, "There is no job " + jobId + ".");
  }
}
