package dev.planlift.core.dxf;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where an inspection of ours and ezdxf's facts of the same file say different things. */
final class EzdxfDifferences {
  /** What each side says; only the parts that differ. */
  record Sides(String theirs, String ours) {}

  /** The facts measure arcs and splines by Bézier curves, which are up to 2.7e-4 longer. */
  private static final double CURVES = 3e-4;

  private static final double TOTAL = 1e-3;

  /** Layers that ezdxf makes where the file has none. */
  private static final Set<String> MADE = Set.of("0", "Defpoints");

  private EzdxfDifferences() {}

  /** The differences by key; for a file that ezdxf refuses its words and what we read instead. */
  static Map<String, Sides> of(JsonNode fact, JsonNode own) {
    var found = new LinkedHashMap<String, Sides>();
    if (fact.has("error")) {
      found.put("error", new Sides(fact.get("error").asText(), summary(own)));
      return found;
    }
    for (var key : new String[] {"acadver", "encoding", "insunits", "blocks"}) {
      if (!fact.path(key).asText().equals(own.path(key).asText())) {
        found.put(key, new Sides(fact.path(key).asText(), own.path(key).asText()));
      }
    }
    layers(fact, own, found);
    counts("modelspace", fact, own, found);
    counts("decomposed", fact, own, found);
    lengths(fact.path("length"), own.path("length"), found);
    extents(fact.path("extents"), own.path("extents"), found);
    return found;
  }

  private static String summary(JsonNode own) {
    var types = new TreeMap<String, String>();
    own.path("modelspace").properties().forEach(e -> types.put(e.getKey(), e.getValue().asText()));
    var text = types.isEmpty() ? "nothing in the model" : text(types);
    return text + "; length " + round(sum(own.path("length")));
  }

  private static void layers(JsonNode fact, JsonNode own, Map<String, Sides> found) {
    var theirs = names(fact);
    var ours = names(own);
    if (!theirs.equals(ours)) {
      found.put("layers", new Sides(without(theirs, ours), without(ours, theirs)));
    }
  }

  private static Set<String> names(JsonNode side) {
    var names = new TreeSet<String>();
    side.path("layers").forEach(name -> names.add(name.asText()));
    names.removeAll(MADE);
    return names;
  }

  private static String without(Set<String> names, Set<String> others) {
    return names.stream()
        .filter(name -> !others.contains(name))
        .map(EzdxfDifferences::printable)
        .collect(Collectors.joining(", "));
  }

  /** Lone surrogates, which ezdxf makes of bytes it cannot decode, cannot stand in a document. */
  private static String printable(String name) {
    return name.codePoints()
        .mapToObj(
            c ->
                c < 0x20 || c == '|' || (c >= 0x7F && c < 0xA0) || (c >= 0xD800 && c < 0xE000)
                    ? "<%X>".formatted(c)
                    : Character.toString(c))
        .collect(Collectors.joining());
  }

  private static void counts(String key, JsonNode fact, JsonNode own, Map<String, Sides> found) {
    var theirs = new TreeMap<String, String>();
    var ours = new TreeMap<String, String>();
    for (var type : types(fact.path(key), own.path(key))) {
      long a = fact.path(key).path(type).asLong();
      long b = own.path(key).path(type).asLong();
      if (a != b) {
        theirs.put(type, Long.toString(a));
        ours.put(type, Long.toString(b));
      }
    }
    if (!theirs.isEmpty()) {
      found.put(key, new Sides(text(theirs), text(ours)));
    }
  }

  private static void lengths(JsonNode fact, JsonNode own, Map<String, Sides> found) {
    var theirs = new TreeMap<String, String>();
    var ours = new TreeMap<String, String>();
    for (var type : types(fact, own)) {
      double a = fact.path(type).asDouble();
      double b = own.path(type).asDouble();
      if (Math.abs(a - b) > CURVES * Math.max(a, b)) {
        theirs.put(type, round(a));
        ours.put(type, round(b));
      }
    }
    double a = sum(fact);
    double b = sum(own);
    if (Math.abs(a - b) > TOTAL * Math.max(a, b)) {
      theirs.put("total", round(a));
      ours.put("total", round(b));
    }
    if (!theirs.isEmpty()) {
      found.put("length", new Sides(text(theirs), text(ours)));
    }
  }

  private static double sum(JsonNode lengths) {
    double sum = 0;
    for (var length : lengths) {
      sum += length.asDouble();
    }
    return sum;
  }

  private static void extents(JsonNode fact, JsonNode own, Map<String, Sides> found) {
    if (fact.isMissingNode() && own.isMissingNode()) {
      return;
    }
    if (fact.isMissingNode() || own.isMissingNode() || !sameBox(fact, own)) {
      found.put("extents", new Sides(box(fact), box(own)));
    }
  }

  private static boolean sameBox(JsonNode fact, JsonNode own) {
    double size = 0;
    for (int axis = 0; axis < 3; axis++) {
      size = Math.max(size, fact.get(1).get(axis).asDouble() - fact.get(0).get(axis).asDouble());
    }
    boolean same = true;
    for (int corner = 0; corner < 2; corner++) {
      for (int axis = 0; axis < 3; axis++) {
        double a = fact.get(corner).get(axis).asDouble();
        same &= Math.abs(a - own.get(corner).get(axis).asDouble()) <= CURVES * size;
      }
    }
    return same;
  }

  private static String box(JsonNode extents) {
    if (extents.isMissingNode()) {
      return "none";
    }
    var text = new StringBuilder();
    for (var corner : extents) {
      text.append(text.isEmpty() ? "" : " to ");
      for (var x : corner) {
        text.append(text.isEmpty() || text.toString().endsWith(" ") ? "" : " ");
        text.append(round(x.asDouble()));
      }
    }
    return text.toString();
  }

  private static Set<String> types(JsonNode a, JsonNode b) {
    var types = new TreeSet<String>();
    a.fieldNames().forEachRemaining(types::add);
    b.fieldNames().forEachRemaining(types::add);
    return types;
  }

  private static String text(Map<String, String> values) {
    return values.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Six digits. */
  private static String round(double value) {
    if (Math.abs(value) < 1e-9) {
      return "0";
    }
    var text = String.format(Locale.ROOT, "%.5e", value);
    return new BigDecimal(text).stripTrailingZeros().toPlainString();
  }
}
