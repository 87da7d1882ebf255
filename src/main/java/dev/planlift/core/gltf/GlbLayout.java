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
import java.util.Optional;

/**
 * A scene laid out as glTF's flat lists: nodes, meshes, materials, in the order met. Meshes that
 * rounding left nothing of are not there.
 */
final class GlbLayout {
  /**
   * A node by the numbers of its mesh (−1: none) and children.
   *
   * @param matrix 16 numbers column by column; none where it stands as it is
   * @param middle where its mesh counts its positions from, in steps of the {@link Grid}
   * @param withinPlaced whether a node above it has a placement
   * @param instances the number of its {@link #instances}, which place its mesh; −1: none
   */
  record Node(
      SceneNode source,
      int mesh,
      List<Integer> children,
      List<Double> matrix,
      Optional<Vec3> middle,
      boolean withinPlaced,
      int instances) {}

  /** A mesh counts once for its place in the drawing's frame and once for a frame of its own. */
  private record MeshKey(SceneMesh mesh, boolean placed) {}

  private final Compression compression;
  private final boolean instancing;
  private final List<StoredInstances> instances = new ArrayList<>();
  private final Frame frame;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Integer> roots = new ArrayList<>();
  private final List<FileMesh> meshes = new ArrayList<>();
  private final Map<Material, Integer> materials = new LinkedHashMap<>();
  private final Map<MeshKey, Integer> meshNumbers = new HashMap<>();
  private double maxErrorM;

  GlbLayout(Scene scene, Compression compression, boolean instancing) {
    this.compression = compression;
    this.instancing = instancing;
    frame = new Frame(PlanOrigin.of(scene));
    for (var level : scene.levels()) {
      roots.add(add(level, false));
    }
  }

  /** Children come before their parents; returns the node's number. */
  private int add(SceneNode source, boolean withinPlaced) {
    boolean placed = !source.placement().equals(Affine3.IDENTITY);
    var children = new ArrayList<Integer>();
    var below =
        instancing
            ? StoredInstances.grouped(source.children())
            : source.children().stream().map(List::of).toList();
    for (var group : below) {
      children.add(
          group.size() == 1
              ? add(group.getFirst(), withinPlaced || placed)
              : addInstances(group, withinPlaced || placed));
    }
    int mesh = source.mesh().map(m -> mesh(m, withinPlaced || placed)).orElse(-1);
    var matrix = placed ? frame.matrix(source.placement(), !withinPlaced) : List.<Double>of();
    var middle = mesh < 0 ? Optional.<Vec3>empty() : meshes.get(mesh).middle();
    if (middle.isPresent() && !children.isEmpty()) {
      // What makes metres of the mesh's steps must not reach the children.
      var bare =
          new SceneNode("", Optional.empty(), Map.of(), Affine3.IDENTITY, source.mesh(), List.of());
      nodes.add(new Node(bare, mesh, List.of(), List.of(), middle, true, -1));
      children.add(nodes.size() - 1);
      mesh = -1;
      middle = Optional.empty();
    }
    nodes.add(new Node(source, mesh, List.copyOf(children), matrix, middle, withinPlaced, -1));
    return nodes.size() - 1;
  }

  private int addInstances(List<SceneNode> group, boolean withinPlaced) {
    var together = StoredInstances.together(group);
    int mesh = mesh(together.mesh().orElseThrow(), true);
    if (mesh < 0) {
      nodes.add(new Node(together, -1, List.of(), List.of(), Optional.empty(), withinPlaced, -1));
      return nodes.size() - 1;
    }
    var meant = meshes.get(mesh);
    var here = withinPlaced ? new Frame(Vec3.ZERO) : frame;
    var stored = StoredInstances.of(group, here, meant.middle());
    maxErrorM = Math.max(maxErrorM, meant.maxErrorM() + InstanceCheck.errorM(stored, meant, here));
    instances.add(stored);
    nodes.add(
        new Node(
            together,
            mesh,
            List.of(),
            List.of(),
            Optional.empty(),
            withinPlaced,
            instances.size() - 1));
    return nodes.size() - 1;
  }

  private int mesh(SceneMesh mesh, boolean placed) {
    var key = new MeshKey(mesh, placed);
    var known = meshNumbers.get(key);
    if (known != null) {
      return known;
    }
    var primitives = new ArrayList<FilePrimitive>();
    var looks = new ArrayList<Integer>();
    for (var part : mesh.parts()) {
      var origin = placed ? Vec3.ZERO : frame.origin();
      for (var primitive : FilePrimitive.of(part.primitive(), origin, compression)) {
        looks.add(materials.computeIfAbsent(part.material(), m -> materials.size()));
        primitives.add(primitive);
        maxErrorM = Math.max(maxErrorM, primitive.maxErrorM());
      }
    }
    int number = primitives.isEmpty() ? -1 : meshes.size();
    if (!primitives.isEmpty()) {
      meshes.add(FileMesh.of(primitives, looks, compression));
    }
    meshNumbers.put(key, number);
    return number;
  }

  Compression compression() {
    return compression;
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

  List<StoredInstances> instances() {
    return instances;
  }

  List<FileMesh> meshes() {
    return meshes;
  }

  /** Of all meshes, one after the other. */
  List<StoredPrimitive> primitives() {
    return meshes.stream()
        .flatMap(mesh -> mesh.parts().stream())
        .map(FileMesh.Part::stored)
        .toList();
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
      for (var part :
          node.mesh() < 0 ? List.<FileMesh.Part>of() : meshes.get(node.mesh()).parts()) {
        long times = node.instances() < 0 ? 1 : instances.get(node.instances()).count();
        drawCalls++;
        vertices += times * part.primitive().vertexCount();
        triangles += part.primitive().isLines() ? 0 : times * part.primitive().indexCount() / 3;
      }
    }
    return new GlbStatistics(glbBytes, triangles, vertices, materials.size(), drawCalls);
  }
}
