package dev.planlift.core.solid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshBuilder;
import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.Material;
import dev.planlift.core.scene.Scene;
import dev.planlift.core.scene.SceneMesh;
import dev.planlift.core.scene.SceneNode;
import dev.planlift.core.source.Layer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayerColoursTest {
  private static final LayerColours COLOURS =
      LayerColours.of(
          List.of(
              new Layer("RED", 0xFF0000, true, true),
              new Layer("BLUE", 0x0000FF, true, true),
              new Layer("WHITE", 0xFFFFFF, true, true)));

  private static SceneMesh mesh(double opacity) {
    var triangle = MeshBuilder.triangles();
    triangle.triangle(Vec3.ZERO, Vec3.X, Vec3.Y);
    var look = new Material("glass", 0x9FCBE3, opacity, 0.1, false);
    return new SceneMesh(List.of(new SceneMesh.Part(triangle.build(), look)));
  }

  private static SceneNode node(Category category, String layer, SceneMesh mesh) {
    return new SceneNode(
        "n",
        Optional.of(category),
        Map.of("layer", layer),
        Affine3.IDENTITY,
        Optional.of(mesh),
        List.of());
  }

  private static List<SceneMesh> painted(SceneNode... nodes) {
    return COLOURS.paint(Scene.of(List.of(nodes))).levels().stream()
        .map(node -> node.mesh().orElseThrow())
        .toList();
  }

  private static Material material(SceneMesh mesh) {
    return mesh.parts().getFirst().material();
  }

  @Test
  void elementsOfOneKindDifferWithTheirLayers() {
    var meshes = painted(node(Category.WALL, "RED", mesh(1)), node(Category.WALL, "BLUE", mesh(1)));

    int red = material(meshes.get(0)).rgb();
    int blue = material(meshes.get(1)).rgb();
    assertThat(red >> 16).isGreaterThan(2 * (red & 255));
    assertThat(blue & 255).isGreaterThan(2 * (blue >> 16));
  }

  @Test
  void elementsOfOneLayerHaveOneColour() {
    var meshes = painted(node(Category.WALL, "RED", mesh(1)), node(Category.DOOR, "RED", mesh(1)));

    assertThat(material(meshes.get(0)).rgb()).isEqualTo(material(meshes.get(1)).rgb());
  }

  @Test
  void glassStaysTransparent() {
    var glass = material(painted(node(Category.WINDOW, "RED", mesh(0.35))).getFirst());

    assertThat(glass.opacity()).isEqualTo(0.35);
  }

  @Test
  void whiteAndUnknownLayersAreOfOnePlainColour() {
    var meshes =
        painted(node(Category.WALL, "WHITE", mesh(1)), node(Category.WALL, "unheard of", mesh(1)));

    assertThat(material(meshes.get(0))).isEqualTo(material(meshes.get(1)));
    assertThat(material(meshes.get(0)).rgb()).isNotEqualTo(0xFFFFFF);
  }

  @Test
  void whatIsSharedStaysShared() {
    var shared = mesh(1);
    var meshes =
        painted(
            node(Category.FURNITURE, "RED", shared),
            node(Category.FURNITURE, "RED", shared),
            node(Category.FURNITURE, "BLUE", shared));

    assertThat(meshes.get(0)).isSameAs(meshes.get(1)).isNotSameAs(meshes.get(2));
  }
}
