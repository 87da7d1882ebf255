package dev.planlift.core.gltf;

import de.javagl.jgltf.model.AccessorByteData;
import de.javagl.jgltf.model.AccessorFloatData;
import de.javagl.jgltf.model.AccessorIntData;
import de.javagl.jgltf.model.AccessorModel;
import de.javagl.jgltf.model.AccessorShortData;
import de.javagl.jgltf.model.GltfModel;
import de.javagl.jgltf.model.MathUtils;
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
          visit(node, model, frame, elements);
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

  private static void visit(
      NodeModel node, GltfModel model, Frame frame, List<GlbContents.Element> elements) {
    var extras = texts(node.getExtras());
    if (extras.get("category") instanceof String category) {
      var matrix = node.computeGlobalTransform(new float[16]);
      if (texts(node.getExtensions()).get(InstanceCheck.INSTANCING) instanceof Map<?, ?> instancing
          && extras.get("instances") instanceof List<?> instances) {
        for (int i = 0; i < instances.size(); i++) {
          var own = texts(instances.get(i));
          var place = place(texts(instancing.get("attributes")), i, model);
          var name = String.valueOf(own.remove("name"));
          own.put("category", category);
          elements.add(element(node, name, category, own, product(matrix, place), frame));
        }
      } else {
        elements.add(element(node, node.getName(), category, extras, matrix, frame));
      }
    }
    for (var child : node.getChildren()) {
      visit(child, model, frame, elements);
    }
  }

  private static GlbContents.Element element(
      NodeModel node,
      String name,
      String category,
      Map<String, Object> extras,
      float[] matrix,
      Frame frame) {
    var primitives = new ArrayList<MeshPrimitive>();
    for (var mesh : node.getMeshModels()) {
      for (var primitive : mesh.getMeshPrimitiveModels()) {
        primitives.add(primitive(primitive, matrix, frame));
      }
    }
    return new GlbContents.Element(name, category, extras, primitives);
  }

  /** The matrix of an instance, column by column. */
  private static float[] place(Map<String, Object> attributes, int instance, GltfModel model) {
    var t = vector(attributes.get("TRANSLATION"), 3, instance, model);
    var q = vector(attributes.get("ROTATION"), 4, instance, model);
    var s = vector(attributes.get("SCALE"), 3, instance, model);
    var matrix = new float[16];
    MathUtils.quaternionToMatrix4x4(q, matrix);
    for (int i = 0; i < 12; i++) {
      matrix[i] *= s[i / 4];
    }
    System.arraycopy(t, 0, matrix, 12, 3);
    return matrix;
  }

  private static float[] vector(
      @Nullable Object accessor, int components, int element, GltfModel model) {
    var vector = new float[components];
    if (accessor instanceof Number number
        && model.getAccessorModels().get(number.intValue()).getAccessorData()
            instanceof AccessorFloatData data) {
      for (int k = 0; k < components; k++) {
        vector[k] = data.get(element, k);
      }
    }
    return vector;
  }

  private static float[] product(float[] a, float[] b) {
    var product = new float[16];
    MathUtils.mul4x4(a, b, product);
    return product;
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
