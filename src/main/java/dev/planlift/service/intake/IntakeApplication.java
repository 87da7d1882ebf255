package dev.planlift.service.intake;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Everything under {@code /api}, so that an unknown address there is answered in the interface's
 * own manner. The version stands in the resources' paths.
 */
@ApplicationPath(IntakeApplication.PATH)
@OpenAPIDefinition(
    info =
        @Info(
            title = "Planlift",
            version = "1.0",
            description =
                "Turns architects' drawings into 3D models. Every error is an"
                    + " application/problem+json (RFC 9457) with a stable code.",
            license =
                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
    servers = @Server(url = "/"),
    tags = {
      @Tag(name = "jobs", description = "Drawings on their way"),
      @Tag(name = "results", description = "What became of them"),
      @Tag(name = "dead letters", description = "What was given up, for who looks after it"),
      @Tag(name = "engines", description = "What converts, and how a candidate compares")
    })
public class IntakeApplication extends Application {
  static final String PATH = "/api";
  static final String JOBS = "v1/jobs";
  static final String DEAD_LETTERS = "v1/dead-letters";
  static final String ENGINES = "v1/engines";
  static final String SHADOW_RUNS = "v1/shadow-runs";
}
