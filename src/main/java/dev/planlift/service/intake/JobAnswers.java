package dev.planlift.service.intake;

import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobSearch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Jobs as answers, with their tags: a tag changes with whatever the view shows. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
class JobAnswers {
  @Inject private JobSearch search;

  /** 200 with the job, or 304 where the client has just that already. */
  Response current(Job job, @Nullable String ifNoneMatch) {
    var position = search.queuePosition(job).orElse(null);
    var tag = tag(job, position);
    var answer =
        EntityTags.matches(ifNoneMatch, tag)
            ? Response.notModified()
            : Response.ok(JobView.of(job, position), MediaType.APPLICATION_JSON_TYPE);
    return answer.tag(tag).header("Cache-Control", "no-cache").build();
  }

  /** Whether the client has seen the job as it stands. */
  boolean isKnown(Job job, String ifNoneMatch) {
    return EntityTags.matches(ifNoneMatch, tag(job, search.queuePosition(job).orElse(null)));
  }

  private static EntityTag tag(Job job, @Nullable Integer position) {
    return new EntityTag(job.version() + (position == null ? "" : "-" + position), true);
  }
}
