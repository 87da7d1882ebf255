package dev.planlift.service.job;

import dev.planlift.error.PermanentError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Puts dead letters into the queue again. The way there has two steps, each a transaction of its
 * own, so that of two who ask at once one alone has the job; where the second step fails, the job
 * is a dead letter as before, and one that a dead server left between them is laid back by the
 * reaper.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class Reprocessing {
  @Inject ReprocessingSteps steps;

  /**
   * Queues a dead letter; attempts and poison start anew.
   *
   * @param who the person behind it, or the policy
   * @throws PermanentError NOT_FOUND, or STATE_CONFLICT if it is no dead letter
   */
  public Job reprocess(UUID jobId, Revision revision, String who) {
    steps.begin(jobId, who);
    boolean queued = false;
    try {
      var job = steps.queue(jobId, revision, who);
      queued = true;
      return job;
    } finally {
      if (!queued) {
        steps.layBack(jobId, who);
      }
    }
  }
}
