package dev.planlift.core.solid;

import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshBuilder;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.plan.Evidence;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Opening;
import dev.planlift.core.plan.Room;
import dev.planlift.core.plan.Stair;
import dev.planlift.core.plan.ThingKind;
import dev.planlift.core.plan.Wall;
import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.Material;
import dev.planlift.core.scene.SceneMesh;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** What was recognised on one level, as element nodes. */
final class BuildingNodes {
  /** A slab's face lies this much lower than floors and walls, so that they do not flicker. */
  private static final double SLAB_DROP_M = 0.01;

  private static final double CABIN_M = 2.2;

  private final Level level;
  private final ElementNodes nodes;
  private final PlanGrid grid;
  private final WallSolid solids;

  /** Above the floor; nothing of the building is higher. What is said of elements stays whole. */
  private final double cutM;

  BuildingNodes(Level level, ElementNodes nodes, WallSolid solids, double cutM) {
    this.solids = solids;
    this.cutM = cutM;
    this.level = level;
    this.nodes = nodes;
    this.grid = PlanGrid.near(somewhere(level));
  }

  private static Vec2 somewhere(Level level) {
    if (!level.walls().isEmpty()) {
      return level.walls().getFirst().footprint().shell().getFirst();
    }
    return level.rooms().isEmpty()
        ? Vec2.ZERO
        : level.rooms().getFirst().outline().shell().getFirst();
  }

  void make() {
    walls();
    openings();
    columns();
    stairs();
    lifts();
    rooms();
    slabs();
  }

  private void walls() {
    var voids = new STRtree();
    for (var opening : level.openings()) {
      if (opening.headM() > opening.sillM()) {
        var v = Cutout.of(opening, level.elevationM());
        voids.insert(envelope(v.corners()), v);
      }
    }
    for (var wall : level.walls()) {
      if (nodes.keeps(Category.WALL, wall.evidence().layer())) {
        var mesh = solid(wall.footprint(), 0, Math.min(wall.heightM(), cutM), near(wall, voids));
        if (mesh.indices().length > 0) {
          add(Category.WALL, ElementExtras.of(wall), mesh, Palette.WALL);
        }
      }
    }
  }

  private static List<Cutout> near(Wall wall, STRtree voids) {
    var found = new ArrayList<Cutout>();
    for (var item : voids.query(envelope(wall.footprint().shell()))) {
      found.add((Cutout) item);
    }
    return found;
  }

  private static Envelope envelope(List<Vec2> points) {
    var envelope = new Envelope();
    points.forEach(p -> envelope.expandToInclude(p.x(), p.y()));
    return envelope;
  }

  private MeshPrimitive solid(Polygon2 footprint, double bottom, double top, List<Cutout> voids) {
    double floor = level.elevationM();
    return solids.of(grid, footprint, floor + bottom, floor + top, voids);
  }

  private void add(
      Category category, Map<String, Object> extras, MeshPrimitive mesh, Material material) {
    var shown =
        mesh.indices().length == 0
            ? Optional.<SceneMesh>empty()
            : Optional.of(new SceneMesh(List.of(new SceneMesh.Part(mesh, material))));
    nodes.add(category, category.outsideName() + " " + (nodes.count(category) + 1), extras, shown);
  }

  private void openings() {
    for (var opening : level.openings()) {
      var category = category(opening.kind());
      if (nodes.keeps(category, opening.evidence().layer())) {
        var name = opening.kind() == Opening.Kind.BARE ? "passage" : category.outsideName();
        nodes.add(
            category,
            name + " " + (nodes.count(category) + 1),
            ElementExtras.of(opening),
            fittings(opening));
      }
    }
  }

  private Optional<SceneMesh> fittings(Opening opening) {
    return opening.sillM() < cutM
        ? OpeningFittings.of(opening, level.elevationM(), Math.min(level.heightM(), cutM))
        : Optional.empty();
  }

  private static Category category(Opening.Kind kind) {
    return switch (kind) {
      case DOOR -> Category.DOOR;
      case WINDOW -> Category.WINDOW;
      case BARE -> Category.OTHER;
    };
  }

  private void columns() {
    for (var column : level.columns()) {
      if (nodes.keeps(Category.COLUMN, column.evidence().layer())) {
        var extras = ElementExtras.of(column.evidence());
        extras.put("height", ElementExtras.rounded(column.heightM()));
        var mesh = solid(column.footprint(), 0, Math.min(column.heightM(), cutM), List.of());
        add(Category.COLUMN, extras, mesh, Palette.COLUMN);
      }
    }
  }

  /** A cabin, closed, where the lift stops on this level. */
  private void lifts() {
    int number = 0;
    for (var lift : level.lifts()) {
      number++;
      if (nodes.keeps(Category.OTHER, lift.evidence().layer())) {
        var mesh = solid(lift.area(), 0, Math.min(CABIN_M, cutM), List.of());
        if (mesh.indices().length > 0) {
          nodes.add(
              Category.OTHER,
              "lift " + number,
              ElementExtras.of(lift.evidence()),
              Optional.of(
                  new SceneMesh(List.of(new SceneMesh.Part(mesh, Palette.thing(ThingKind.LIFT))))));
        }
      }
    }
  }

  private void stairs() {
    for (var stair : level.stairs()) {
      if (nodes.keeps(Category.STAIR, stair.evidence().layer())) {
        nodes.add(
            Category.STAIR,
            "stair " + (nodes.count(Category.STAIR) + 1),
            ElementExtras.of(stair.evidence()),
            treads(stair));
      }
    }
  }

  /** Each tread is a block from the floor up, so that a flight stands as one mass. */
  private Optional<SceneMesh> treads(Stair stair) {
    var parts = new ArrayList<SceneMesh.Part>();
    double top = 0;
    for (var tread : stair.treads()) {
      top += stair.riseM();
      var mesh = solid(tread, 0, Math.min(top, cutM), List.of());
      if (mesh.indices().length > 0) {
        parts.add(new SceneMesh.Part(mesh, Palette.STAIR));
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(new SceneMesh(parts));
  }

  private void rooms() {
    int number = 0;
    for (var room : level.rooms()) {
      var material = Palette.floor(number++);
      if (nodes.keeps(Category.ROOM, room.evidence().layer())) {
        var name = room.label().isBlank() ? "room " + number : room.label().strip();
        nodes.add(Category.ROOM, name, ElementExtras.of(room), floor(room, material));
      }
    }
  }

  private Optional<SceneMesh> floor(Room room, Material material) {
    var mesh = MeshBuilder.triangles();
    long z = PlanGrid.steps(level.elevationM());
    for (var t : Triangulation.of(grid.toGrid(room.outline()))) {
      mesh.triangle(
          grid.fromGrid(t.a(), z), grid.fromGrid(t.b(), z), grid.fromGrid(t.c(), z), Vec3.Z);
    }
    return mesh.isEmpty()
        ? Optional.empty()
        : Optional.of(new SceneMesh(List.of(new SceneMesh.Part(mesh.build(), material))));
  }

  private void slabs() {
    for (var slab : level.slabs()) {
      Evidence evidence = slab.evidence();
      if (nodes.keeps(Category.SLAB, evidence.layer())) {
        double top = slab.topM() - SLAB_DROP_M;
        var extras = ElementExtras.of(evidence);
        extras.put("thickness", ElementExtras.rounded(slab.thicknessM()));
        extras.put("area", ElementExtras.rounded(slab.outline().area()));
        var mesh = solid(slab.outline(), top - slab.thicknessM(), top, List.of());
        add(Category.SLAB, extras, mesh, Palette.SLAB);
      }
    }
  }
}
