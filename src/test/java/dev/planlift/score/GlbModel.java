package dev.planlift.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * The elements of a model, read from a GLB (glTF 2.0 §4.4) and turned back into plan axes: metres,
 * z up, the model's origin added. Reads positions as floats or as quantized integers; knows neither
 * compression nor instancing, which the building's elements never have.
 */
public final class GlbModel {
  private static final int MAGIC = 0x46546C67;
  private static final int JSON_CHUNK = 0x4E4F534A;
  private static final int TRIANGLES = 4;
  private static final String LEVEL = "level";

  private final JsonNode json;
  private final ByteBuffer bytes;
  private final double[] origin;
  private final List<Element> elements = new ArrayList<>();

  /**
   * A node with a category.
   *
   * @param extras of the node
   * @param triangles of its own meshes and those of nodes below it that have no category
   */
  public record Element(String category, String name, JsonNode extras, List<Triangle> triangles) {}

  /** Corners in plan axes, in the order of the file. */
  public record Triangle(Coordinate a, Coordinate b, Coordinate c) {}

  /** A storey's elements, as a model of its own, and where it stands. */
  public record Storey(
      String label, double elevationM, double shiftX, double shiftY, GlbModel model) {}

  private GlbModel(GlbModel whole, List<Element> part) {
    this.json = whole.json;
    this.bytes = whole.bytes;
    this.origin = whole.origin;
    elements.addAll(part);
  }

  /** The same without any element. */
  public GlbModel without() {
    return new GlbModel(this, List.of());
  }

