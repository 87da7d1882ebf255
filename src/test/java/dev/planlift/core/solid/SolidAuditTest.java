package dev.planlift.core.solid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshBuilder;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.Opening;
import dev.planlift.core.scene.Scene;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The audit finds what it is there to find. */
class SolidAuditTest {
  private final Plans plans = new Plans();

  private static Scene scene(Building building) {
    return new SceneBuilder()
        .build(building, List.of(SeenItems.of(List.of())), 1, ConversionOptions.DEFAULTS);
  }

  private Building wallWith(Opening... openings) {
    return Plans.building(
        List.of(plans.wall(plans.rectangle(0, 0, 5, 0.2))),
        List.of(openings),
        List.of(),
        List.of());
  }

  private static MeshBuilder box(double width) {
    var mesh = MeshBuilder.triangles();
    new BoxFrame(new Vec2(0, 0), 0).box(mesh, 0, width, 0, 1, 0, 1);
    return mesh;
  }

  private static List<String> audit(MeshPrimitive mesh) {
    return MeshAudit.of(List.of(mesh));
  }

  @Test
  void aHouseHasNoFaults() {
    assertThat(SolidAudit.of(plans.house(), scene(plans.house()))).isEmpty();
  }

  @Test
  void aBoxHasNoFaultsAndWithoutOneTriangleItIsOpen() {
    var whole = box(1).build();
    var open =
        new MeshPrimitive(
            MeshPrimitive.Topology.TRIANGLES,
            whole.positions(),
            whole.normals(),
            Arrays.copyOf(whole.indices(), whole.indices().length - 3));

    assertThat(audit(whole)).isEmpty();
    assertThat(audit(open)).anyMatch(fault -> fault.startsWith("not a solid"));
  }

  @Test
  void aBoxTurnedInsideOutBesideAGreaterOneIsFound() {
    var mesh = box(3);
    var small = MeshBuilder.triangles();
    new BoxFrame(new Vec2(9, 9), 0).box(small, 0, 1, 0, 1, 0, 1);
    var inside = small.build();
    for (int i = 0; i < inside.indices().length; i += 3) {
      mesh.triangle(corner(inside, i), corner(inside, i + 2), corner(inside, i + 1));
    }

    assertThat(audit(mesh.build())).singleElement().asString().contains("encloses -1.0");
  }

  private static Vec3 corner(MeshPrimitive mesh, int index) {
    int at = 3 * mesh.indices()[index];
    var p = mesh.positions();
    return new Vec3(p[at], p[at + 1], p[at + 2]);
  }

  @Test
  void aBladeIsASliver() {
    assertThat(audit(box(5e-5).build())).anyMatch(fault -> fault.startsWith("a triangle only"));
  }

  @Test
  void aCornerInTheMiddleOfAnEdgeIsFound() {
    var mesh = box(2);
    new BoxFrame(new Vec2(0.5, 1), 0).box(mesh, 0, 1, 0, 1, 0, 1);

    assertThat(audit(mesh.build())).anyMatch(fault -> fault.contains("lies on the edge"));
  }

  @Test
  void wallsInEachOtherOverlap() {
    var building =
        Plans.building(
            List.of(
                plans.wall(plans.rectangle(0, 0, 5, 0.2)),
                plans.wall(plans.rectangle(0, 0.19, 0.2, 3))),
            List.of(),
            List.of(),
            List.of());

    assertThat(SolidAudit.of(building, scene(building)))
        .anyMatch(fault -> fault.contains("overlap"));
  }

  @Test
  void anOpeningThatIsNotCutIsFound() {
    assertThat(SolidAudit.of(wallWith(plans.door(2, 0.1, 0, 1, 0.2)), scene(wallWith())))
        .anyMatch(fault -> fault.contains("is not cut"))
        .anyMatch(fault -> fault.contains("0 nodes for 1"));
  }

  @Test
  void cutTooHighOrTooDeepALintelOrAParapetIsMissing() {
    var told = plans.opening(Opening.Kind.BARE, 2, 0.1, 0, 1, 0.2, 0.9, 2.1, Optional.empty());
    var high = plans.opening(Opening.Kind.BARE, 2, 0.1, 0, 1, 0.2, 0.9, 2.7, Optional.empty());
    var deep = plans.opening(Opening.Kind.BARE, 2, 0.1, 0, 1, 0.2, 0, 2.1, Optional.empty());

    assertThat(SolidAudit.of(wallWith(told), scene(wallWith(high))))
        .anyMatch(fault -> fault.contains("no lintel"));
    assertThat(SolidAudit.of(wallWith(told), scene(wallWith(deep))))
        .anyMatch(fault -> fault.contains("no parapet"));
  }
}
