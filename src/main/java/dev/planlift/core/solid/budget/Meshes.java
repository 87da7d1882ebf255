package dev.planlift.core.solid.budget;

import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.Scene;
import dev.planlift.core.scene.SceneMesh;
import dev.planlift.core.scene.SceneNode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Changes the meshes of elements; what was shared stays shared. */
final class Meshes {
  private final Set<Category> kinds;
  private final Function<List<SceneMesh.Part>, List<SceneMesh.Part>> change;
  private final IdentityHashMap<SceneMesh, Optional<SceneMesh>> changed = new IdentityHashMap<>();

  private Meshes(Set<Category> kinds, Function<List<SceneMesh.Part>, List<SceneMesh.Part>> change) {
    this.kinds = kinds;
    this.change = change;
  }

  /** A mesh of which no part is left is taken from its nodes, which stay. */
  static Scene change(
      Scene scene,
      Set<Category> kinds,
      Function<List<SceneMesh.Part>, List<SceneMesh.Part>> change) {
    var meshes = new Meshes(kinds, change);
    return Scene.of(scene.levels().stream().map(meshes::node).toList());
  }

  private SceneNode node(SceneNode node) {
    boolean ours = node.category().filter(kinds::contains).isPresent();
    var mesh = ours ? node.mesh().flatMap(this::mesh) : node.mesh();
    return new SceneNode(
        node.name(),
        node.category(),
        node.extras(),
        node.placement(),
        mesh,
        node.children().stream().map(this::node).toList());
  }

  private Optional<SceneMesh> mesh(SceneMesh mesh) {
    var known = changed.get(mesh);
    if (known == null) {
      var parts = change.apply(mesh.parts());
      known = parts.isEmpty() ? Optional.empty() : Optional.of(new SceneMesh(parts));
      changed.put(mesh, known);
    }
    return known;
  }
}
