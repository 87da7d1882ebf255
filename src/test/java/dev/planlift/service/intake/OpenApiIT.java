package dev.planlift.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.embedded.EmbeddedServer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The document says what the resources are, and the answers are as the document says. */
@ExtendWith(EmbeddedServerFixture.class)
class OpenApiIT {
  private static final Set<Class<?>> RESOURCES =
      Set.of(
          JobSubmission.class,
          JobReading.class,
          JobActions.class,
          JobResults.class,
          DeadLetterAdmin.class,
          EngineAdmin.class,
          ShadowRunAdmin.class);

  private Api api;
  private JsonObject document;

  @BeforeEach
  void read(EmbeddedServer server) {
    api = new Api(server.address());
    document = api.get("openapi?format=JSON").json();
  }

  @Test
  void itListsExactlyWhatTheResourcesTake() {
    var taken = new TreeSet<String>();
    for (var resource : RESOURCES) {
      for (var method : resource.getMethods()) {
        Arrays.stream(method.getAnnotations())
            .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
            .filter(java.util.Objects::nonNull)
            .forEach(
                verb -> {
                  var path = method.getAnnotation(Path.class);
                  taken.add(
                      verb.value().toLowerCase(Locale.ROOT)
                          + " /api/"
                          + resource.getAnnotation(Path.class).value()
                          + (path == null ? "" : "/" + path.value()));
                });
      }
    }
    var told = new TreeSet<String>();
    document
        .getJsonObject("paths")
        .forEach(
            (path, item) -> item.asJsonObject().keySet().forEach(v -> told.add(v + " " + path)));
    assertThat(told).isEqualTo(taken).isNotEmpty();
  }

  @Test
  void everyOperationTellsItsProblems() {
    operations()
        .forEach(
            operation ->
                operation
                    .getJsonObject("responses")
                    .forEach(
                        (status, response) -> {
                          if (status.compareTo("400") >= 0) {
                            assertThat(schemaOf(response.asJsonObject(), Api.PROBLEM))
                                .as("%s %s", operation.getString("operationId"), status)
                                .isEqualTo("#/components/schemas/Problem");
                          }
                        }));
    assertThat(statuses("post", "/api/v1/jobs"))
        .contains("202", "400", "409", "413", "415", "422", "429", "503");
    assertThat(statuses("get", "/api/v1/jobs/{id}")).contains("200", "304", "404");
    assertThat(statuses("get", "/api/v1/jobs/{id}/model.glb"))
        .contains("200", "206", "304", "404", "409", "416");
  }

  @Test
  void everyListIsAskedAlikeForItsPage() {
    for (var list : List.of("jobs", "dead-letters", "shadow-runs")) {
      var parameters =
          operation("get", "/api/v1/" + list)
              .getJsonArray("parameters")
              .getValuesAs(JsonObject.class)
              .stream()
              .collect(Collectors.toMap(p -> p.getString("name"), p -> p.getJsonObject("schema")));
      assertThat(parameters).as(list).containsKeys("cursor", "limit");
      var limit = Objects.requireNonNull(parameters.get("limit"));
      assertThat(limit.getInt("maximum")).as(list).isEqualTo(200);
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    var schemas = document.getJsonObject("components").getJsonObject("schemas").keySet();
    references(document)
        .forEach(ref -> assertThat(schemas).contains(ref.substring(ref.lastIndexOf('/') + 1)));
  }

  @Test
  void answersAreAsTheDocumentSays() {
    var id = api.submit("openapi.dxf", Api.ONE_LINE);
    var job = api.ended(id);
    fits(job, "get", "/api/v1/jobs/{id}");
    fits(api.get(Api.JOBS + "?limit=2"), "get", "/api/v1/jobs");
    fits(api.job(UUID.randomUUID().toString(), ""), "get", "/api/v1/jobs/{id}");
    fits(api.get(Api.JOBS + "?limit=x"), "get", "/api/v1/jobs");
    fits(api.post(new Api.Form().file("a.dxf", Api.ONE_LINE)), "post", "/api/v1/jobs");
    fits(api.post(new Api.Form().file("a.dxf", "")), "post", "/api/v1/jobs");
    for (var file :
        new String[] {"model.glb", "report.json", "preview.png", "overlay.svg", "overlay.png"}) {
      fits(api.get(Api.JOBS + "/" + id + "/" + file), "get", "/api/v1/jobs/{id}/" + file);
    }
  }

  /** Status and content type are listed; a JSON object has what is required and nothing unknown. */
  private void fits(Api.Answer answer, String method, String path) {
    var responses = operation(method, path).getJsonObject("responses");
    var status = Integer.toString(answer.status());
    assertThat(responses).containsKey(status);
    var type = answer.header("Content-Type");
    var content = responses.getJsonObject(status).getJsonObject("content");
    assertThat(content).as("%s %s %s", method, path, status).containsKey(type);
    var schema = content.getJsonObject(type).getJsonObject("schema");
    if (type.endsWith("json") && schema.containsKey("$ref")) {
      conforms(answer.json(), schema, path);
    }
  }

  private void conforms(JsonValue value, JsonObject reference, String where) {
    var schema = resolved(reference);
    if (value instanceof JsonArray array) {
      array.forEach(item -> conforms(item, schema.getJsonObject("items"), where + "[]"));
    } else if (value instanceof JsonObject object && schema.containsKey("properties")) {
      var properties = schema.getJsonObject("properties");
      assertThat(properties.keySet()).as(where).containsAll(object.keySet());
      if (schema.containsKey("required")) {
        assertThat(object.keySet())
            .as(where)
            .containsAll(schema.getJsonArray("required").getValuesAs(JsonString::getString));
      }
      object.forEach(
          (name, member) -> conforms(member, properties.getJsonObject(name), where + "." + name));
    } else if (value instanceof JsonString text && schema.containsKey("enum")) {
      assertThat(schema.getJsonArray("enum").getValuesAs(JsonString::getString))
          .as(where)
          .contains(text.getString());
    }
  }

  private JsonObject resolved(JsonObject schema) {
    if (!schema.containsKey("$ref")) {
      return schema;
    }
    var ref = schema.getString("$ref");
    return document
        .getJsonObject("components")
        .getJsonObject("schemas")
        .getJsonObject(ref.substring(ref.lastIndexOf('/') + 1));
  }

  private Stream<JsonObject> operations() {
    return document.getJsonObject("paths").values().stream()
        .flatMap(item -> item.asJsonObject().values().stream())
        .map(JsonValue::asJsonObject);
  }

  private JsonObject operation(String method, String path) {
    return document.getJsonObject("paths").getJsonObject(path).getJsonObject(method);
  }

  private Set<String> statuses(String method, String path) {
    return operation(method, path).getJsonObject("responses").keySet();
  }

  private static String schemaOf(JsonObject response, String type) {
    return response
        .getJsonObject("content")
        .getJsonObject(type)
        .getJsonObject("schema")
        .getString("$ref");
  }

  private static Stream<String> references(JsonValue value) {
    return switch (value) {
      case JsonObject object ->
          object.entrySet().stream()
              .flatMap(
                  member ->
                      member.getKey().equals("$ref")
                          ? Stream.of(((JsonString) member.getValue()).getString())
                          : references(member.getValue()));
      case JsonArray array -> array.stream().flatMap(OpenApiIT::references);
      default -> Stream.empty();
    };
  }
}
