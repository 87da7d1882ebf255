package dev.planlift.service.intake;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists of entity tags in request headers, RFC 9110 §13.1. */
final class EntityTags {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([^\"]*)\"");

  private EntityTags() {}

  /** Whether a header lists the tag, or any; by the weak comparison, as If-None-Match wants it. */
  static boolean matches(@Nullable String header, EntityTag tag) {
    if (header == null) {
      return false;
    }
    if (header.strip().equals("*")) {
      return true;
    }
    return TAG.matcher(header).results().anyMatch(listed -> listed.group(1).equals(tag.getValue()));
  }

  /** The same by the strong comparison, as If-Range wants it: one tag, both strong. */
  static boolean isExactly(String header, EntityTag tag) {
    return !tag.isWeak() && header.strip().equals("\"" + tag.getValue() + "\"");
  }
}
