package dev.planlift.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes small models by hand: boxes and bare elements, as another program might lay them out. */
final class GlbSketch {
  private static final int[][] BOX_FACES = {
    {0, 2, 1}, {0, 3, 2}, {4, 5, 6}, {4, 6, 7}, {0, 1, 5}, {0, 5, 4},
    {1, 2, 6}, {1, 6, 5}, {2, 3, 7}, {2, 7, 6}, {3, 0, 4}, {3, 4, 7}
  };

  private final double[] origin;
  private final List<Map<String, Object>> nodes = new ArrayList<>();
  private final List<Map<String, Object>> meshes = new ArrayList<>();
  private final List<Map<String, Object>> accessors = new ArrayList<>();
  private final List<Map<String, Object>> views = new ArrayList<>();
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  GlbSketch(double originX, double originY) {
    this.origin = new double[] {originX, originY, 0};
  }

  /** A solid wall between two plan corners and two heights. */
  GlbSketch wall(double x1, double y1, double x2, double y2, double z1, double z2) {
    return wall(x1, y1, x2, y2, z1, z2, BOX_FACES.length);
  }

  /** The same with only some of its twelve triangles. */
  GlbSketch wall(double x1, double y1, double x2, double y2, double z1, double z2, int faces) {
    int positions = bytes.position();
    double[][] plan = {{x1, y1}, {x2, y1}, {x2, y2}, {x1, y2}};
    for (double z : new double[] {z1, z2}) {
      for (var p : plan) {
        bytes.putFloat((float) (p[0] - origin[0]));
        bytes.putFloat((float) z);
        bytes.putFloat((float) -(p[1] - origin[1]));
      }
    }
    int indices = bytes.position();
    for (int f = 0; f < faces; f++) {
      for (int corner : BOX_FACES[f]) {
        bytes.putShort((short) corner);
      }
    }
    while (bytes.position() % 4 != 0) {
      bytes.put((byte) 0);
    }
    views.add(Map.of("buffer", 0, "byteOffset", positions, "byteLength", 96));
    views.add(Map.of("buffer", 0, "byteOffset", indices, "byteLength", faces * 6));
    int first = accessors.size();
    accessors.add(Map.of("bufferView", first, "componentType", 5126, "count", 8, "type", "VEC3"));
    accessors.add(
        Map.of(
            "bufferView", first + 1, "componentType", 5123, "count", faces * 3, "type", "SCALAR"));
    meshes.add(
        Map.of(
            "primitives",
            List.of(Map.of("attributes", Map.of("POSITION", first), "indices", first + 1))));
    nodes.add(
        Map.of(
            "name",
            "wall " + meshes.size(),
            "mesh",
            meshes.size() - 1,
            "extras",
            Map.of("category", "wall")));
    return this;
  }

  GlbSketch opening(String category, double x, double y, double width) {
    return element(Map.of("category", category, "center", List.of(x, y), "width", width));
  }

  GlbSketch room(String label, double x, double y, double area) {
    return element(
        Map.of("category", "room", "label", label, "center", List.of(x, y), "area", area));
  }

  private GlbSketch element(Map<String, Object> extras) {
    nodes.add(Map.of("extras", extras));
    return this;
  }

  Path write(Path file) throws IOException {
    var json = new LinkedHashMap<String, Object>();
    json.put("asset", Map.of("version", "2.0", "extras", Map.of("origin", origin)));
    json.put("scene", 0);
    var roots = new ArrayList<Integer>();
    for (int i = 0; i < nodes.size(); i++) {
      roots.add(i);
    }
    json.put("scenes", List.of(Map.of("nodes", roots)));
    json.put("nodes", nodes);
    json.put("meshes", meshes);
    json.put("accessors", accessors);
    json.put("bufferViews", views);
    json.put("buffers", List.of(Map.of("byteLength", bytes.position())));
    var text = new ObjectMapper().writeValueAsString(json);
    while (text.getBytes(StandardCharsets.UTF_8).length % 4 != 0) {
      text += " ";
    }
    var head = text.getBytes(StandardCharsets.UTF_8);
    var out =
        ByteBuffer.allocate(28 + head.length + bytes.position()).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0x46546C67).putInt(2).putInt(out.capacity());
    out.putInt(head.length).putInt(0x4E4F534A).put(head);
    out.putInt(bytes.position()).putInt(0x004E4942);
    out.put(Arrays.copyOf(bytes.array(), bytes.position()));
    Files.write(file, out.array());
    return file;
  }
}
