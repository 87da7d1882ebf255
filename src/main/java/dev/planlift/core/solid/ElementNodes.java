package dev.planlift.core.solid;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.SceneMesh;
import dev.planlift.core.scene.SceneNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The element nodes of one level as they are made, in groups of one kind. */
final class ElementNodes {
  private final Keep keep;
  private final Map<Category, List<SceneNode>> byCategory = new EnumMap<>(Category.class);

  ElementNodes(Keep keep) {
    this.keep = keep;
  }

  boolean keeps(Category category, String layer) {
    return keep.keeps(category, layer);
  }

  void add(
      Category category,
      String name,
      Map<String, Object> extras,
      Affine3 placement,
      Optional<SceneMesh> mesh) {
    byCategory
        .computeIfAbsent(category, c -> new ArrayList<>())
        .add(new SceneNode(name, Optional.of(category), extras, placement, mesh, List.of()));
  }

  void add(Category category, String name, Map<String, Object> extras, Optional<SceneMesh> mesh) {
    add(category, name, extras, Affine3.IDENTITY, mesh);
  }

  int count(Category category) {
    return byCategory.getOrDefault(category, List.of()).size();
  }

  /** One group node a kind, in the order of {@link Category}. */
  List<SceneNode> groups() {
    var groups = new ArrayList<SceneNode>();
    byCategory.forEach(
        (category, nodes) -> {
          var name = groupName(category);
          groups.add(
              new SceneNode(
                  name,
                  Optional.empty(),
                  Map.of("group", name),
                  Affine3.IDENTITY,
                  Optional.empty(),
                  nodes));
        });
    return groups;
  }

  private static String groupName(Category category) {
    return switch (category) {
      case FURNITURE -> "furniture";
      case LEVEL, WALL, DOOR, WINDOW, COLUMN, STAIR, ROOM, SLAB, CURVE, TEXT, SOLID, OTHER ->
          category.outsideName() + "s";
    };
  }
}
