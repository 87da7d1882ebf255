package dev.planlift.core.options;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Every option of a conversion: its outside name, its default, what it may be, one line of doc. */
public enum Option {
  COMPRESSION(
      Shaped.EXPORT,
      "compression",
      "none",
      choice("none", "quantized", "meshopt"),
      "how the model's geometry is stored: none: 32-bit numbers; quantized: on a grid of an eighth"
          + " of a millimetre (KHR_mesh_quantization); meshopt: the same, compressed"
          + " (EXT_meshopt_compression)"),
  INSTANCING(
      Shaped.EXPORT,
      "instancing",
      "false",
      choice("true", "false"),
      "store symbols that stand in more than 16 places once, with their places"
          + " (EXT_mesh_gpu_instancing)"),
  WALL_HEIGHT(Shaped.RECONSTRUCT, "wallHeight", "2.7", metres(0.5, 50), "height of walls, metres"),
  DOOR_HEIGHT(
      Shaped.RECONSTRUCT,
      "doorHeight",
      "2.1",
      metres(0.5, 50),
      "head of doors above the floor, metres"),
  WINDOW_SILL(
      Shaped.RECONSTRUCT,
      "windowSill",
      "0.9",
      metres(0, 50),
      "sill of windows above the floor, metres"),
  WINDOW_HEAD(
      Shaped.RECONSTRUCT,
      "windowHead",
      "2.1",
      metres(0.2, 50),
      "head of windows above the floor, metres"),
  UNITS(
      Shaped.RECONSTRUCT,
      "units",
      "",
      choice("mm", "cm", "dm", "m", "km", "in", "ft", "yd"),
      "unit of the drawing, whatever it declares"),
  SCALE(
      Shaped.RECONSTRUCT,
      "scale",
      "",
      Option::scale,
      "scale of a PDF's pages, such as 1:100 or 1/4\" = 1'-0\", whatever they say"),
  INCLUDE(
      Shaped.SOLIDIFY,
      "include",
      "",
      Option::list,
      "categories or layers to keep, comma separated; all where empty"),
  EXCLUDE(
      Shaped.SOLIDIFY,
      "exclude",
      "",
      Option::list,
      "categories or layers to leave out, comma separated"),
  LAYOUT(
      Shaped.READ,
      "layout",
      "",
      Option::name,
      "sheet to convert instead of the model, by its name; the model where empty"),
  PLAN(
      Shaped.RECONSTRUCT,
      "plan",
      "true",
      choice("true", "false"),
      "recognise the building; false: line work is extruded as it stands"),
  MAIN(
      Shaped.READ,
      "main",
      "",
      Option::text,
      "the drawing that is meant in a ZIP; where empty, the one no other refers to"),
  PAGES(
      Shaped.READ,
      "pages",
      "",
      Option::pages,
      "pages of a PDF to look at, such as 1,3-5; all where empty. Of those the plans are taken as"
          + " storeys, by their titles, else in their order; without any plan, the best other drawing"),
  PASSWORD(
      Shaped.READ,
      "password",
      "",
      Option::secret,
      "opens an encrypted PDF; it is in no report, model or answer"),
  ACTIVE_CONTENT(
      Shaped.READ,
      "activeContent",
      "refuse",
      choice("refuse", "ignore"),
      "a PDF with scripts, launched programs, files inside or an XFA form: refuse it, or leave those"
          + " alone and read what is drawn"),
  VIEWS(
      Shaped.RECONSTRUCT,
      "views",
      "",
      Option::list,
      "views of a sheet to take, by name or number, comma separated; all: one plan as drawn; where"
          + " empty: the floor plans"),
  LEVEL_HEIGHT(
      Shaped.RECONSTRUCT,
      "levelHeight",
      "3.0",
      metres(1, 50),
      "from one level's floor to the next, metres"),
  CUT_AT(
      Shaped.SOLIDIFY,
      "cutAt",
      "",
      metres(0.1, 50),
      "height above each floor at which walls, openings, columns and stairs are cut, metres; whole"
          + " where empty"),
  CURVES(
      Shaped.SOLIDIFY,
      "curves",
      "true",
      choice("true", "false"),
      "keep line work that was not recognised"),
  TEXTS(Shaped.SOLIDIFY, "texts", "true", choice("true", "false"), "keep texts"),
  CURVE_TOLERANCE_MM(
      Shaped.RECONSTRUCT,
      "curveToleranceMm",
      "2",
      number(0.01, 1000),
      "how far a chord may lie off its curve, millimetres"),
  COLOUR_BY(
      Shaped.SOLIDIFY,
      "colourBy",
      "category",
      choice("category", "layer"),
      "colours of what things are, or those of the layers they are drawn on"),
  MAX_TRIANGLES(
      Shaped.EXPORT,
      "maxTriangles",
      "",
      Option::whole,
      "most triangles of the model, which is made simpler until it keeps to them, the building last"),
  MAX_BYTES(
      Shaped.EXPORT,
      "maxBytes",
      "",
      Option::whole,
      "most bytes of the model, kept to in the same way"),
  MAX_DRAW_CALLS(
      Shaped.EXPORT,
      "maxDrawCalls",
      "",
      Option::whole,
      "most draw calls of the model, kept to in the same way");

