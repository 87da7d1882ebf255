package dev.planlift.core.gltf;

import dev.planlift.core.geom.Vec3;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether instances stand where the scene has them. */
final class InstanceCheck {
  static final String INSTANCING = "EXT_mesh_gpu_instancing";

  private InstanceCheck() {}

  /** How far an instance puts a corner of its mesh from where the scene has it, at most. */
  static double errorM(StoredInstances stored, MeshUse mesh, Frame frame) {
    var a = mesh.corner();
    var b = mesh.farCorner();
    double most = 0;
    for (int i = 0; i < stored.count(); i++) {
      var placement = stored.nodes().get(i).placement();
      for (int corner = 0; corner < 8; corner++) {
        var p =
            new Vec3(
                (corner & 1) == 0 ? a.x() : b.x(),
                (corner & 2) == 0 ? a.y() : b.y(),
                (corner & 4) == 0 ? a.z() : b.z());
        var meant = frame.toFile(placement.apply(Frame.turnedBack(p)));
        most = Math.max(most, stored.place(i, mesh.frame().stored(p)).distance(meant));
      }
    }
    return most;
  }

  /** The accessors of a node that was read: translations, rotations, scales; −1 where missing. */
  static List<Long> accessors(Map<String, @Nullable Object> node) {
    var attributes =
        node.get("extensions") instanceof Map<?, ?> extensions
                && extensions.get(INSTANCING) instanceof Map<?, ?> instancing
                && instancing.get("attributes") instanceof Map<?, ?> map
            ? map
            : Map.of();
    return List.of(
        number(attributes.get("TRANSLATION")),
        number(attributes.get("ROTATION")),
        number(attributes.get("SCALE")));
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : -1;
  }

  /**
   * Compares the arrays of instances with those that were measured against the scene.
   *
   * @throws IOException where they differ
   */
  static void check(StoredInstances meant, List<Long> accessors, FileViews views)
      throws IOException {
    var arrays = List.of(meant.translations(), meant.rotations(), meant.scales());
    for (int k = 0; k < arrays.size(); k++) {
      var expected = arrays.get(k);
      int components = expected.length / meant.count();
      var accessor = views.accessor(accessors.get(k));
      boolean sound =
          accessor.count() == meant.count()
              && accessor.componentType() == ArrayKind.Component.FLOAT.number()
              && accessor.type().equals("VEC" + components);
      if (!sound) {
        throw new IOException("other instances");
      }
      var at = new int[1];
      views.read(
          accessor,
          1,
          (bytes, count, stride) -> {
            for (int i = 0; i < count * components; i++) {
              float read = bytes.getFloat(i / components * stride + i % components * Float.BYTES);
              if (Float.compare(read, expected[at[0]++]) != 0) {
                throw new IOException("an instance elsewhere");
              }
            }
          });
    }
  }
}
