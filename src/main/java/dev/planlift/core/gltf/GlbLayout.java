package dev.planlift.core.gltf;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.scene.Material;
import dev.planlift.core.scene.Scene;
import dev.planlift.core.scene.SceneMesh;
import dev.planlift.core.scene.SceneNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A scene laid out as glTF's flat lists: nodes, meshes, materials, in the order met. Meshes that
 * rounding left nothing of are not there.
 */
final class GlbLayout {
  /** A node by the numbers of its mesh (−1: none) and children. */
  record Node(SceneNode source, int mesh, List<Integer> children, List<Double> matrix) {}

  /** A primitive and the number of its material. */
  record Part(FilePrimitive primitive, int material) {}

  /** A mesh counts once for its place in the drawing's frame and once for a frame of its own. */
  private record MeshKey(SceneMesh mesh, boolean placed) {}

  private final Frame frame;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Integer> roots = new ArrayList<>();
  private final List<List<Part>> meshes = new ArrayList<>();
  private final Map<Material, Integer> materials = new LinkedHashMap<>();
  private final Map<MeshKey, Integer> meshNumbers = new HashMap<>();
  private double maxErrorM;

  GlbLayout(Scene scene) {
    frame = new Frame(PlanOrigin.of(scene));
    for (var level : scene.levels()) {
      roots.add(add(level, false));
    }
  }

  /** Children come before their parents; returns the node's number. */
  private int add(SceneNode source, boolean withinPlaced) {
    boolean placed = !source.placement().equals(Affine3.IDENTITY);
    var children = new ArrayList<Integer>();
    for (var child : source.children()) {
      children.add(add(child, withinPlaced || placed));
    }
    int mesh = source.mesh().map(m -> mesh(m, withinPlaced || placed)).orElse(-1);
    var matrix = placed ? frame.matrix(source.placement(), !withinPlaced) : List.<Double>of();
    nodes.add(new Node(source, mesh, List.copyOf(children), matrix));
    return nodes.size() - 1;
  }

  private int mesh(SceneMesh mesh, boolean placed) {
    var key = new MeshKey(mesh, placed);
    var known = meshNumbers.get(key);
    if (known != null) {
      return known;
    }
    var parts = new ArrayList<Part>();
    for (var part : mesh.parts()) {
      var primitive = FilePrimitive.of(part.primitive(), placed ? Vec3.ZERO : frame.origin());
      if (!primitive.isEmpty()) {
        int material = materials.computeIfAbsent(part.material(), m -> materials.size());
        parts.add(new Part(primitive, material));
        maxErrorM = Math.max(maxErrorM, primitive.maxErrorM());
      }
    }
    int number = parts.isEmpty() ? -1 : meshes.size();
    if (!parts.isEmpty()) {
      meshes.add(List.copyOf(parts));
    }
    meshNumbers.put(key, number);
    return number;
  }

  Vec3 origin() {
    return frame.origin();
  }

  List<Node> nodes() {
    return nodes;
  }

  List<Integer> roots() {
    return roots;
  }

  List<List<Part>> meshes() {
    return meshes;
  }

  List<Material> materials() {
    return List.copyOf(materials.keySet());
  }

  double maxErrorM() {
    return maxErrorM;
  }

  GlbStatistics statistics(long glbBytes) {
    long triangles = 0;
    long vertices = 0;
    int drawCalls = 0;
    for (var node : nodes) {
      for (var part : node.mesh() < 0 ? List.<Part>of() : meshes.get(node.mesh())) {
        drawCalls++;
        vertices += part.primitive().vertexCount();
        triangles += part.primitive().isLines() ? 0 : part.primitive().indexCount() / 3;
      }
    }
    return new GlbStatistics(glbBytes, triangles, vertices, materials.size(), drawCalls);
  }
}
