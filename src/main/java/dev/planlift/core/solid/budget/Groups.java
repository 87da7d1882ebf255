package dev.planlift.core.solid.budget;

import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.Scene;
import dev.planlift.core.scene.SceneNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes the groups of elements of one kind that lie below each level. */
final class Groups {
  private Groups() {}

  /** A group's kind: that of its elements. */
  static Optional<Category> kind(SceneNode group) {
    return group.children().isEmpty() ? group.category() : group.children().getFirst().category();
  }

  static Scene change(Scene scene, Set<Category> kinds, UnaryOperator<SceneNode> change) {
    var levels = new ArrayList<SceneNode>();
    for (var level : scene.levels()) {
      levels.add(
          withChildren(
              level,
              level.children().stream()
                  .map(group -> isOf(group, kinds) ? change.apply(group) : group)
                  .toList()));
    }
    return Scene.of(levels);
  }

  static Scene without(Scene scene, Set<Category> kinds) {
    var levels = new ArrayList<SceneNode>();
    for (var level : scene.levels()) {
      levels.add(
          withChildren(
              level, level.children().stream().filter(group -> !isOf(group, kinds)).toList()));
    }
    return Scene.of(levels);
  }

  /** Leaves groups out only where a building remains: a model is not to become empty. */
  static Scene withoutBesideBuilding(Scene scene, Set<Category> kinds) {
    boolean building =
        scene.levels().stream()
            .flatMap(level -> level.children().stream())
            .anyMatch(group -> isOf(group, Set.of(Category.WALL, Category.ROOM)));
    return building ? without(scene, kinds) : scene;
  }

  private static boolean isOf(SceneNode group, Set<Category> kinds) {
    return kind(group).filter(kinds::contains).isPresent();
  }

  static SceneNode withChildren(SceneNode node, List<SceneNode> children) {
    return new SceneNode(
        node.name(), node.category(), node.extras(), node.placement(), node.mesh(), children);
  }
}
