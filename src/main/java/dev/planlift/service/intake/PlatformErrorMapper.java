package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What JAX-RS refuses itself: unknown paths, methods and media types, malformed requests. */
@Provider
public class PlatformErrorMapper implements ExceptionMapper<WebApplicationException> {
  @Context private @Nullable UriInfo uri;
  @Context private @Nullable Request request;

  @Override
  public Response toResponse(WebApplicationException refusal) {
    var original = refusal.getResponse();
    var asked = Objects.requireNonNull(uri);
    var code = code(original.getStatus());
    var problem = ProblemAnswers.answer(code, detail(code, ProblemAnswers.instance(asked)), asked);
    var allow = original.getHeaderString(HttpHeaders.ALLOW);
    return allow == null
        ? problem
        : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allow).build();
  }

  private String detail(ErrorCode code, String path) {
    var method = Objects.requireNonNull(request).getMethod();
    return switch (code) {
      case NOT_FOUND -> "There is nothing at " + path + ".";
      case METHOD_NOT_ALLOWED -> method + " is not for " + path + ".";
      case NOT_ACCEPTABLE -> path + " cannot be had in a type that the Accept header allows.";
      case UNSUPPORTED_MEDIA_TYPE -> path + " does not take a body of this Content-Type.";
      default -> code.message();
    };
  }

  private static ErrorCode code(int status) {
    return switch (status) {
      case 404 -> ErrorCode.NOT_FOUND;
      case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
      case 406 -> ErrorCode.NOT_ACCEPTABLE;
      case 413 -> ErrorCode.FILE_TOO_LARGE;
      case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
      case 503 -> ErrorCode.OVERLOADED;
      default -> status >= 500 ? ErrorCode.INTERNAL : ErrorCode.INVALID_REQUEST;
    };
  }
}
