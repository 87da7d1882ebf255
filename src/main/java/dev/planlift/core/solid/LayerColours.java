package dev.planlift.core.solid;

import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.Scene;
import dev.planlift.core.scene.SceneMesh;
import dev.planlift.core.scene.SceneNode;
import dev.planlift.core.source.Layer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives every element the colour of the layer it was drawn on. */
public final class LayerColours {
  private final Map<String, Integer> rgbByLayer;

  /** By identity of the mesh: what is shared stays shared where the layer is the same. */
  private record Painted(SceneMesh mesh, String layer) {}

  private LayerColours(Map<String, Integer> rgbByLayer) {
    this.rgbByLayer = rgbByLayer;
  }

  public static LayerColours of(List<Layer> layers) {
    var rgb = new HashMap<String, Integer>();
    layers.forEach(layer -> rgb.put(layer.name(), layer.rgb()));
    return new LayerColours(rgb);
  }

  /** The scene in these colours; transparent things stay so. */
  public Scene paint(Scene scene) {
    var known = new HashMap<Painted, SceneMesh>();
    return Scene.of(scene.levels().stream().map(level -> paint(level, known)).toList());
  }

  private SceneNode paint(SceneNode node, Map<Painted, SceneMesh> known) {
    var layer = String.valueOf(node.extras().getOrDefault("layer", ""));
    var category = node.category().orElse(Category.OTHER);
    return new SceneNode(
        node.name(),
        node.category(),
        node.extras(),
        node.placement(),
        node.mesh()
            .map(
                mesh ->
                    known.computeIfAbsent(
                        new Painted(mesh, layer), key -> paint(mesh, layer, category))),
        node.children().stream().map(child -> paint(child, known)).toList());
  }

  private SceneMesh paint(SceneMesh mesh, String layer, Category category) {
    var rgb = Optional.ofNullable(rgbByLayer.get(layer));
    return new SceneMesh(
        mesh.parts().stream()
            .map(
                part ->
                    new SceneMesh.Part(
                        part.primitive(),
                        Palette.ofLayer(category, rgb, part.primitive(), part.material())))
            .toList());
  }
}
