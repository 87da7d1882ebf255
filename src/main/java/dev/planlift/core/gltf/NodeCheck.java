package dev.planlift.core.gltf;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.scene.SceneNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a node that was read is the one that was meant. */
final class NodeCheck {
  /** Metres a metre from the origin: far less than a float tells. */
  private static final double TOLERANCE = 1e-9;

  private NodeCheck() {}

  /** What differs, in words. */
  static Optional<String> difference(
      GlbLayout.Node meant, Map<String, @Nullable Object> json, GlbLayout layout) {
    if (!ReadBack.same(json.getOrDefault("name", ""), meant.source().name())) {
      return Optional.of("another name");
    }
    if (FileViews.number(json, "mesh", -1) != meant.mesh()) {
      return Optional.of("another mesh");
    }
    if (!ReadBack.same(json.getOrDefault("children", List.of()), meant.children())) {
      return Optional.of("other children");
    }
    if (!ReadBack.same(json.getOrDefault("extras", Map.of()), extras(meant.source()))) {
      return Optional.of("other extras");
    }
    return stands(meant, json, layout) ? Optional.empty() : Optional.of("another place");
  }

  private static Map<String, Object> extras(SceneNode node) {
    var extras = new LinkedHashMap<String, Object>();
    node.category().ifPresent(category -> extras.put("category", category.outsideName()));
    extras.putAll(node.extras());
    return extras;
  }

  /** Whether four points that lie in no plane come to where the scene has them. */
  private static boolean stands(
      GlbLayout.Node meant, Map<String, @Nullable Object> json, GlbLayout layout) {
    var matrix = matrix(json);
    if (matrix.isEmpty()) {
      return false;
    }
    double unitM = meant.use().frame().unitM();
    var corner = Vec3.ZERO;
    if (meant.mesh() >= 0) {
      var shown = layout.meshes().get(meant.mesh());
      corner = shown.frame().stored(shown.corner());
    }
    for (var step : List.of(Vec3.ZERO, Vec3.X, Vec3.Y, Vec3.Z)) {
      var stored = corner.plus(step.times(1 / unitM));
      var expected = expected(meant, meant.use().corner().plus(step), layout);
      double far = 1 + expected.length() + stored.length() * unitM;
      if (!(matrix.get().apply(stored).distance(expected) <= TOLERANCE * far)) {
        return false;
      }
    }
    return true;
  }

  /** By the scene alone: from the file's axes to the drawing's, placed there, and back. */
  private static Vec3 expected(GlbLayout.Node meant, Vec3 p, GlbLayout layout) {
    var placement = meant.source().placement();
    if (placement.equals(Affine3.IDENTITY)) {
      return p;
    }
    var placed = placement.apply(Frame.turnedBack(p));
    return meant.withinPlaced() ? Frame.turned(placed) : new Frame(layout.origin()).toFile(placed);
  }

  /** The node's transformation, from whichever form it is told in. */
  private static Optional<Affine3> matrix(Map<String, @Nullable Object> json) {
    if (json.get("matrix") instanceof List<?> list) {
      var m = numbers(list);
      return m.size() == 16 && m.get(3) == 0 && m.get(7) == 0 && m.get(11) == 0 && m.get(15) == 1
          ? Optional.of(new Affine3(at(m, 0), at(m, 4), at(m, 8), at(m, 12)))
          : Optional.empty();
    }
    var scale = json.get("scale") instanceof List<?> s ? numbers(s) : List.of(1.0, 1.0, 1.0);
    var by = json.get("translation") instanceof List<?> t ? numbers(t) : List.of(0.0, 0.0, 0.0);
    return scale.size() == 3 && by.size() == 3
        ? Optional.of(
            Affine3.translation(at(by, 0))
                .after(Affine3.scale(scale.get(0), scale.get(1), scale.get(2))))
        : Optional.empty();
  }

  private static List<Double> numbers(List<?> list) {
    var numbers = new ArrayList<Double>();
    for (var item : list) {
      numbers.add(item instanceof Double number ? number : Double.NaN);
    }
    return numbers;
  }

  private static Vec3 at(List<Double> numbers, int index) {
    return new Vec3(numbers.get(index), numbers.get(index + 1), numbers.get(index + 2));
  }
}
