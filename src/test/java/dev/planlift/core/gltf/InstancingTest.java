package dev.planlift.core.gltf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshBuilder;
import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.Material;
import dev.planlift.core.scene.Scene;
import dev.planlift.core.scene.SceneMesh;
import dev.planlift.core.scene.SceneNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstancingTest {
  private static final Vec3 FAR = new Vec3(203_456.789, 5_412_345.678, 3.1);
  private static final Material WOOD = new Material("wood", 0x884422, 1, 0.9, false);

  @TempDir private Path folder;

  /** A wedge that tells how it is turned, 2 m long. */
  private static SceneMesh chair() {
    var builder = MeshBuilder.triangles();
    builder.triangle(new Vec3(0.1, 0.2, 0), new Vec3(2.1, 0.2, 0), new Vec3(0.1, 0.7, 0.45));
    return new SceneMesh(List.of(new SceneMesh.Part(builder.build(), WOOD)));
  }

  private static Scene scene(int count, Category category, SceneMesh mesh) {
    var nodes = new ArrayList<SceneNode>();
    for (int i = 0; i < count; i++) {
      var at = FAR.plus(new Vec3(3 * i + 0.123456, -7.7 * i, 0));
      nodes.add(
          new SceneNode(
              "Stuhl " + i,
              Optional.of(category),
              Map.of("layer", "Möbel", "source", List.of(Integer.toHexString(40 + i))),
              Affine3.translation(at).after(Affine3.rotationZ(0.3 * i)),
              Optional.of(mesh),
              List.of()));
    }
    var level =
        new SceneNode(
            "EG", Optional.of(Category.LEVEL), Map.of(), Affine3.IDENTITY, Optional.empty(), nodes);
    return Scene.of(List.of(level));
  }

  private Path write(Scene scene, Compression compression, boolean instancing) {
    var model = folder.resolve(compression + "-" + instancing + ".glb");
    new GlbWriter(compression, instancing).write(scene, Map.of(), model);
    return model;
  }

  @ParameterizedTest
  @EnumSource
  void everyInstanceStandsWhereItsNodeStoodAndSaysTheSame(Compression compression)
      throws IOException {
    var scene = scene(17, Category.FURNITURE, chair());

    var alone = new GlbReader().read(Unpacked.of(write(scene, compression, false)));
    var model = write(scene, compression, true);
    var together = new GlbReader().read(Unpacked.of(model));

    assertThat(Files.readString(model, StandardCharsets.ISO_8859_1))
        .contains("EXT_mesh_gpu_instancing");
    assertThat(ReadBackCheck.differences(scene, Unpacked.of(model))).isEmpty();
    for (int i = 0; i < 17; i++) {
      var one = together.of("furniture").get(i);
      var other = alone.of("furniture").get(i);
      assertThat(one.name()).isEqualTo(other.name());
      assertThat(one.extras()).isEqualTo(other.extras());
      assertThat(distance(one, other)).isLessThan(2e-4);
    }
  }

  private static double distance(GlbContents.Element a, GlbContents.Element b) {
    double most = 0;
    var p = a.primitives().getFirst().positions();
    var q = b.primitives().getFirst().positions();
    for (int i = 0; i < p.length; i++) {
      most = Math.max(most, Math.abs(p[i] - q[i]));
    }
    return most;
  }

  @Test
  void theStatedErrorCoversWhereInstancesStand() {
    var scene = scene(40, Category.FURNITURE, chair());

    var stated =
        new GlbReader()
            .read(write(scene, Compression.NONE, true))
            .assetExtras()
            .get("maxErrorMillimetres");

    assertThat(stated).asInstanceOf(InstanceOfAssertFactories.DOUBLE).isBetween(0.001, 0.1);
  }

  @ParameterizedTest
  @EnumSource
  void theValidatorHasNothingToSay(Compression compression) {
    GltfValidator.assertFaultless(write(scene(30, Category.FURNITURE, chair()), compression, true));
  }

  @ParameterizedTest
  @EnumSource
  void theSameSceneGivesTheSameBytes(Compression compression) throws IOException {
    var first =
        Files.readAllBytes(write(scene(30, Category.FURNITURE, chair()), compression, true));
    var second =
        Files.readAllBytes(write(scene(30, Category.FURNITURE, chair()), compression, true));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void sixteenAreTooFew() throws IOException {
    assertAlone(scene(16, Category.FURNITURE, chair()));
  }

  @Test
  void elementsOfTheBuildingKeepTheirNodes() throws IOException {
    assertAlone(scene(30, Category.DOOR, chair()));
  }

  @Test
  void linesKeepTheirNodes() throws IOException {
    var builder = MeshBuilder.lines();
    builder.polyline(new double[] {0, 0, 0, 1, 0, 0}, false);
    var line = new SceneMesh(List.of(new SceneMesh.Part(builder.build(), WOOD)));

    assertAlone(scene(30, Category.FURNITURE, line));
  }

  private void assertAlone(Scene scene) throws IOException {
    var model = write(scene, Compression.NONE, true);

    assertThat(Files.readString(model, StandardCharsets.ISO_8859_1))
        .doesNotContain("EXT_mesh_gpu_instancing");
  }
}
