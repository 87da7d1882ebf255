package dev.planlift.core.scene;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshPrimitive;
import java.util.List;

/**
 * What is shown and written: one root node a level, in metres, plan axes, z up, in the drawing's
 * own frame (no origin subtracted).
 *
 * @param bounds of everything in it
 */
public record Scene(List<SceneNode> levels, Box bounds) {
  public Scene {
    levels = List.copyOf(levels);
  }

  /** A scene with its bounds measured. */
  public static Scene of(List<SceneNode> levels) {
    var bounds = Box.EMPTY;
    for (var level : levels) {
      bounds = bounds.with(bounds(level, Affine3.IDENTITY));
    }
    return new Scene(levels, bounds);
  }

  /** The box around a node's vertices, and those of all below it. */
  private static Box bounds(SceneNode node, Affine3 around) {
    var placement = around.after(node.placement());
    var bounds = Box.EMPTY;
    if (node.mesh().isPresent()) {
      for (var part : node.mesh().get().parts()) {
        bounds = bounds.with(bounds(part.primitive(), placement));
      }
    }
    for (var child : node.children()) {
      bounds = bounds.with(bounds(child, placement));
    }
    return bounds;
  }

  private static Box bounds(MeshPrimitive primitive, Affine3 placement) {
    var bounds = new Box[] {Box.EMPTY};
    primitive.forEachPiece(
        piece -> {
          var own = bounds[0];
          var p = piece.positions();
          for (int i = 0; i + 2 < p.length; i += 3) {
            own = own.with(placement.apply(new Vec3(p[i], p[i + 1], p[i + 2])));
          }
          bounds[0] = own;
        });
    return bounds[0];
  }
}
