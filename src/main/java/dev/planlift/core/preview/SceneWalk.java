package dev.planlift.core.preview;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.mesh.MeshPrimitive.Topology;
import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.Material;
import dev.planlift.core.scene.Scene;
import dev.planlift.core.scene.SceneNode;
import java.util.Optional;

/** Goes over everything that a scene shows, each piece moved to where it stands. */
final class SceneWalk {
  /** One primitive of an element; the node is the one that bears the mesh. */
  @SuppressWarnings("ArrayRecordComponent") // flat, as the primitive it comes from
  record Piece(
      SceneNode node,
      Category category,
      double[] positions,
      MeshPrimitive primitive,
      Material material,
      Affine3 placement) {
    boolean isLines() {
      return primitive.topology() == Topology.LINES;
    }
  }

  /** Told of each piece, in the scene's order. */
  interface Visitor {
    void piece(Piece piece);
  }

  private SceneWalk() {}

  static void visit(Scene scene, Visitor visitor) {
    for (var level : scene.levels()) {
      visit(level, Affine3.IDENTITY, Category.OTHER, visitor);
    }
  }

  private static void visit(SceneNode node, Affine3 around, Category inherited, Visitor visitor) {
    var to = node.placement().equals(Affine3.IDENTITY) ? around : around.after(node.placement());
    var category = category(node).orElse(inherited);
    node.mesh()
        .ifPresent(
            mesh -> {
              for (var part : mesh.parts()) {
                part.primitive()
                    .forEachPiece(
                        primitive ->
                            visitor.piece(
                                new Piece(
                                    node,
                                    category,
                                    placed(primitive.positions(), to),
                                    primitive,
                                    part.material(),
                                    to)));
              }
            });
    for (var child : node.children()) {
      visit(child, to, category, visitor);
    }
  }

  /** A group that bears the mesh of its elements shows what they are. */
  private static Optional<Category> category(SceneNode node) {
    boolean group =
        node.category().isEmpty() && node.mesh().isPresent() && !node.children().isEmpty();
    return (group ? node.children().getFirst().category() : node.category())
        .filter(category -> category != Category.LEVEL);
  }

  private static double[] placed(double[] xyz, Affine3 by) {
    if (by.equals(Affine3.IDENTITY)) {
      return xyz;
    }
    var moved = new double[xyz.length];
    var x = by.xAxis();
    var y = by.yAxis();
    var z = by.zAxis();
    var o = by.origin();
    for (int i = 0; i + 2 < xyz.length; i += 3) {
      double px = xyz[i];
      double py = xyz[i + 1];
      double pz = xyz[i + 2];
      moved[i] = px * x.x() + py * y.x() + pz * z.x() + o.x();
      moved[i + 1] = px * x.y() + py * y.y() + pz * z.y() + o.y();
      moved[i + 2] = px * x.z() + py * y.z() + pz * z.z() + o.z();
    }
    return moved;
  }
}
