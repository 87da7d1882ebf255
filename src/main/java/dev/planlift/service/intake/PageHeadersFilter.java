package dev.planlift.service.intake;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Tells browsers what the page is made of, so that nothing else runs in it: its own modules and the
 * import map that stands in {@code index.html} (browsers take no import map from a file), known by
 * its hash.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
@SuppressWarnings({"NullAway.Init", "serial"}) // set by init; a filter is never serialized
public class PageHeadersFilter extends HttpFilter {
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  private String policy;

  @Override
  public void init() throws ServletException {
    policy =
        String.join(
            "; ",
            "default-src 'none'",
            // Compressed models are unpacked by WebAssembly.
            "script-src 'self'" + importMapSource() + " 'wasm-unsafe-eval'",
            // The 3D view reads textures and buffers out of the model as blobs.
            "connect-src 'self' blob:",
            "img-src 'self' blob: data:",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self'",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");
  }

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    answer.setHeader("Content-Security-Policy", policy);
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("Referrer-Policy", "no-referrer");
    answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    chain.doFilter(request, answer);
  }

  private String importMapSource() throws ServletException {
    try (var page = getServletContext().getResourceAsStream("/index.html")) {
      if (page == null) {
        return "";
      }
      var match = IMPORT_MAP.matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8));
      return match.find() ? " '" + hash(match.group(1)) + "'" : "";
    } catch (IOException e) {
      throw new ServletException("index.html cannot be read", e);
    }
  }

  /** As CSP Level 3 wants it: the hash of the script element's text. */
  static String hash(String script) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(script.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
