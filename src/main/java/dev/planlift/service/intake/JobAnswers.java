package dev.planlift.service.intake;

import dev.planlift.service.job.Forecast;
import dev.planlift.service.job.Job;
import dev.planlift.service.job.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Jobs as answers, with their tags: a tag changes with what the view shows. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
class JobAnswers {
  @Inject private Forecast forecast;

  /** 200 with the job, or 304 where the client has just that already. */
  Response current(Job job, @Nullable String ifNoneMatch) {
    var waiting = forecast.of(job).orElse(null);
    var tag = tag(job, waiting);
    var answer =
        EntityTags.matches(ifNoneMatch, tag)
            ? Response.notModified()
            : Response.ok(JobView.of(job, waiting), MediaType.APPLICATION_JSON_TYPE);
    return answer.tag(tag).header("Cache-Control", "no-cache").build();
  }

  /** Whether the client has seen the job as it stands. */
  boolean isKnown(Job job, String ifNoneMatch) {
    return EntityTags.matches(ifNoneMatch, tag(job, forecast.of(job).orElse(null)));
  }

  /** The estimate is not in it: it wanders without anything having happened. */
  private static EntityTag tag(Job job, @Nullable Waiting waiting) {
    return new EntityTag(job.version() + (waiting == null ? "" : "-" + waiting.position()), true);
  }
}
