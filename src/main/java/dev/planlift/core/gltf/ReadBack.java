package dev.planlift.core.gltf;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a written model back and compares it with what was meant: what is said of it and of every
 * node, where each node puts its mesh, and every triangle and line to the last bit, unpacked where
 * they were compressed. What was meant was measured when the scene was rounded, before anything was
 * written. Memory: the accessors, and four bytes a vertex of the largest primitive.
 */
final class ReadBack implements GlbFile.Visitor {
  private final GlbLayout layout;
  private final Map<String, Object> assetExtras;
  private final FileViews views;
  private final List<List<Map<String, @Nullable Object>>> meshes = new ArrayList<>();
  private final List<List<Long>> instances = new ArrayList<>();
  private final List<Long> bufferLengths = new ArrayList<>();
  private int nodes;
  private int materials;
  private List<?> roots = List.of();
  private boolean sameAsset;
  private String difference = "";

  private ReadBack(GlbLayout layout, Map<String, Object> assetExtras, FileViews views) {
    this.layout = layout;
    this.assetExtras = assetExtras;
    this.views = views;
  }

  /**
   * Passes where the file is what was meant.
   *
   * @throws PermanentError INTERNAL, saying where they differ
   */
  static void check(Path glb, GlbLayout layout, Map<String, Object> assetExtras) {
    try (var file = GlbFile.open(glb);
        var views = new FileViews(file)) {
      var check = new ReadBack(layout, assetExtras, views);
      file.json(check);
      check.whole(file);
      check.geometry();
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new PermanentError(
          ErrorCode.INTERNAL,
          "The model that was written is not the one that was meant: " + e.getMessage(),
          Place.UNKNOWN,
          e);
    }
  }

  @Override
  public void property(String name, @Nullable Object value) {
    if (name.equals("asset") && value instanceof Map<?, ?> asset) {
      sameAsset = "2.0".equals(asset.get("version")) && same(asset.get("extras"), assetExtras);
    }
  }

  @Override
  public void element(String array, int index, Map<String, @Nullable Object> json) {
    switch (array) {
      case "scenes" -> roots = json.get("nodes") instanceof List<?> list ? list : List.of();
      case "nodes" -> node(index, json);
      case "meshes" -> meshes.add(primitives(json));
      case "materials" -> materials++;
      case "accessors" -> views.addAccessor(json);
      case "bufferViews" -> views.addView(json);
      case "buffers" -> bufferLengths.add(FileViews.number(json, "byteLength", -1));
      default -> differ("it has " + array);
    }
  }

  private static List<Map<String, @Nullable Object>> primitives(
      Map<String, @Nullable Object> mesh) {
    var primitives = new ArrayList<Map<String, @Nullable Object>>();
    if (mesh.get("primitives") instanceof List<?> list) {
      for (var item : list) {
        var primitive = new HashMap<String, @Nullable Object>();
        if (item instanceof Map<?, ?> json) {
          json.forEach((key, value) -> primitive.put(String.valueOf(key), value));
        }
        primitives.add(primitive);
      }
    }
    return primitives;
  }

  private void differ(String what) {
    if (difference.isEmpty()) {
      difference = what;
    }
  }

  private void node(int index, Map<String, @Nullable Object> json) {
    nodes++;
    if (index < layout.nodes().size()) {
      var problem = NodeCheck.difference(layout.nodes().get(index), json, layout);
      problem.ifPresent(what -> differ("node " + index + " has " + what));
      if (json.containsKey("extensions")) {
        instances.add(InstanceCheck.accessors(json));
      }
    }
  }

  private void whole(GlbFile file) throws IOException {
    require(difference.isEmpty(), difference);
    require(sameAsset, "it says something else of itself");
    require(nodes == layout.nodes().size(), nodes + " nodes, not " + layout.nodes().size());
    require(same(roots, layout.roots()), "other roots");
    require(meshes.size() == layout.meshes().size(), meshes.size() + " meshes");
    require(materials == layout.materials().size(), materials + " materials");
    long stored = bufferLengths.isEmpty() ? 0 : bufferLengths.getFirst();
    require(file.binaryLength() == (stored + 3) / 4 * 4, "its buffer is not as long as its chunk");
    var padding = ByteBuffer.allocate((int) (file.binaryLength() - stored));
    file.read(stored, padding);
    while (padding.hasRemaining()) {
      require(padding.get() == 0, "padding that is not empty");
    }
  }

