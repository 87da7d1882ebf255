package dev.planlift.core.gltf;

import dev.planlift.core.geom.Vec3;
import dev.planlift.core.scene.Scene;
import dev.planlift.core.scene.SceneNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether a written model holds what the scene holds. */
public final class ReadBackCheck {
  private ReadBackCheck() {}

  /** The differences in numbers of nodes per category and in bounds, in words; none where equal. */
  public static List<String> differences(Scene scene, Path glb) {
    var contents = new GlbReader().read(glb);
    var differences = new ArrayList<String>();
    var expected = new TreeMap<String, Integer>();
    scene.levels().forEach(level -> count(level, expected));
    if (!expected.equals(contents.counts())) {
      differences.add(
          "Nodes: " + expected + " in the scene, " + contents.counts() + " in the file");
    }
    double allowedM = 1e-4 + allowedMillimetres(contents.assetExtras()) / 1000;
    var written = contents.bounds();
    boolean same =
        scene.bounds().isEmpty() == written.isEmpty()
            && (written.isEmpty()
                || (near(scene.bounds().min(), written.min(), allowedM)
                    && near(scene.bounds().max(), written.max(), allowedM)));
    if (!same) {
      differences.add("Bounds: " + scene.bounds() + " of the scene, " + written + " of the file");
    }
    return differences;
  }

  private static void count(SceneNode node, Map<String, Integer> counts) {
    node.category().ifPresent(c -> counts.merge(c.outsideName(), 1, Integer::sum));
    node.children().forEach(child -> count(child, counts));
  }

  private static double allowedMillimetres(Map<String, Object> extras) {
    return extras.get("maxErrorMillimetres") instanceof Number n ? n.doubleValue() : 0;
  }

  private static boolean near(Vec3 a, Vec3 b, double allowedM) {
    return a.distance(b) <= 2 * allowedM;
  }
}
