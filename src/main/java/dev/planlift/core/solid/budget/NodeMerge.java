package dev.planlift.core.solid.budget;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.SceneMesh;
import dev.planlift.core.scene.SceneNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Merges elements of one group. A merged node says of what: {@code merged} how many there were, its
 * {@code layer} or {@code layers}, the first of its sources, the texts line by line.
 */
final class NodeMerge {
  /** As elsewhere in a model. */
  private static final int MAX_SOURCES = 1000;

  private NodeMerge() {}

  static SceneNode byLayer(SceneNode group) {
    var byLayer = new LinkedHashMap<Object, List<SceneNode>>();
    for (var element : group.children()) {
      byLayer
          .computeIfAbsent(element.extras().getOrDefault("layer", ""), l -> new ArrayList<>())
          .add(element);
    }
    var merged = new ArrayList<SceneNode>();
    byLayer.forEach((layer, nodes) -> merged.add(merged(nodes, " on " + layer)));
    return Groups.withChildren(group, merged);
  }

  static SceneNode inOne(SceneNode group) {
    return group.children().isEmpty()
        ? group
        : Groups.withChildren(group, List.of(merged(group.children(), "")));
  }

  /** The elements stay, their meshes go to the group: one primitive a material. */
  static SceneNode meshToGroup(SceneNode group) {
    var join = new PartJoin();
    for (var element : group.children()) {
      element.mesh().ifPresent(mesh -> join.add(mesh, element.placement()));
    }
    group.mesh().ifPresent(mesh -> join.add(mesh, Affine3.IDENTITY));
    return withMesh(withoutMeshes(group), join.parts());
  }

  /** What the group shows is of one colour. */
  static SceneNode inOneColour(SceneNode group) {
    return group.mesh().isEmpty()
        ? group
        : withMesh(group, PartJoin.inOneMaterial(group.mesh().get().parts()));
  }

  private static SceneNode withMesh(SceneNode group, List<SceneMesh.Part> parts) {
    return new SceneNode(
        group.name(),
        group.category(),
        group.extras(),
        group.placement(),
        parts.isEmpty() ? Optional.empty() : Optional.of(new SceneMesh(parts)),
        group.children());
  }

  /** The elements stay, without anything to be seen of them; nor has the group a mesh. */
  static SceneNode withoutMeshes(SceneNode group) {
    var bare = new ArrayList<SceneNode>();
    for (var e : group.children()) {
      bare.add(
          new SceneNode(
              e.name(), e.category(), e.extras(), e.placement(), Optional.empty(), e.children()));
    }
    return new SceneNode(
        group.name(), group.category(), group.extras(), group.placement(), Optional.empty(), bare);
  }

  private static SceneNode merged(List<SceneNode> nodes, String suffix) {
    var first = nodes.getFirst();
    if (nodes.size() == 1) {
      return first;
    }
    var join = new PartJoin();
    nodes.forEach(node -> node.mesh().ifPresent(mesh -> join.add(mesh, node.placement())));
    var parts = join.parts();
    var kind = first.category().orElse(Category.OTHER);
    return new SceneNode(
        kind.outsideName() + (kind == Category.FURNITURE ? "" : "s") + suffix,
        first.category(),
        extras(nodes),
        Affine3.IDENTITY,
        parts.isEmpty() ? Optional.empty() : Optional.of(new SceneMesh(parts)),
        List.of());
  }

  private static Map<String, Object> extras(List<SceneNode> nodes) {
    var layers = new LinkedHashSet<Object>();
    var sources = new ArrayList<Object>();
    var texts = new ArrayList<String>();
    long sourceCount = 0;
    long merged = 0;
    double height = 0;
    for (var node : nodes) {
      var extras = node.extras();
      if (extras.get("layers") instanceof List<?> several) {
        layers.addAll(several);
      } else {
        layers.add(extras.getOrDefault("layer", ""));
      }
      var own = extras.get("source") instanceof List<?> list ? list : List.of();
      own.stream().limit(MAX_SOURCES - sources.size()).forEach(sources::add);
      sourceCount += count(extras, "sourceCount", own.size());
      merged += count(extras, "merged", 1);
      if (extras.get("text") instanceof String text) {
        texts.add(text);
      }
      height = Math.max(height, extras.get("height") instanceof Number n ? n.doubleValue() : 0);
    }
    var extras = new LinkedHashMap<String, Object>();
    extras.put("layer", layers.getFirst());
    if (layers.size() > 1) {
      extras.put("layers", List.copyOf(layers));
    }
    extras.put("source", List.copyOf(sources));
    if (sourceCount > sources.size()) {
      extras.put("sourceCount", sourceCount);
    }
    extras.put("merged", merged);
    if (!texts.isEmpty()) {
      extras.put("text", String.join("\n", texts));
      extras.put("height", height);
    }
    return extras;
  }

  private static long count(Map<String, Object> extras, String key, long otherwise) {
    return extras.get(key) instanceof Number number ? number.longValue() : otherwise;
  }
}
