package dev.planlift.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The truth of a plan, metres in the frame of its drawing (source coordinates times {@code
 * unitsToMetres}). Walls run on through their openings.
 */
public record PlanTruth(
    double unitsToMetres, List<WallArea> walls, List<Opening> openings, List<Room> rooms) {

  /** Rings of x, y; not closed. */
  public record WallArea(List<double[]> shell, List<List<double[]>> holes) {}

  /**
   * A door or a window.
   *
   * @param kind {@code door}, {@code window} or {@code bare}: a passage
   * @param angle of its wall, radians
   * @param thickness of its wall
   */
  public record Opening(
      String kind, double x, double y, double width, double angle, double thickness) {}

  /**
   * What walls enclose.
   *
   * @param x area centroid
   * @param area square metres, clear
   */
  public record Room(String label, double area, double x, double y, List<double[]> polygon) {}

  /** The same elsewhere, by so many metres. */
  public PlanTruth moved(double dx, double dy) {
    return new PlanTruth(
        unitsToMetres,
        walls.stream()
            .map(
                w ->
                    new WallArea(
                        moved(w.shell(), dx, dy),
                        w.holes().stream().map(hole -> moved(hole, dx, dy)).toList()))
            .toList(),
        openings.stream()
            .map(
                o ->
                    new Opening(
                        o.kind(), o.x() + dx, o.y() + dy, o.width(), o.angle(), o.thickness()))
            .toList(),
        rooms.stream()
            .map(
                r ->
                    new Room(
                        r.label(), r.area(), r.x() + dx, r.y() + dy, moved(r.polygon(), dx, dy)))
            .toList());
  }

  private static List<double[]> moved(List<double[]> ring, double dx, double dy) {
    return ring.stream().map(p -> new double[] {p[0] + dx, p[1] + dy}).toList();
  }

  /** Reads {@code NAME.expected.json}. */
  public static PlanTruth read(Path file) throws IOException {
    var json = new ObjectMapper().readTree(file.toFile());
    var walls = new ArrayList<WallArea>();
    for (var wall : json.path("walls")) {
      var holes = new ArrayList<List<double[]>>();
      wall.path("holes").forEach(hole -> holes.add(ring(hole)));
      walls.add(new WallArea(ring(wall.path("shell")), holes));
    }
    var openings = new ArrayList<Opening>();
    for (var o : json.path("openings")) {
      openings.add(
          new Opening(
              o.path("kind").asText(),
              o.path("x").asDouble(),
              o.path("y").asDouble(),
              o.path("width").asDouble(),
              o.path("angle").asDouble(),
              o.path("thickness").asDouble()));
    }
    var rooms = new ArrayList<Room>();
    for (var r : json.path("rooms")) {
      rooms.add(
          new Room(
              r.path("label").asText(),
              r.path("area").asDouble(),
              r.path("x").asDouble(),
              r.path("y").asDouble(),
              ring(r.path("polygon"))));
    }
    return new PlanTruth(json.path("unitsToMetres").asDouble(), walls, openings, rooms);
  }

  private static List<double[]> ring(JsonNode points) {
    var ring = new ArrayList<double[]>();
    points.forEach(p -> ring.add(new double[] {p.get(0).asDouble(), p.get(1).asDouble()}));
    return ring;
  }

  /** Writes what {@link #read} reads: one wall, opening or room a line, six decimals. */
  public void write(Path file) throws IOException {
    Files.write(file, json().getBytes(StandardCharsets.UTF_8));
  }

  public String json() {
    return "{\n"
        + ("\"unitsToMetres\": " + number(unitsToMetres) + ",\n")
        + ("\"walls\": [\n" + lines(walls.stream().map(PlanTruth::json).toList()) + "],\n")
        + ("\"openings\": [\n" + lines(openings.stream().map(PlanTruth::json).toList()) + "],\n")
        + ("\"rooms\": [\n" + lines(rooms.stream().map(PlanTruth::json).toList()) + "]\n")
        + "}\n";
  }

  private static String lines(List<String> items) {
    return items.isEmpty() ? "" : String.join(",\n", items) + "\n";
  }

  private static String json(WallArea wall) {
    return "{\"shell\": %s, \"holes\": %s}"
        .formatted(
            json(wall.shell()),
            wall.holes().stream().map(PlanTruth::json).collect(Collectors.joining(", ", "[", "]")));
  }

  private static String json(Opening o) {
    return ("{\"kind\": \"%s\", \"x\": %s, \"y\": %s, \"width\": %s, \"angle\": %s,"
            + " \"thickness\": %s}")
        .formatted(
            o.kind(),
            number(o.x()),
            number(o.y()),
            number(o.width()),
            number(o.angle()),
            number(o.thickness()));
  }

  private static String json(Room r) {
    return "{\"label\": \"%s\", \"area\": %s, \"x\": %s, \"y\": %s, \"polygon\": %s}"
        .formatted(r.label(), number(r.area()), number(r.x()), number(r.y()), json(r.polygon()));
  }

  private static String json(List<double[]> ring) {
    return ring.stream()
        .map(p -> String.format(Locale.ROOT, "[%s, %s]", number(p[0]), number(p[1])))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String number(double value) {
    var rounded = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
