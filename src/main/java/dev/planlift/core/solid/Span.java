package dev.planlift.core.solid;

import java.util.ArrayList;
import java.util.List;

/** A stretch of height, in grid steps. Lists of spans are ascending and do not touch. */
record Span(long bottom, long top) {
  Span {
    if (bottom >= top) {
      throw new IllegalArgumentException("A span goes up");
    }
  }

  /** What of {@code spans} does not lie between two heights. */
  static List<Span> without(List<Span> spans, long bottom, long top) {
    var rest = new ArrayList<Span>();
    for (var span : spans) {
      if (Math.min(span.top, bottom) > span.bottom) {
        rest.add(new Span(span.bottom, Math.min(span.top, bottom)));
      }
      if (Math.max(span.bottom, top) < span.top) {
        rest.add(new Span(Math.max(span.bottom, top), span.top));
      }
    }
    return rest;
  }

  /** What of {@code spans} is in none of {@code others}. */
  static List<Span> without(List<Span> spans, List<Span> others) {
    var rest = spans;
    for (var other : others) {
      rest = without(rest, other.bottom, other.top);
    }
    return rest;
  }
}
