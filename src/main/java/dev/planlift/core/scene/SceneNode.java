package dev.planlift.core.scene;

import dev.planlift.core.geom.Affine3;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node of the tree: a level, a group of one kind, or an element.
 *
 * @param name short, readable
 * @param category empty on group nodes
 * @param extras what is said of the node, in writing order; values are String, Number, Boolean,
 *     List or Map of these. The category is not repeated here.
 * @param placement of mesh and children, in metres; identity for most
 */
public record SceneNode(
    String name,
    Optional<Category> category,
    Map<String, Object> extras,
    Affine3 placement,
    Optional<SceneMesh> mesh,
    List<SceneNode> children) {
  public SceneNode {
    extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    children = List.copyOf(children);
  }
}
