package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import dev.planlift.service.config.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * So many requests a minute for each client, told by its address. Long polls ({@code ?wait=}) have
 * a budget of their own: a page that follows a job asks again with every stage, and must not use up
 * what its user needs for the next drawing. Only the API counts: neither the page's files nor
 * health, metrics and the like.
 */
@WebFilter(urlPatterns = IntakeApplication.PATH + "/*", asyncSupported = true)
@SuppressWarnings({"NullAway.Init", "serial"}) // injected; a filter is never serialized
public class RateLimitFilter extends HttpFilter {
  /** Long polls for each other request: ten a second at the default of 100 a minute. */
  static final int WAITS_PER_REQUEST = 6;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Inject private Settings settings;
  @Inject private Clock clock;
  private RequestBudget requests;
  private RequestBudget waits;

  @Override
  public void init() {
    int perMinute = settings.intake().requestsPerMinute();
    requests = new RequestBudget(perMinute, MINUTE, clock);
    waits = new RequestBudget(perMinute * WAITS_PER_REQUEST, MINUTE, clock);
  }

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    if (!settings.intake().rateLimit()) {
      chain.doFilter(request, answer);
      return;
    }
    boolean isWait = "GET".equals(request.getMethod()) && isLongPoll(request.getQueryString());
    var name = isWait ? "wait" : "default";
    var budget = isWait ? waits : requests;
    var left = budget.take(request.getRemoteAddr());
    answer.setHeader("RateLimit-Policy", budget.policy(name));
    answer.setHeader(
        "RateLimit", "\"" + name + "\";r=" + left.remaining() + ";t=" + left.waitSeconds());
    if (left.granted()) {
      chain.doFilter(request, answer);
    } else {
      refuse(request, answer, left.waitSeconds());
    }
  }

  /** Told by the text: getParameter would read the body of a posted form. */
  private static boolean isLongPoll(@Nullable String query) {
    return query != null && (query.startsWith("wait=") || query.contains("&wait="));
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse answer, long seconds)
      throws IOException {
    var problem =
        Problem.of(
            ErrorCode.RATE_LIMITED,
            "Too many requests from this address; " + seconds + " s until the next one.",
            Place.UNKNOWN,
            true,
            request.getRequestURI());
    answer.setHeader("Retry-After", Long.toString(seconds));
    answer.setHeader("Cache-Control", "no-store");
    answer.setStatus(problem.status());
    answer.setContentType(Problem.MEDIA_TYPE);
    answer.getOutputStream().write(problem.toJson().getBytes(StandardCharsets.UTF_8));
  }
}
