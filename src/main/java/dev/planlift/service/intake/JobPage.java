package dev.planlift.service.intake;

import dev.planlift.service.job.JobQuery;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some jobs of a list. */
@JsonbPropertyOrder({"jobs", "next"})
@Schema(name = "JobPage", requiredProperties = "jobs")
public record JobPage(
    List<JobView> jobs,
    @Schema(description = "path of the next page; missing on the last") @Nullable String next) {
  public JobPage {
    jobs = List.copyOf(jobs);
  }

  static JobPage of(JobQuery.Page page, UriInfo asked) {
    return new JobPage(
        page.jobs().stream().map(job -> JobView.of(job, null)).toList(),
        page.next().map(cursor -> next(cursor.text(), asked)).orElse(null));
  }

  /** The address that was asked for, with the cursor changed. */
  static String next(String cursor, UriInfo asked) {
    var uri = asked.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }
}
