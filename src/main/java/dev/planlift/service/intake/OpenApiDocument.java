package dev.planlift.service.intake;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to {@code /openapi} what is the same for every operation: the problems it can answer with,
 * and for files ranges and conditions.
 */
public class OpenApiDocument implements OASFilter {
  private static final Map<String, String> PROBLEMS =
      Map.ofEntries(
          Map.entry("400", "The request cannot be understood."),
          Map.entry("404", "There is no such thing."),
          Map.entry("406", "The answer cannot be had in an accepted type."),
          Map.entry("409", "The job's state does not allow that, or its id is taken."),
          Map.entry("410", "The job's results and drawing are no longer kept."),
          Map.entry("413", "The file is larger than is taken."),
          Map.entry("415", "The file, or the request's body, has another type than is taken."),
          Map.entry("416", "The range lies outside of the file."),
          Map.entry("422", "Understood, but impossible: not supported yet, or a key used before."),
          Map.entry("429", "Too many requests."),
          Map.entry("500", "A fault of the service."),
          Map.entry("503", "Storage, database or queue cannot take it now."));

  private static final List<String> OF_ALL = List.of("400", "406", "429", "500", "503");

  private static final Map<String, List<String>> OF_ONE =
      Map.ofEntries(
          Map.entry("submitJob", List.of("409", "413", "415", "422")),
          Map.entry("getJob", List.of("404")),
          Map.entry("cancelJob", List.of("404", "409")),
          Map.entry("retryJob", List.of("404", "409", "410", "422")),
          Map.entry("deleteJob", List.of("404", "409")),
          Map.entry("reprocessDeadLetter", List.of("404", "409", "422")),
          Map.entry("deleteDeadLetter", List.of("404", "409")),
          Map.entry("getEngine", List.of("404")),
          Map.entry("setEngine", List.of("404", "409")),
          Map.entry("getShadowRun", List.of("404")));

  private static final List<String> OF_FILES = List.of("404", "409", "410", "416");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getPaths()
        .getPathItems()
        .values()
        .forEach(path -> path.getOperations().forEach(OpenApiDocument::complete));
  }

  private static void complete(HttpMethod method, Operation operation) {
    boolean isFile = operation.getTags() != null && operation.getTags().contains("results");
    var statuses = new TreeSet<>(OF_ALL);
    statuses.addAll(isFile ? OF_FILES : OF_ONE.getOrDefault(operation.getOperationId(), List.of()));
    var responses = operation.getResponses();
    for (var status : statuses) {
      responses.addAPIResponse(status, problem(PROBLEMS.getOrDefault(status, "")));
    }
    if (isFile) {
      for (var header : List.of("Range", "If-Range", "If-None-Match")) {
        operation.addParameter(
            OASFactory.createParameter().name(header).in(Parameter.In.HEADER).schema(text()));
      }
      responses.addAPIResponse("304", described("The client has it already."));
      responses.addAPIResponse(
          "307",
          described("The storage hands it out itself, where it is set up so.")
              .addHeader("Location", OASFactory.createHeader().schema(text())));
      responses.addAPIResponse(
          "206",
          described("The range asked for.")
              .content(responses.getAPIResponse("200").getContent())
              .addHeader("Content-Range", OASFactory.createHeader().schema(text())));
      responses.getAPIResponse("200").addHeader("ETag", OASFactory.createHeader().schema(text()));
    }
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(SchemaType.STRING);
  }

  private static APIResponse described(String description) {
    return OASFactory.createAPIResponse().description(description);
  }

  private static APIResponse problem(String description) {
    var schema = OASFactory.createSchema().ref("Problem");
    return described(description)
        .content(
            OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema)));
  }
}
