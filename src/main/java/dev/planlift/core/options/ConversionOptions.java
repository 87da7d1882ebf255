package dev.planlift.core.options;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The options of one conversion: every value checked, every missing one at its default. Two equal
 * ones give the same model from the same bytes. The names are those of {@link Option}.
 */
public final class ConversionOptions {
  public static final ConversionOptions DEFAULTS = new ConversionOptions(Map.of());

  private final Map<Option, String> given;

  private ConversionOptions(Map<Option, String> given) {
    this.given = given.isEmpty() ? Map.of() : new TreeMap<>(given);
  }

  /**
   * Options from their outside names and textual values.
   *
   * @throws PermanentError INVALID_OPTION naming the field, for an unknown name or impossible value
   */
  public static ConversionOptions parse(Map<String, String> values) {
    var given = new TreeMap<Option, String>();
    values.forEach(
        (name, value) -> {
          var option = Option.named(name);
          given.put(option, option.check(value));
        });
    return new ConversionOptions(given);
  }

  /** The number an option stands at; in the unit its name or doc says. */
  public double number(Option option) {
    return Double.parseDouble(text(option));
  }

  public boolean flag(Option option) {
    return Boolean.parseBoolean(text(option));
  }

  /** The value given or the default; empty text where there is neither. */
  public String text(Option option) {
    var value = given.get(option);
    return value == null ? option.defaultValue() : value;
  }

  public boolean isGiven(Option option) {
    return given.containsKey(option);
  }

  /** The options that were given, by outside name, in the order of {@link Option}. */
  public Map<String, String> given() {
    var byName = new LinkedHashMap<String, String>();
    given.forEach((option, value) -> byName.put(option.outsideName(), value));
    return byName;
  }

  /** Those of {@link #given()} that anybody may see. */
  public Map<String, String> shown() {
    return shown(given());
  }

  /** Those of some options, by outside name, that anybody may see, in their order. */
  public static Map<String, String> shown(Map<String, String> options) {
    var shown = new LinkedHashMap<>(options);
    for (var option : Option.values()) {
      if (option.isSecret()) {
        shown.remove(option.outsideName());
      }
    }
    return shown;
  }

  /** Equal for equal options, whatever order they were given in: SHA-256, hexadecimal. */
  public String hash() {
    return hash(Option.Shaped.EXPORT);
  }

  /** Equal where all that shapes the work up to and with a stage is equal: SHA-256, hexadecimal. */
  public String hash(Option.Shaped last) {
    var text = new StringBuilder();
    given.forEach(
        (option, value) -> {
          if (option.first().compareTo(last) <= 0) {
            text.append(option.outsideName()).append('=').append(value).append('\n');
          }
        });
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ConversionOptions o && o.given.equals(given);
  }

  @Override
  public int hashCode() {
    return given.hashCode();
  }

  @Override
  public String toString() {
    return shown().toString();
  }

  static PermanentError invalid(String name, String why) {
    return new PermanentError(
        ErrorCode.INVALID_OPTION,
        "Option " + name + ": " + why,
        Place.of("field", "options." + name));
  }
}
