package dev.planlift.core.gltf;

import dev.planlift.core.geom.Vec3;

/**
 * A mesh of the scene by the mesh of the file that shows it, which others of the same shape may
 * share.
 *
 * @param mesh its number; −1 where rounding left nothing
 * @param frame where it stands, in terms of what is stored
 * @param corner the least coordinates of the scene's mesh, rounded, in metres
 * @param farCorner the greatest
 * @param maxErrorM the largest distance of a rounded position from its source
 */
record MeshUse(int mesh, MeshFrame frame, Vec3 corner, Vec3 farCorner, double maxErrorM) {
  static final MeshUse NONE = new MeshUse(-1, MeshFrame.ABSOLUTE, Vec3.ZERO, Vec3.ZERO, 0);

  /** The mesh as it is stored, which something else places. */
  MeshUse unplaced() {
    return new MeshUse(
        mesh, MeshFrame.ABSOLUTE, frame.stored(corner), frame.stored(farCorner), maxErrorM);
  }

  static MeshUse of(int number, FileMesh mesh) {
    return new MeshUse(number, mesh.frame(), mesh.corner(), mesh.farCorner(), mesh.maxErrorM());
  }
}
