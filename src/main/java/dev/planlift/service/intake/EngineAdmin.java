package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.service.config.Settings;
import dev.planlift.service.job.EngineMode;
import dev.planlift.service.job.EngineSwitches;
import dev.planlift.service.job.Format;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Which engine converts, for those who look after it; meant for the role {@code admin}. There are
 * no roles yet; whoever reaches the server may call it.
 */
@Path(IntakeApplication.ENGINES)
@ApplicationScoped
@Tag(name = "engines")
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // injected
public class EngineAdmin {
  private static final int ALL = 100;
  private static final int CHANGES_SHOWN = 50;

  @Inject private EngineSwitches switches;
  @Inject private Settings settings;

  @GET
  @Path("{format}")
  @Operation(
      operationId = "getEngine",
      summary = "What a format's candidate engine does, and who said so when")
  @APIResponse(
      responseCode = "200",
      description = "as it is on all servers",
      content = @Content(schema = @Schema(implementation = EngineView.class)))
  public EngineView get(@PathParam("format") String format) {
    return view(format(format));
  }

  @PUT
  @Path("{format}")
  @Operation(
      operationId = "setEngine",
      summary = "Have a format's candidate engine do something else, on all servers",
      description =
          "off: nothing. shadow: it converts beside the standard engine, for comparison only."
              + " rollout: it converts in place of the standard engine. Either for a share of the"
              + " jobs, told by their ids. Other servers follow within a second.")
  @APIResponse(
      responseCode = "200",
      description = "it does",
      content = @Content(schema = @Schema(implementation = EngineView.class)))
  public EngineView put(
      @PathParam("format") String asked,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = EngineView.Wish.class)))
          InputStream body,
      @Context HttpServletRequest request)
      throws IOException {
    var format = format(asked);
    var wish = JsonBody.object(JsonBody.bytes(body));
    JsonBody.onlyFields(wish, Set.of("mode", "share"));
    var mode = mode(wish);
    int share = share(wish, mode);
    if (mode != EngineMode.OFF && !format.candidate(settings.engine()).isThere()) {
      throw new PermanentError(
          ErrorCode.STATE_CONFLICT,
          "There is no candidate engine for " + asked + ": planlift.engine." + asked + ".name.",
          Place.of("format", asked));
    }
    switches.set(format, mode, share, "client " + request.getRemoteAddr());
    return view(format);
  }

  private EngineView view(Format format) {
    return EngineView.of(
        format.candidate(settings.engine()),
        switches.current(format),
        switches.history(format, CHANGES_SHOWN));
  }

  private static Format format(String text) {
    return Arrays.stream(Format.values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new PermanentError(
                    ErrorCode.NOT_FOUND,
                    "There is no format " + text + ".",
                    Place.of("format", text)));
  }

  private static EngineMode mode(JsonObject wish) {
    return ListQuery.constant(EngineMode.class, "mode", JsonBody.text(wish, "mode").orElse(null))
        .orElseThrow(() -> JsonBody.invalid("mode", "is off, shadow or rollout"));
  }

  /** All jobs, where nothing is said. */
  private static int share(JsonObject wish, EngineMode mode) {
    var value = wish.getOrDefault("share", JsonValue.NULL);
    if (mode == EngineMode.OFF || value == JsonValue.NULL) {
      return mode == EngineMode.OFF ? 0 : ALL;
    }
    if (value instanceof JsonNumber number
        && number.isIntegral()
        && number.doubleValue() >= 0
        && number.doubleValue() <= ALL) {
      return number.intValue();
    }
    throw JsonBody.invalid("share", "is a whole number from 0 to " + ALL);
  }
}
