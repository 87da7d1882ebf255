package dev.planlift.service.job;

import dev.planlift.service.job.Sql.Assignment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The steps of a dead letter on its way back, each committed before the next. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@DatabaseCall
class ReprocessingSteps {
  @Inject Jobs jobs;
  @Inject Moves moves;
  @Inject Event<OutboxFilled> outboxFilled;

  void begin(UUID jobId, String who) {
    jobs.demand(Move.REPROCESS, jobId, List.of(), who);
  }

  Job queue(UUID jobId, Revision revision, String who) {
    var changes = new ArrayList<>(Leases.error(null));
    changes.add(Assignment.set("attempt", 0));
    changes.add(Assignment.set("poison", 0));
    changes.add(Assignment.set("finished_at", null));
    changes.add(Assignment.set("sent_at", null));
    changes.add(Assignment.set("sent_count", 0));
    changes.add(Assignment.set("due_at", moves.now()));
    revision.begin().ifPresent(stage -> changes.add(Assignment.set("begin_stage", stage)));
    revision
        .options()
        .map(JsonText::of)
        .ifPresent(o -> changes.add(new Assignment("options", "cast(", o, " as jsonb)")));
    var job = jobs.demand(Move.REQUEUE, jobId, changes, who);
    moves.enqueue(jobId);
    outboxFilled.fire(new OutboxFilled());
    return job;
  }

  void layBack(UUID jobId, String who) {
    moves.make(Jobs.free(Move.REBURY, jobId, List.of(), who));
  }
}
