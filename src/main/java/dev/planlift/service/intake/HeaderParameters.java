package dev.planlift.service.intake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A header value with parameters, such as {@code form-data; name="file"; filename="house.dxf"}: the
 * word in front in lower case, and the parameters by lower-case name. {@code filename*} (RFC 8187,
 * UTF-8) goes before {@code filename}.
 */
record HeaderParameters(String word, Map<String, String> parameters) {
  HeaderParameters {
    parameters = Map.copyOf(parameters);
  }

  static HeaderParameters of(String header) {
    var parameters = new HashMap<String, String>();
    int end = header.indexOf(';');
    var word = (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    while (end >= 0 && end < header.length()) {
      int equals = header.indexOf('=', end);
      if (equals < 0) {
        break;
      }
      var name = header.substring(end + 1, equals).strip().toLowerCase(Locale.ROOT);
      var value = new StringBuilder();
      end = value(header, equals + 1, value);
      parameters.put(name, value.toString());
    }
    return new HeaderParameters(word, parameters);
  }

  Optional<String> get(String name) {
    var extended = parameters.get(name + "*");
    if (extended != null && extended.regionMatches(true, 0, "UTF-8'", 0, 6)) {
      var encoded = extended.substring(extended.indexOf('\'', 6) + 1);
      try {
        return Optional.of(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        return Optional.ofNullable(parameters.get(name)); // not percent-encoded after all
      }
    }
    return Optional.ofNullable(parameters.get(name));
  }

  /** Appends the value that starts at {@code at}; gives the index of the ';' behind it, or -1. */
  private static int value(String header, int at, StringBuilder value) {
    while (at < header.length() && header.charAt(at) == ' ') {
      at++;
    }
    if (at >= header.length() || header.charAt(at) != '"') {
      int end = header.indexOf(';', at);
      value.append(header.substring(at, end < 0 ? header.length() : end).strip());
      return end;
    }
    for (at++; at < header.length() && header.charAt(at) != '"'; at++) {
      // Only quote and backslash are escaped: old browsers send C:\plans\house.dxf unescaped.
      if (header.charAt(at) == '\\'
          && at + 1 < header.length()
          && (header.charAt(at + 1) == '"' || header.charAt(at + 1) == '\\')) {
        at++;
      }
      value.append(header.charAt(at));
    }
    return header.indexOf(';', at);
  }
}
