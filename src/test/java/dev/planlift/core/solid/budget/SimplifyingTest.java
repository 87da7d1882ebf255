package dev.planlift.core.solid.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.ClosednessCheck;
import dev.planlift.core.mesh.MeshBuilder;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.mesh.PrimitiveJoin;
import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.Material;
import dev.planlift.core.scene.SceneMesh;
import dev.planlift.core.scene.SceneMesh.Part;
import dev.planlift.core.scene.SceneNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each way of making meshes lighter, on shapes of a few corners. */
class SimplifyingTest {
  private static final Material GREY = new Material("grey", 0x808080, 1, 1, false);

  private static Part circle(int corners) {
    var xyz = new double[3 * corners];
    for (int i = 0; i < corners; i++) {
      xyz[3 * i] = Math.cos(2 * Math.PI * i / corners);
      xyz[3 * i + 1] = Math.sin(2 * Math.PI * i / corners);
    }
    var mesh = MeshBuilder.lines();
    mesh.polyline(xyz, true);
    return new Part(mesh.build(), GREY);
  }

  private static Part line(double... xyz) {
    var mesh = MeshBuilder.lines();
    mesh.polyline(xyz, false);
    return new Part(mesh.build(), GREY);
  }

  private static Part tetrahedron(Material material) {
    var mesh = MeshBuilder.triangles();
    mesh.triangle(Vec3.ZERO, Vec3.Y, Vec3.X);
    mesh.triangle(Vec3.ZERO, Vec3.X, Vec3.Z);
    mesh.triangle(Vec3.ZERO, Vec3.Z, Vec3.Y);
    mesh.triangle(Vec3.X, Vec3.Y, Vec3.Z);
    return new Part(mesh.build(), material);
  }

  private static int pieces(List<Part> parts) {
    return parts.stream().mapToInt(part -> part.primitive().indices().length / 2).sum();
  }

  @Test
  void aThinnedCircleStaysWithinTheTolerance() {
    var thinned = new LineThinning(0.01, 0).apply(List.of(circle(720)));

    assertThat(pieces(thinned)).isBetween(20, 60);
    var lines = thinned.getFirst().primitive();
    for (int i = 0; i < lines.indices().length; i += 2) {
      var p = lines.positions();
      int a = 3 * lines.indices()[i];
      int b = 3 * lines.indices()[i + 1];
      double middle = Math.hypot((p[a] + p[b]) / 2, (p[a + 1] + p[b + 1]) / 2);
      assertThat(1 - middle).isLessThanOrEqualTo(0.0101);
    }
  }

  @Test
  void shortLinesGoAndLongOnesStay() {
    var parts = List.of(line(0, 0, 0, 0.1, 0, 0), line(0, 0, 0, 5, 0, 0));

    assertThat(pieces(new LineThinning(0.1, 0.2).apply(parts))).isEqualTo(1);
  }

  @Test
  void verticesOfACellBecomeOneAndSliversGo() {
    var mesh = MeshBuilder.triangles();
    mesh.triangle(Vec3.ZERO, Vec3.X, Vec3.Y);
    mesh.triangle(Vec3.X, new Vec3(1.01, 0, 0), Vec3.Y);
    var clustered =
        new VertexClusters(0.1).apply(List.of(new Part(mesh.build(), GREY))).getFirst().primitive();

    assertThat(clustered.triangleCount()).isEqualTo(1);
  }

  @Test
  void ribbonsAreClusteredAsTheTrianglesTheyStandFor() {
    var mesh = MeshBuilder.triangles();
    mesh.ribbon(new double[] {0, 0, 0, 0.01, 0, 0, 5, 0, 0}, false, new Vec3(0, 0, 3));
    var clustered =
        new VertexClusters(0.1).apply(List.of(new Part(mesh.build(), GREY))).getFirst().primitive();

    assertThat(clustered.triangleCount()).isEqualTo(2);
  }

  @Test
  void aBoxIsClosedAndAsLargeAsWhatItStandsFor() {
    var box = Boxes.of(List.of(tetrahedron(GREY), circle(12))).getFirst().primitive();

    var found = ClosednessCheck.of(List.of(box));
    assertThat(found.isSolid()).isTrue();
    assertThat(found.volumeM3()).isCloseTo(4, within(1e-9));
  }