  private void geometry() throws IOException {
    var accessors = new HashSet<Long>();
    for (int i = 0; i < meshes.size(); i++) {
      var mesh = layout.meshes().get(i);
      require(meshes.get(i).size() == mesh.parts().size(), "mesh " + i + " has other primitives");
      for (int k = 0; k < mesh.parts().size(); k++) {
        var part = mesh.parts().get(k);
        try {
          accessors.addAll(primitive(meshes.get(i).get(k), part, mesh));
        } catch (IOException e) {
          throw new IOException("primitive " + k + " of mesh " + i + ": " + e.getMessage(), e);
        }
      }
    }
    require(instances.size() == layout.instances().size(), "other instances");
    for (int i = 0; i < instances.size(); i++) {
      InstanceCheck.check(layout.instances().get(i), instances.get(i), views);
      accessors.addAll(instances.get(i));
    }
    require(accessors.size() == views.accessorCount(), views.accessorCount() + " accessors");
  }

  /** Returns the accessors it uses. */
  private List<Long> primitive(
      Map<String, @Nullable Object> json, FileMesh.Part part, FileMesh mesh) throws IOException {
    var meant = part.primitive();
    require(FileViews.number(json, "material", -1) == part.material(), "another material");
    require(FileViews.number(json, "mode", 4) == (meant.isLines() ? 1 : 4), "another mode");
    var attributes = json.get("attributes") instanceof Map<?, ?> map ? map : Map.of();
    require(attributes.size() == (meant.isLines() ? 1 : 2), "other attributes");
    var used = new ArrayList<Long>();
    used.add(number(attributes.get("POSITION")));
    used.add(FileViews.number(json, "indices", -1));
    var positions = views.accessor(used.getFirst());
    var indices = views.accessor(used.getLast());
    var normals = Optional.<FileViews.Accessor>empty();
    if (!meant.isLines()) {
      used.add(number(attributes.get("NORMAL")));
      normals = Optional.of(views.accessor(used.getLast()));
    }
    require(positions.count() == meant.vertexCount(), positions.count() + " vertices");
    require(indices.count() == meant.indexCount(), indices.count() + " indices");
    var reader = new PrimitiveReader(views, mesh.frame());
    reader.read(positions, normals, indices);
    require(
        Arrays.equals(reader.min(), meant.min()) && Arrays.equals(reader.max(), meant.max()),
        "other bounds");
    require(
        same(positions.min(), list(part.stored().min()))
            && same(positions.max(), list(part.stored().max())),
        "bounds that are not its own");
    require(reader.digest() == meant.digest(), "other triangles or lines");
    return used;
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : -1;
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }

  /** Whether what was read is what was given to write: numbers by value, nothing for no number. */
  static boolean same(@Nullable Object read, @Nullable Object given) {
    return switch (given) {
      case null -> read == null;
      case Number number -> {
        double value = number.doubleValue();
        yield Double.isFinite(value) ? read instanceof Double d && d == value : read == null;
      }
      case double[] numbers -> same(read, list(numbers));
      case List<?> list -> read instanceof List<?> other && sameItems(other, list);
      case Map<?, ?> map ->
          read instanceof Map<?, ?> other
              && other.size() == map.size()
              && map.entrySet().stream()
                  .allMatch(e -> same(other.get(String.valueOf(e.getKey())), e.getValue()));
      default -> Objects.equals(read, given);
    };
  }

  private static boolean sameItems(List<?> read, List<?> given) {
    if (read.size() != given.size()) {
      return false;
    }
    for (int i = 0; i < given.size(); i++) {
      if (!same(read.get(i), given.get(i))) {
        return false;
      }
    }
    return true;
  }
}
