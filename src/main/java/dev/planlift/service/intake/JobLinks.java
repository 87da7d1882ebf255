package dev.planlift.service.intake;

import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Where a job and what belongs to it is found: paths on this server. */
final class JobLinks {
  private JobLinks() {}

  static String self(UUID id) {
    return IntakeApplication.PATH + "/" + IntakeApplication.JOBS + "/" + id;
  }

  /** What can be asked of a job as it stands, by name. */
  static Map<String, String> of(Job job) {
    var self = self(job.id());
    var links = new LinkedHashMap<String, String>();
    links.put("self", self);
    if (job.state().mayBecome(JobState.CANCELLED)) {
      links.put("cancel", self + "/cancel");
    }
    if (job.state().isTerminal() && job.expiredAt().isEmpty()) {
      links.put("retry", self + "/retry");
    }
    for (var result : JobResult.values()) {
      if (result.isPossibleFor(job)) {
        links.put(result.linkName(), self + "/" + result.fileName());
      }
    }
    return links;
  }
}