  @Test
  void flatFurnitureBecomesItsOutline() {
    var outline = Boxes.of(List.of(circle(12))).getFirst().primitive();

    assertThat(outline.topology()).isEqualTo(MeshPrimitive.Topology.LINES);
    assertThat(outline.indices()).hasSize(8);
  }

  @Test
  void joinedPrimitivesAreClosedThoughOneIsMirrored() {
    var join = new PrimitiveJoin(MeshPrimitive.Topology.TRIANGLES);
    var solid = tetrahedron(GREY).primitive();
    join.add(solid, Affine3.translation(new Vec3(5, 0, 0)));
    join.add(solid, Affine3.scale(-1, 1, 2));
    var joined = join.build();

    var found = ClosednessCheck.of(List.of(joined));
    assertThat(found.isSolid()).isTrue();
    assertThat(found.volumeM3()).isCloseTo(0.5, within(1e-9));
    for (int i = 0; i < joined.indices().length; i += 3) {
      assertThat(facing(joined, i)).as("triangle %d", i / 3).isCloseTo(1, within(1e-6));
    }
  }

  /** How far a triangle's normal in the file is that of its corners: 1 where it is the same. */
  private static double facing(MeshPrimitive mesh, int at) {
    var a = point(mesh.positions(), mesh.indices()[at]);
    var b = point(mesh.positions(), mesh.indices()[at + 1]);
    var c = point(mesh.positions(), mesh.indices()[at + 2]);
    int v = 3 * mesh.indices()[at];
    var given = new Vec3(mesh.normals()[v], mesh.normals()[v + 1], mesh.normals()[v + 2]);
    return b.minus(a).cross(c.minus(a)).normalized().dot(given);
  }

  private static Vec3 point(double[] p, int vertex) {
    return new Vec3(p[3 * vertex], p[3 * vertex + 1], p[3 * vertex + 2]);
  }

  private static SceneNode text(String text, String layer, double x) {
    return new SceneNode(
        "text",
        Optional.of(Category.TEXT),
        Map.of("layer", layer, "source", List.of("A" + (int) x), "text", text, "height", 0.2),
        Affine3.translation(new Vec3(x, 0, 0)),
        Optional.of(new SceneMesh(List.of(line(0, 0, 0, 1, 0, 0)))),
        List.of());
  }

  private static SceneNode group(SceneNode... elements) {
    return new SceneNode(
        "texts",
        Optional.empty(),
        Map.of("group", "texts"),
        Affine3.IDENTITY,
        Optional.empty(),
        List.of(elements));
  }

  @Test
  void mergedTextsSayAllTheWordsAndWhereTheyComeFrom() {
    var merged =
        NodeMerge.byLayer(group(text("HALL", "T", 1), text("BATH", "T", 2), text("N", "NORTH", 3)))
            .children();

    assertThat(merged).hasSize(2);
    assertThat(merged.getFirst().extras())
        .containsEntry("layer", "T")
        .containsEntry("text", "HALL\nBATH")
        .containsEntry("source", List.of("A1", "A2"))
        .containsEntry("merged", 2L);
    assertThat(merged.getLast().extras()).containsEntry("text", "N");
  }

  @Test
  void mergedMeshesAreWhereTheirElementsStood() {
    var all = NodeMerge.inOne(group(text("A", "T", 1), text("B", "U", 7))).children().getFirst();

    var primitive = all.mesh().orElseThrow().parts().getFirst().primitive();
    assertThat(primitive.positions()).containsExactly(1, 0, 0, 2, 0, 0, 7, 0, 0, 8, 0, 0);
    assertThat(all.extras()).containsEntry("layers", List.of("T", "U"));
  }

  @Test
  void aGroupThatTakesTheMeshesLeavesTheElements() {
    var group = NodeMerge.meshToGroup(group(text("A", "T", 1), text("B", "U", 7)));

    assertThat(group.mesh().orElseThrow().parts()).hasSize(1);
    assertThat(group.children()).hasSize(2).allMatch(element -> element.mesh().isEmpty());
    assertThat(group.children().getFirst().extras()).containsEntry("text", "A");
  }
}
