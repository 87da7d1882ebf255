package dev.planlift.core.gltf;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.Scene;
import dev.planlift.core.scene.SceneNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses what is subtracted from all positions: the middle of the walls and rooms, or, where there
 * are none, of most of what is drawn, so that a stray line far away costs the building no digits.
 * Whole metres; height 0 unless everything lies far up.
 */
final class PlanOrigin {
  /** Heights within this of zero are written as they are. */
  private static final double NEAR_M = 1000;

  private static final int MAX_SAMPLES = 100_000;

  private Box building = Box.EMPTY;
  private final List<Vec3> samples = new ArrayList<>();

  private PlanOrigin() {}

  static Vec3 of(Scene scene) {
    var search = new PlanOrigin();
    scene.levels().forEach(level -> search.visit(level, Affine3.IDENTITY));
    var middle = search.building.isEmpty() ? search.median() : search.building.center();
    double z = Math.abs(middle.z()) < NEAR_M ? 0 : middle.z();
    return new Vec3(Math.rint(middle.x()) + 0.0, Math.rint(middle.y()) + 0.0, Math.rint(z) + 0.0);
  }

  private void visit(SceneNode node, Affine3 around) {
    var placement = around.after(node.placement());
    boolean isBuilding =
        node.category().filter(c -> c == Category.WALL || c == Category.ROOM).isPresent();
    if (node.mesh().isPresent()) {
      for (var part : node.mesh().get().parts()) {
        take(part.primitive(), placement, isBuilding);
      }
    }
    node.children().forEach(child -> visit(child, placement));
  }

  private void take(MeshPrimitive primitive, Affine3 placement, boolean isBuilding) {
    long vertices = primitive.vertexCount() + 4 * primitive.ribbons().count();
    int step = isBuilding ? 1 : (int) Math.max(1, vertices / 64);
    var next = new int[1];
    primitive.forEachPiece(
        piece -> next[0] = take(piece.positions(), next[0], step, placement, isBuilding));
  }

  /** Takes every so manieth vertex; returns which of what follows is the next. */
  private int take(double[] positions, int first, int step, Affine3 placement, boolean isBuilding) {
    int vertices = positions.length / 3;
    int i = first;
    for (; i < vertices; i += step) {
      var p =
          placement.apply(new Vec3(positions[3 * i], positions[3 * i + 1], positions[3 * i + 2]));
      if (isBuilding) {
        building = building.with(p);
      } else if (samples.size() < MAX_SAMPLES) {
        samples.add(p);
      }
    }
    return i - vertices;
  }

  private Vec3 median() {
    return new Vec3(
        median(samples.stream().mapToDouble(Vec3::x).toArray()),
        median(samples.stream().mapToDouble(Vec3::y).toArray()),
        median(samples.stream().mapToDouble(Vec3::z).toArray()));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values.length == 0 ? 0 : values[values.length / 2];
  }
}
