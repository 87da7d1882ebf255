package dev.planlift.core.gltf;

import de.javagl.jgltf.model.AccessorByteData;
import de.javagl.jgltf.model.AccessorFloatData;
import de.javagl.jgltf.model.AccessorIntData;
import de.javagl.jgltf.model.AccessorModel;
import de.javagl.jgltf.model.AccessorShortData;
import de.javagl.jgltf.model.GltfModel;
import de.javagl.jgltf.model.MeshPrimitiveModel;
import de.javagl.jgltf.model.NodeModel;
import de.javagl.jgltf.model.io.GltfModelReader;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model of ours back, in the drawing's frame: z up, origin added. For checks; holds all of
 * the model in memory.
 */
public final class GlbReader {
  private static final int GL_LINES = 1;

  /**
   * The elements of a model and what it says of itself.
   *
   * @throws UncheckedIOException where the file cannot be read or is no glTF
   */
  public GlbContents read(Path glb) {
    try {
      var model = new GltfModelReader().read(glb);
      var asset = texts(model.getAssetModel().getExtras());
      var elements = new ArrayList<GlbContents.Element>();
      var frame = new Frame(origin(asset));
      for (var scene : model.getSceneModels()) {
        for (var node : scene.getNodeModels()) {
          visit(node, frame, elements);
        }
      }
      return new GlbContents(asset, elements, model.getAccessorModels().size(), unused(model));
    } catch (IOException e) {
      throw new UncheckedIOException("Not a model that can be read: " + glb, e);
    }
  }

  private static Vec3 origin(Map<String, Object> asset) {
    if (asset.get("origin") instanceof List<?> list && list.size() == 3) {
      return new Vec3(number(list.get(0)), number(list.get(1)), number(list.get(2)));
    }
    return Vec3.ZERO;
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static Map<String, Object> texts(@Nullable Object extras) {
    var map = new LinkedHashMap<String, Object>();
    if (extras instanceof Map<?, ?> given) {
      given.forEach((key, value) -> map.put(String.valueOf(key), value));
    }
    return map;
  }

  /** Accessors that no primitive names. */
  private static int unused(GltfModel model) {
    var used = new HashSet<AccessorModel>();
    for (var mesh : model.getMeshModels()) {
      for (var primitive : mesh.getMeshPrimitiveModels()) {
        used.addAll(primitive.getAttributes().values());
        used.add(primitive.getIndices());
      }
    }
    return model.getAccessorModels().size() - used.size();
  }

  private static void visit(NodeModel node, Frame frame, List<GlbContents.Element> elements) {
    var extras = texts(node.getExtras());
    if (extras.get("category") instanceof String category) {
      var primitives = new ArrayList<MeshPrimitive>();
      var matrix = node.computeGlobalTransform(new float[16]);
      for (var mesh : node.getMeshModels()) {
        for (var primitive : mesh.getMeshPrimitiveModels()) {
          primitives.add(primitive(primitive, matrix, frame));
        }
      }
      elements.add(new GlbContents.Element(node.getName(), category, extras, primitives));
    }
    for (var child : node.getChildren()) {
      visit(child, frame, elements);
    }
  }

  private static MeshPrimitive primitive(MeshPrimitiveModel source, float[] m, Frame frame) {
    var p = floats(source.getAttributes().get("POSITION"));
    var positions = new double[p.length];
    for (int i = 0; i + 2 < p.length; i += 3) {
      var turned =
          frame.toDrawing(
              new Vec3(
                  (double) m[0] * p[i] + m[4] * p[i + 1] + m[8] * p[i + 2] + (double) m[12],
                  (double) m[1] * p[i] + m[5] * p[i + 1] + m[9] * p[i + 2] + (double) m[13],
                  (double) m[2] * p[i] + m[6] * p[i + 1] + m[10] * p[i + 2] + (double) m[14]));
      positions[i] = turned.x();
      positions[i + 1] = turned.y();
      positions[i + 2] = turned.z();
    }
    boolean lines = source.getMode() == GL_LINES;
    return new MeshPrimitive(
        lines ? MeshPrimitive.Topology.LINES : MeshPrimitive.Topology.TRIANGLES,
        positions,
        lines ? new float[0] : normals(floats(source.getAttributes().get("NORMAL")), m),
        indices(source.getIndices()));
  }

  private static float[] normals(float[] n, float[] m) {
    var normals = new float[n.length];
    for (int i = 0; i + 2 < n.length; i += 3) {
      var turned =
          Frame.turnedBack(
                  new Vec3(
                      m[0] * n[i] + m[4] * n[i + 1] + m[8] * n[i + 2],
                      m[1] * n[i] + m[5] * n[i + 1] + m[9] * n[i + 2],
                      m[2] * n[i] + m[6] * n[i + 1] + m[10] * n[i + 2]))
              .normalized();
      normals[i] = (float) turned.x();
      normals[i + 1] = (float) turned.y();
      normals[i + 2] = (float) turned.z();
    }
    return normals;
  }

  /** Positions in whatever numbers, normals too: 8-bit ones are 127ths (glTF 2.0 §3.6.2.2). */
  private static float[] floats(@Nullable AccessorModel accessor) {
    if (accessor == null) {
      return new float[0];
    }
    var values = new float[3 * accessor.getCount()];
    switch (accessor.getAccessorData()) {
      case AccessorFloatData data -> fill(values, (i, k) -> data.get(i, k));
      case AccessorShortData data -> fill(values, (i, k) -> data.get(i, k));
      case AccessorByteData data -> fill(values, (i, k) -> Math.max(-1, data.get(i, k) / 127f));
      default -> throw new IllegalArgumentException("Vectors are floats, shorts or bytes");
    }
    return values;
  }

  /** A component of an element. */
  private interface Component {
    float at(int element, int component);
  }

  private static void fill(float[] values, Component component) {
    for (int i = 0; i < values.length; i++) {
      values[i] = component.at(i / 3, i % 3);
    }
  }

  private static int[] indices(AccessorModel accessor) {
    var values = new int[accessor.getCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (accessor.getAccessorData()) {
            case AccessorShortData data -> data.getInt(i);
            case AccessorIntData data -> data.get(i);
            default -> throw new IllegalArgumentException("Indices have 16 or 32 bits");
          };
    }
    return values;
  }
}
