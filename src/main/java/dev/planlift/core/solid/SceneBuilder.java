package dev.planlift.core.solid;

import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.Option;
import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.Level;
import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.Scene;
import dev.planlift.core.scene.SceneNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Building and leftover line work to the scene that is shown and written: level → groups of one
 * kind → elements. The leftover stands on the lowest level; without a building there is one level
 * for it. Stateless and thread-safe; costs about n log n.
 */
public final class SceneBuilder {
  /**
   * The scene of a drawing.
   *
   * @param building in metres
   * @param leftover what was drawn and not taken for building, in source units
   * @param metresPerUnit of the leftover's source units
   */
  public Scene build(
      Building building,
      List<Expansion.Seen> leftover,
      double metresPerUnit,
      ConversionOptions options) {
    return build(building, SeenItems.of(leftover), metresPerUnit, options);
  }

  /** As the other, for a leftover of any size. */
  public Scene build(
      Building building, SeenItems leftover, double metresPerUnit, ConversionOptions options) {
    var levels = building.levels().isEmpty() ? List.of(bareLevel(options)) : building.levels();
    var keep = new Keep(options);
    var roots = new ArrayList<SceneNode>();
    for (var level : levels) {
      var nodes = new ElementNodes(keep);
      new BuildingNodes(level, nodes).make();
      if (roots.isEmpty()) {
        new LeftoverNodes(level, metresPerUnit, options, nodes).make(leftover);
      }
      roots.add(root(level, nodes));
    }
    return Scene.of(roots);
  }

  private static Level bareLevel(ConversionOptions options) {
    return new Level(
        "Level 0",
        0,
        options.number(Option.WALL_HEIGHT),
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static SceneNode root(Level level, ElementNodes nodes) {
    var extras = new LinkedHashMap<String, Object>();
    extras.put("label", level.label());
    extras.put("elevation", ElementExtras.rounded(level.elevationM()));
    extras.put("height", ElementExtras.rounded(level.heightM()));
    extras.put("view", level.view());
    return new SceneNode(
        level.label(),
        Optional.of(Category.LEVEL),
        extras,
        Affine3.IDENTITY,
        Optional.empty(),
        nodes.groups());
  }
}