  /** The storeys, lowest first. */
  public List<Storey> storeys() {
    var storeys = new ArrayList<Storey>();
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i).category().equals(LEVEL)) {
        int end = i + 1;
        while (end < elements.size() && !elements.get(end).category().equals(LEVEL)) {
          end++;
        }
        var extras = elements.get(i).extras();
        storeys.add(
            new Storey(
                extras.path("label").asText(),
                extras.path("elevation").asDouble(),
                extras.path("shift").path(0).asDouble(),
                extras.path("shift").path(1).asDouble(),
                new GlbModel(this, elements.subList(i, end))));
      }
    }
    storeys.sort(Comparator.comparingDouble(Storey::elevationM));
    return storeys;
  }

  private GlbModel(JsonNode json, ByteBuffer bytes) {
    this.json = json;
    this.bytes = bytes;
    var written = json.path("asset").path("extras").path("origin");
    this.origin =
        new double[] {
          written.path(0).asDouble(), written.path(1).asDouble(), written.path(2).asDouble()
        };
  }

  /** Reads a file; what is no GLB 2.0 is an IOException. */
  public static GlbModel read(Path file) throws IOException {
    var in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    if (in.remaining() < 20 || in.getInt() != MAGIC || in.getInt() != 2) {
      throw new IOException(file + " is no GLB 2.0");
    }
    in.getInt(); // total length
    JsonNode json = MissingNode.getInstance();
    var bytes = ByteBuffer.allocate(0);
    while (in.remaining() >= 8) {
      int length = in.getInt();
      boolean isJson = in.getInt() == JSON_CHUNK;
      var chunk = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
      in.position(in.position() + length);
      if (isJson) {
        var text = new byte[length];
        chunk.get(text);
        json = new ObjectMapper().readTree(text);
      } else {
        bytes = chunk;
      }
    }
    var model = new GlbModel(json, bytes);
    for (var root : json.path("scenes").path(json.path("scene").asInt()).path("nodes")) {
      model.walk(root.asInt(), Matrix.IDENTITY, null);
    }
    return model;
  }

  public JsonNode json() {
    return json;
  }

  public List<Element> elements(String category) {
    return elements.stream().filter(e -> e.category().equals(category)).toList();
  }

  private void walk(int index, Matrix parent, @Nullable Element above) {
    var node = json.path("nodes").path(index);
    var matrix = parent.times(Matrix.of(node));
    var element = above;
    var extras = node.path("extras");
    if (extras.has("category")) {
      element =
          new Element(
              extras.path("category").asText(),
              node.path("name").asText(),
              extras,
              new ArrayList<>());
      elements.add(element);
    }
    if (element != null && node.has("mesh")) {
      var mesh = json.path("meshes").path(node.path("mesh").asInt());
      for (var primitive : mesh.path("primitives")) {
        if (primitive.path("mode").asInt(TRIANGLES) == TRIANGLES) {
          addTriangles(primitive, matrix, element.triangles());
        }
      }
    }
    for (var child : node.path("children")) {
      walk(child.asInt(), matrix, element);
    }
  }

  private void addTriangles(JsonNode primitive, Matrix matrix, List<Triangle> into) {
    var positions = numbers(primitive.path("attributes").path("POSITION").asInt());
    var points = new ArrayList<Coordinate>();
    for (int i = 0; i < positions.length; i += 3) {
      var p = matrix.apply(positions[i], positions[i + 1], positions[i + 2]);
      points.add(new Coordinate(p[0] + origin[0], -p[2] + origin[1], p[1] + origin[2]));
    }
    int[] corners;
    if (primitive.has("indices")) {
      var indices = numbers(primitive.path("indices").asInt());
      corners = new int[indices.length];
      for (int i = 0; i < corners.length; i++) {
        corners[i] = (int) indices[i];
      }
    } else {
      corners = IntStream.range(0, points.size()).toArray();
    }
    for (int i = 0; i + 2 < corners.length; i += 3) {
      into.add(
          new Triangle(
              points.get(corners[i]), points.get(corners[i + 1]), points.get(corners[i + 2])));
    }
  }

  /** The components of an accessor one after the other (glTF 2.0 §3.6.2). */
  private double[] numbers(int index) {
    var accessor = json.path("accessors").path(index);
    var view = json.path("bufferViews").path(accessor.path("bufferView").asInt());
    int components =
        switch (accessor.path("type").asText()) {
          case "SCALAR" -> 1;
          case "VEC2" -> 2;
          case "VEC3" -> 3;
          default -> 4;
        };
    int type = accessor.path("componentType").asInt();
    int size = type == 5126 || type == 5125 ? 4 : type == 5122 || type == 5123 ? 2 : 1;
    int stride = view.path("byteStride").asInt(size * components);
    int start = view.path("byteOffset").asInt() + accessor.path("byteOffset").asInt();
    boolean normalized = accessor.path("normalized").asBoolean();
    var numbers = new double[accessor.path("count").asInt() * components];
    for (int i = 0; i < numbers.length; i++) {
      int at = start + i / components * stride + i % components * size;
      numbers[i] = component(type, at, normalized);
    }
    return numbers;
  }

  private double component(int type, int at, boolean normalized) {
    return switch (type) {
      case 5120 -> scaled(bytes.get(at), 127, normalized);
      case 5121 -> scaled(bytes.get(at) & 0xff, 255, normalized);
      case 5122 -> scaled(bytes.getShort(at), 32767, normalized);
      case 5123 -> scaled(bytes.getShort(at) & 0xffff, 65535, normalized);
      case 5125 -> bytes.getInt(at) & 0xffffffffL;
      default -> bytes.getFloat(at);
    };
  }

  private static double scaled(int value, int most, boolean normalized) {
    return normalized ? Math.max((double) value / most, -1) : value;
  }

  /** A node's transform: 4 × 4, rows first. */
  private record Matrix(List<Double> m) {
    static final Matrix IDENTITY =
        new Matrix(List.of(1., 0., 0., 0., 0., 1., 0., 0., 0., 0., 1., 0., 0., 0., 0., 1.));

    static Matrix of(JsonNode node) {
      var cells = new ArrayList<Double>();
      if (node.has("matrix")) {
        for (int i = 0; i < 16; i++) {
          cells.add(node.path("matrix").path(i % 4 * 4 + i / 4).asDouble());
        }
        return new Matrix(cells);
      }
      var t = node.path("translation");
      var q = node.path("rotation");
      var s = node.path("scale");
      double x = q.path(0).asDouble();
      double y = q.path(1).asDouble();
      double z = q.path(2).asDouble();
      double w = q.path(3).asDouble(1);
      double[] turn = {
        1 - 2 * (y * y + z * z),
        2 * (x * y - z * w),
        2 * (x * z + y * w),
        2 * (x * y + z * w),
        1 - 2 * (x * x + z * z),
        2 * (y * z - x * w),
        2 * (x * z - y * w),
        2 * (y * z + x * w),
        1 - 2 * (x * x + y * y)
      };
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 3; column++) {
          cells.add(turn[row * 3 + column] * s.path(column).asDouble(1));
        }
        cells.add(t.path(row).asDouble());
      }
      cells.addAll(List.of(0., 0., 0., 1.));
      return new Matrix(cells);
    }

    Matrix times(Matrix right) {
      var cells = new ArrayList<Double>();
      for (int i = 0; i < 16; i++) {
        double sum = 0;
        for (int k = 0; k < 4; k++) {
          sum += m.get(i / 4 * 4 + k) * right.m.get(k * 4 + i % 4);
        }
        cells.add(sum);
      }
      return new Matrix(cells);
    }

    double[] apply(double x, double y, double z) {
      var p = new double[3];
      for (int row = 0; row < 3; row++) {
        p[row] =
            m.get(row * 4) * x
                + m.get(row * 4 + 1) * y
                + m.get(row * 4 + 2) * z
                + m.get(row * 4 + 3);
      }
      return p;
    }
  }
}
