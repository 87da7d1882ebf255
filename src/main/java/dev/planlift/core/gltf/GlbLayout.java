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
   * A node by its mesh and the numbers of its children.
   *
   * @param matrix 16 numbers column by column; none where it stands as it is
   * @param use of its mesh
   * @param withinPlaced whether a node above it has a placement
   * @param instances the number of its {@link #instances}, which place its mesh; −1: none
   */
  record Node(
      SceneNode source,
      MeshUse use,
      List<Integer> children,
      List<Double> matrix,
      boolean withinPlaced,
      int instances) {
    /** The number of its mesh; −1: none. */
    int mesh() {
      return use.mesh();
    }
  }

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
  private final Map<MeshKey, MeshUse> uses = new HashMap<>();
  private final Shapes shapes = new Shapes();
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
    var use = source.mesh().map(m -> use(m, withinPlaced || placed)).orElse(MeshUse.NONE);
    var matrix = placed ? frame.matrix(source.placement(), !withinPlaced) : List.<Double>of();
    if (!use.frame().isAbsolute() && !children.isEmpty()) {
      // What makes metres of the mesh's numbers must not reach the children.
      var bare =
          new SceneNode("", Optional.empty(), Map.of(), Affine3.IDENTITY, source.mesh(), List.of());
      nodes.add(new Node(bare, use, List.of(), List.of(), true, -1));
      children.add(nodes.size() - 1);
      use = MeshUse.NONE;
    }
    nodes.add(new Node(source, use, List.copyOf(children), matrix, withinPlaced, -1));
    return nodes.size() - 1;
  }

  private int addInstances(List<SceneNode> group, boolean withinPlaced) {
    var together = StoredInstances.together(group);
    var meant = use(together.mesh().orElseThrow(), true);
    if (meant.mesh() < 0) {
      nodes.add(new Node(together, meant, List.of(), List.of(), withinPlaced, -1));
      return nodes.size() - 1;
    }
    var here = withinPlaced ? new Frame(Vec3.ZERO) : frame;
    var stored = StoredInstances.of(group, here, meant.frame());
    maxErrorM = Math.max(maxErrorM, meant.maxErrorM() + InstanceCheck.errorM(stored, meant, here));
    instances.add(stored);
    nodes.add(
        new Node(
            together, meant.unplaced(), List.of(), List.of(), withinPlaced, instances.size() - 1));
    return nodes.size() - 1;
  }

  private MeshUse use(SceneMesh mesh, boolean placed) {
    return uses.computeIfAbsent(new MeshKey(mesh, placed), this::stored);
  }

  private MeshUse stored(MeshKey key) {
    var primitives = new ArrayList<FilePrimitive>();
    var looks = new ArrayList<Integer>();
    for (var part : key.mesh().parts()) {
      var origin = key.placed() ? Vec3.ZERO : frame.origin();
      for (var primitive : FilePrimitive.of(part.primitive(), origin, compression)) {
        looks.add(materials.computeIfAbsent(part.material(), m -> materials.size()));
        primitives.add(primitive);
        maxErrorM = Math.max(maxErrorM, primitive.maxErrorM());
      }
    }
    if (primitives.isEmpty()) {
      return MeshUse.NONE;
    }
    var mesh = FileMesh.of(primitives, looks, compression);
    int number = shapes.first(mesh, meshes.size(), meshes);
    if (number == meshes.size()) {
      meshes.add(mesh);
    }
    return MeshUse.of(number, mesh);
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