  /** The stages of a conversion that options tell what to do, in order. */
  public enum Shaped {
    READ,
    RECONSTRUCT,
    SOLIDIFY,
    EXPORT
  }

  private final Shaped first;
  private final String outsideName;
  private final String defaultValue;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas over constants
  private final UnaryOperator<String> check;

  private final String doc;

  Option(
      Shaped first,
      String outsideName,
      String defaultValue,
      UnaryOperator<String> check,
      String doc) {
    this.first = first;
    this.outsideName = outsideName;
    this.defaultValue = defaultValue;
    this.check = check;
    this.doc = doc;
  }

  /** The first stage whose work depends on it; those after may, too. */
  public Shaped first() {
    return first;
  }

  public String outsideName() {
    return outsideName;
  }

  public String defaultValue() {
    return defaultValue;
  }

  public String doc() {
    return doc;
  }

  /** Whether its value is for the conversion alone, and never shown. */
  public boolean isSecret() {
    return this == PASSWORD;
  }

  static Option named(String name) {
    for (var option : values()) {
      if (option.outsideName.equals(name)) {
        return option;
      }
    }
    throw ConversionOptions.invalid(
        name,
        "there is no such option; there are "
            + String.join(", ", Arrays.stream(values()).map(Option::outsideName).toList()));
  }

  String check(String value) {
    try {
      return check.apply(isSecret() ? value : value.strip());
    } catch (IllegalArgumentException e) {
      throw ConversionOptions.invalid(outsideName, String.valueOf(e.getMessage()));
    }
  }

  private static UnaryOperator<String> choice(String... allowed) {
    var values = List.of(allowed);
    return value -> {
      var lower = value.toLowerCase(Locale.ROOT);
      if (!values.contains(lower)) {
        throw new IllegalArgumentException(
            "is one of " + String.join(", ", values) + ", not '" + value + "'");
      }
      return lower;
    };
  }

  private static UnaryOperator<String> metres(double min, double max) {
    return number(min, max);
  }

  private static final class Decimal {
    private static final Pattern FORM =
        Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private Decimal() {}
  }

  private static UnaryOperator<String> number(double min, double max) {
    return value -> {
      if (!Decimal.FORM.matcher(value).matches()) {
        throw new IllegalArgumentException("is a number, not '" + value + "'");
      }
      double number = Double.parseDouble(value);
      if (!(number >= min && number <= max)) {
        throw new IllegalArgumentException(
            "lies between " + min + " and " + max + ", not " + value);
      }
      return Double.toString(number);
    };
  }

  /** As "1:100", whichever way it is written. */
  private static String scale(String value) {
    var ratio = Pattern.compile("1\\s*[:/=]\\s*(\\d{1,5}(?:\\.\\d{1,4})?)").matcher(value);
    var feet =
        Pattern.compile(
                "(?:(\\d{1,3})(?:[\\s-]+(\\d{1,2})/(\\d{1,3}))?|(\\d{1,2})/(\\d{1,3}))\\s*\""
                    + "\\s*=\\s*(\\d{1,4})\\s*'(?:\\s*-?\\s*(\\d{1,2})\\s*\"?)?")
            .matcher(value);
    double denominator = 0;
    if (ratio.matches()) {
      denominator = Double.parseDouble(ratio.group(1));
    } else if (feet.matches()) {
      denominator =
          (12 * group(feet, 6, 0) + group(feet, 7, 0))
              / (group(feet, 1, 0)
                  + group(feet, 2, 0) / group(feet, 3, 1)
                  + group(feet, 4, 0) / group(feet, 5, 1));
    }
    if (!(denominator >= 0.5 && denominator <= 20_000)) {
      throw new IllegalArgumentException("is a scale such as 1:100, not '" + value + "'");
    }
    return "1:" + Double.toString(denominator).replaceFirst("\\.0$", "");
  }

  private static double group(MatchResult found, int group, double absent) {
    return found.group(group) == null ? absent : Double.parseDouble(found.group(group));
  }

  private static String whole(String value) {
    if (!value.matches("\\d{1,15}") || value.matches("0+")) {
      throw new IllegalArgumentException("is a whole number above 0, not '" + value + "'");
    }
    return Long.toString(Long.parseLong(value));
  }

  private static String pages(String value) {
    var list = list(value);
    for (var part : list.isEmpty() ? new String[0] : list.split(",", -1)) {
      var ends = part.split("-", -1);
      boolean numbers = part.matches("[1-9]\\d{0,5}(-[1-9]\\d{0,5})?");
      if (!numbers || Integer.parseInt(ends[0]) > Integer.parseInt(ends[ends.length - 1])) {
        throw new IllegalArgumentException("lists pages, such as 1,3-5, not '" + part + "'");
      }
    }
    return list;
  }

  private static String text(String value) {
    if (value.length() > 1000) {
      throw new IllegalArgumentException("has at most 1000 characters");
    }
    return value;
  }

  /** The longest password there is: PDF 32000-2, 7.6.4.3.3. */
  private static String secret(String value) {
    if (value.length() > 127) {
      throw new IllegalArgumentException("has at most 127 characters");
    }
    return value;
  }

  private static String name(String value) {
    if (value.length() > 255) {
      throw new IllegalArgumentException("is a name of at most 255 characters");
    }
    return value;
  }

  private static String list(String value) {
    return String.join(
        ",",
        Arrays.stream(value.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList());
  }
}
