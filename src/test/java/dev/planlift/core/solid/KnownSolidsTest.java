package dev.planlift.core.solid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.mesh.MeshPrimitive;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wall that is moved, turned into a solid by whoever made the first, and anew. */
class KnownSolidsTest {
  private static final PlanGrid GRID = PlanGrid.near(new Vec2(1234.5, -87));

  /** An L of walls with a window and a door, so many metres off. */
  private static MeshPrimitive made(WallSolid solids, PlanGrid grid, Vec2 by, double floorM) {
    var shell =
        List.of(
            new Vec2(1230, -90),
            new Vec2(1236.24, -90),
            new Vec2(1236.24, -89.8),
            new Vec2(1230.2, -89.8),
            new Vec2(1230.2, -85.123),
            new Vec2(1230, -85.123));
    var voids =
        List.of(
            new Cutout(new Vec2(1233, -89.9).plus(by), 0, 0.6, 0.1, floorM + 0.9, floorM + 2.1),
            new Cutout(
                new Vec2(1230.1, -87).plus(by), Math.PI / 2, 0.45, 0.1, floorM, floorM + 2.1));
    var footprint = new Polygon2(shell.stream().map(p -> p.plus(by)).toList());
    return solids.of(grid, footprint, floorM, floorM + 2.8, voids);
  }

  private static void assertSame(MeshPrimitive mesh, MeshPrimitive expected) {
    assertThat(mesh.positions()).isNotEmpty().isEqualTo(expected.positions());
    assertThat(mesh.normals()).isEqualTo(expected.normals());
    assertThat(mesh.indices()).isEqualTo(expected.indices());
  }

  @Test
  void aSolidMovedIsToTheLastBitWhatItWouldBeMadeAnew() {
    var solids = new WallSolid();
    made(solids, GRID, Vec2.ZERO, 0);
    for (var by : List.of(new Vec2(0.00001, 0), new Vec2(-17.12345, 40.14285), new Vec2(1e5, 3))) {
      assertSame(made(solids, GRID, by, 0), made(new WallSolid(), GRID, by, 0));
    }
  }

  @Test
  void onAnotherLevelItStandsOnThatLevelsGrid() {
    var solids = new WallSolid();
    made(solids, GRID, Vec2.ZERO, 0);
    var upper = PlanGrid.near(new Vec2(1200, -80));
    assertSame(
        made(solids, upper, new Vec2(0, 2.5), 3.1),
        made(new WallSolid(), upper, new Vec2(0, 2.5), 3.1));
  }

  @Test
  void whatDiffersByAStepIsMadeByItself() {
    var solids = new WallSolid();
    var footprint = List.of(Vec2.ZERO, new Vec2(4, 0), new Vec2(4, 0.2), new Vec2(0, 0.2));
    var longer = List.of(Vec2.ZERO, new Vec2(4.00001, 0), new Vec2(4.00001, 0.2), new Vec2(0, 0.2));
    var grid = PlanGrid.near(Vec2.ZERO);
    var window = new Cutout(new Vec2(2, 0.1), 0, 0.5, 0.1, 1, 2);
    var higher = new Cutout(new Vec2(2, 0.1), 0, 0.5, 0.1, 1.00001, 2);
    solids.of(grid, new Polygon2(footprint), 0, 3, List.of(window));
    assertSame(
        solids.of(grid, new Polygon2(longer), 0, 3, List.of(window)),
        new WallSolid().of(grid, new Polygon2(longer), 0, 3, List.of(window)));
    assertSame(
        solids.of(grid, new Polygon2(footprint), 0, 3, List.of(higher)),
        new WallSolid().of(grid, new Polygon2(footprint), 0, 3, List.of(higher)));
    assertSame(
        solids.of(grid, new Polygon2(footprint), 0, 3, List.of()),
        new WallSolid().of(grid, new Polygon2(footprint), 0, 3, List.of()));
    assertSame(
        solids.of(grid, new Polygon2(footprint), 0, 2.99999, List.of(window)),
        new WallSolid().of(grid, new Polygon2(footprint), 0, 2.99999, List.of(window)));
  }
}
