package dev.planlift.error;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where in an input an error lies: named coordinates in the input's own terms, such as {@code
 * line=120, handle=2F} in a DXF, {@code page=3, operator=re} in a PDF, {@code field=options.units}
 * in a request. Empty when no place can be named.
 */
public record Place(Map<String, String> coordinates) {
  public static final Place UNKNOWN = new Place(Map.of());

  public Place {
    coordinates = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(coordinates));
  }

  public static Place of(String name, Object value) {
    return new Place(Map.of(name, String.valueOf(value)));
  }

  /** This place with one more coordinate. */
  public Place and(String name, Object value) {
    var more = new LinkedHashMap<>(coordinates);
    more.put(name, String.valueOf(value));
    return new Place(more);
  }

  public boolean isUnknown() {
    return coordinates.isEmpty();
  }

  @Override
  public String toString() {
    var words = new StringBuilder();
    coordinates.forEach(
        (name, value) ->
            words.append(words.isEmpty() ? "" : ", ").append(name).append(' ').append(value));
    return words.toString();
  }
}
