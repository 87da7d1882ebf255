package dev.planlift.core.solid;

import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec2;
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
 * kind → elements. Without a building there is one level for what is left over. Stateless and
 * thread-safe; costs about n log n.
 */
public final class SceneBuilder {
  /**
   * The scene of a drawing.
   *
   * @param building in metres
   * @param leftover what was drawn and not taken for building, in source units, level by level in
   *     the building's order; one where there is no level
   * @param metresPerUnit of the leftover's source units
   */
  public Scene build(
      Building building,
      List<SeenItems> leftover,
      double metresPerUnit,
      ConversionOptions options) {
    var levels = building.levels().isEmpty() ? List.of(bareLevel(options)) : building.levels();
    var keep = new Keep(options);
    double cutM =
        options.isGiven(Option.CUT_AT) ? options.number(Option.CUT_AT) : Double.POSITIVE_INFINITY;
    var solids = new WallSolid();
    var roots = new ArrayList<SceneNode>();
    for (int i = 0; i < levels.size(); i++) {
      var nodes = new ElementNodes(keep);
      new BuildingNodes(levels.get(i), nodes, solids, cutM).make();
      new LeftoverNodes(levels.get(i), building.things(), metresPerUnit, options, nodes)
          .make(leftover.get(i));
      roots.add(root(levels.get(i), nodes));
    }
    return Scene.of(roots);
  }

  private static Level bareLevel(ConversionOptions options) {
    return new Level(
        "Level 0",
        0,
        options.number(Option.WALL_HEIGHT),
        "",
        Vec2.ZERO,
        List.of(),
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
    if (!level.shift().equals(Vec2.ZERO)) {
      extras.put(
          "shift",
          List.of(
              ElementExtras.rounded(level.shift().x()), ElementExtras.rounded(level.shift().y())));
    }
    return new SceneNode(
        level.label(),
        Optional.of(Category.LEVEL),
        extras,
        Affine3.IDENTITY,
        Optional.empty(),
        nodes.groups());
  }
}
