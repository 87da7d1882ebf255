package dev.planlift.core.gltf;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.scene.SceneMesh;
import dev.planlift.core.scene.SceneNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mesh that stands in many places, as one node (EXT_mesh_gpu_instancing).
 *
 * @param translations 3 for each place, in the file's axes
 * @param rotations quaternions x, y, z, w: turns about the vertical
 * @param scale what makes metres of the mesh's numbers
 */
@SuppressWarnings("ArrayRecordComponent") // flat on purpose, as it is written
record StoredInstances(
    List<SceneNode> nodes, float[] translations, float[] rotations, float scale) {
  /** So many nodes that differ in place only become one. */
  static final int FEWEST = 17;

  static final List<ArrayKind> KINDS =
      List.of(ArrayKind.TRANSLATIONS, ArrayKind.ROTATIONS, ArrayKind.SCALES);

  StoredInstances {
    nodes = List.copyOf(nodes);
  }

  /**
   * Nodes in the order met, those that can become one together. Walls, doors, windows, rooms and
   * what else belongs to the building stay alone, and what is drawn with lines: viewers show the
   * instances of triangles only.
   */
  static List<List<SceneNode>> grouped(List<SceneNode> nodes) {
    var groups = new ArrayList<List<SceneNode>>();
    var open = new IdentityHashMap<SceneMesh, List<SceneNode>>();
    for (var node : nodes) {
      if (isSymbol(node)) {
        open.computeIfAbsent(
                node.mesh().orElseThrow(),
                mesh -> {
                  groups.add(new ArrayList<>());
                  return groups.getLast();
                })
            .add(node);
      } else {
        groups.add(List.of(node));
      }
    }
    return groups.stream()
        .flatMap(g -> g.size() < FEWEST ? g.stream().map(List::of) : List.of(g).stream())
        .toList();
  }

  private static boolean isSymbol(SceneNode node) {
    boolean moves =
        node.category()
            .map(
                category ->
                    switch (category) {
                      case FURNITURE, OTHER, SOLID -> true;
                      case LEVEL, WALL, DOOR, WINDOW, COLUMN, STAIR, ROOM, SLAB, CURVE, TEXT ->
                          false;
                    })
            .orElse(false);
    return moves
        && node.children().isEmpty()
        && node.mesh().isPresent()
        && node.mesh().get().parts().stream()
            .allMatch(p -> p.primitive().topology() == MeshPrimitive.Topology.TRIANGLES)
        && turnsOnly(node.placement());
  }

  private static boolean turnsOnly(Affine3 placement) {
    double turn = placement.xAxis().xy().angleRad();
    var turned = Affine3.rotationZ(turn);
    return !placement.equals(Affine3.IDENTITY)
        && turned.xAxis().distance(placement.xAxis()) < 1e-12
        && turned.yAxis().distance(placement.yAxis()) < 1e-12
        && placement.zAxis().equals(Vec3.Z);
  }

  /** What is said of the one node: what each of them was is kept. */
  static SceneNode together(List<SceneNode> nodes) {
    var first = nodes.getFirst();
    var told = new ArrayList<Map<String, Object>>();
    for (var node : nodes) {
      var one = new LinkedHashMap<String, Object>();
      one.put("name", node.name());
      one.putAll(node.extras());
      told.add(one);
    }
    return new SceneNode(
        first.name(),
        first.category(),
        Map.of("instances", told),
        Affine3.IDENTITY,
        first.mesh(),
        List.of());
  }

  /**
   * The places of nodes.
   *
   * @param frame of the file; without origin where a node above has a placement
   * @param mesh how the mesh tells its positions
   */
  static StoredInstances of(List<SceneNode> nodes, Frame frame, MeshFrame mesh) {
    var translations = new float[3 * nodes.size()];
    var rotations = new float[4 * nodes.size()];
    for (int i = 0; i < nodes.size(); i++) {
      var placement = nodes.get(i).placement();
      var at = translation(placement, frame, mesh);
      translations[3 * i] = (float) at.x();
      translations[3 * i + 1] = (float) at.y();
      translations[3 * i + 2] = (float) at.z();
      double turn = placement.xAxis().xy().angleRad();
      rotations[4 * i + 1] = (float) Math.sin(turn / 2);
      rotations[4 * i + 3] = (float) Math.cos(turn / 2);
    }
    return new StoredInstances(nodes, translations, rotations, (float) mesh.unitM());
  }

  private static Vec3 translation(Affine3 placement, Frame frame, MeshFrame mesh) {
    var base = Frame.turnedBack(mesh.middle());
    return frame.toFile(placement.apply(base)).plus(Vec3.ZERO);
  }

  int count() {
    return nodes.size();
  }

  long bytes(ArrayKind kind) {
    return (long) kind.stride() * count();
  }

  /** Writes the three arrays. */
  void write(Map<ArrayKind, ? extends NumberOutput> outputs) throws IOException {
    for (var entry : outputs.entrySet()) {
      switch (entry.getKey()) {
        case TRANSLATIONS -> entry.getValue().floats(translations);
        case ROTATIONS -> entry.getValue().floats(rotations);
        case SCALES -> entry.getValue().floats(scales());
        case FLOAT_POSITIONS, SHORT_POSITIONS, FLOAT_NORMALS, BYTE_NORMALS -> {}
        case TRIANGLE_INTS, LINE_INTS, TRIANGLE_SHORTS, LINE_SHORTS -> {}
      }
    }
  }

  float[] scales() {
    var scales = new float[3 * count()];
    Arrays.fill(scales, scale);
    return scales;
  }

  /**
   * Where an instance puts a point of its mesh.
   *
   * @param stored as the mesh has it, in steps where it has steps
   */
  Vec3 place(int instance, Vec3 stored) {
    double y = rotations[4 * instance + 1];
    double w = rotations[4 * instance + 3];
    double cosine = w * w - y * y;
    double sine = 2 * w * y;
    var p = stored.times(scale);
    return new Vec3(
        cosine * p.x() + sine * p.z() + translations[3 * instance],
        p.y() + translations[3 * instance + 1],
        cosine * p.z() - sine * p.x() + translations[3 * instance + 2]);
  }
}
