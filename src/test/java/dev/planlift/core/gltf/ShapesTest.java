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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShapesTest {
  private static final Material WOOD = new Material("wood", 0x884422, 1, 0.9, false);
  private static final Material GLASS = new Material("glass", 0xAACCEE, 0.4, 0.1, true);

  @TempDir private Path folder;

  /** A ramp as long as asked for, from a point on, as an element of its own. */
  private static SceneNode ramp(Vec3 from, double length, Material material) {
    var builder = MeshBuilder.triangles();
    builder.triangle(from, from.plus(new Vec3(length, 0.25, 0)), from.plus(new Vec3(0, 0.5, 0.75)));
    return new SceneNode(
        "ramp",
        Optional.of(Category.OTHER),
        Map.of(),
        Affine3.IDENTITY,
        Optional.of(new SceneMesh(List.of(new SceneMesh.Part(builder.build(), material)))),
        List.of());
  }

  private static Scene scene(SceneNode... ramps) {
    var level =
        new SceneNode(
            "EG",
            Optional.of(Category.LEVEL),
            Map.of(),
            Affine3.IDENTITY,
            Optional.empty(),
            List.of(ramps));
    return Scene.of(List.of(level));
  }

  private static int meshes(Scene scene, Compression compression) {
    return new GlbLayout(scene, compression, false).meshes().size();
  }

  @ParameterizedTest
  @CsvSource({
    "QUANTIZED, 2",
    "MESHOPT, 2",
    "QUANTIZED, 40",
    "MESHOPT, 40",
  })
  void oneShapeInTwoPlacesIsStoredOnceAndStandsInBoth(Compression compression, double length)
      throws IOException {
    var scene =
        scene(
            ramp(new Vec3(100, 200, 0), length, WOOD),
            ramp(new Vec3(107.5, 190.25, 3), length, WOOD));
    var model = folder.resolve("model.glb");

    new GlbWriter(compression, false).write(scene, Map.of(), model);

    assertThat(meshes(scene, compression)).isEqualTo(1);
    assertThat(ReadBackCheck.differences(scene, Unpacked.of(model))).isEmpty();
    var read = new GlbReader().read(Unpacked.of(model)).of("other");
    assertThat(read).hasSize(2);
    var p = read.get(0).primitives().getFirst().positions();
    var q = read.get(1).primitives().getFirst().positions();
    for (int i = 0; i < p.length; i += 3) {
      assertThat(q[i] - p[i]).isEqualTo(7.5);
      assertThat(q[i + 1] - p[i + 1]).isEqualTo(-9.75);
      assertThat(q[i + 2] - p[i + 2]).isEqualTo(3);
    }
  }

  @Test
  void withoutCompressionEachElementKeepsItsOwnMesh() {
    var scene = scene(ramp(Vec3.ZERO, 2, WOOD), ramp(new Vec3(5, 0, 0), 2, WOOD));

    assertThat(meshes(scene, Compression.NONE)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void whatLooksOtherwiseOrIsAStepLongerIsAShapeOfItsOwn(Compression compression) {
    var from = new Vec3(4, 4, 0);

    assertThat(meshes(scene(ramp(Vec3.ZERO, 2, WOOD), ramp(from, 2, GLASS)), compression))
        .isEqualTo(2);
    assertThat(meshes(scene(ramp(Vec3.ZERO, 2, WOOD), ramp(from, 2.0002, WOOD)), compression))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void equalNormalsAndIndicesAreOneArrayHoweverLongTheThingIs(Compression compression)
      throws IOException {
    var scene =
        scene(ramp(Vec3.ZERO, 2, WOOD), ramp(new Vec3(5, 0, 0), 2, GLASS), ramp(Vec3.X, 3, WOOD));
    var layout = new GlbLayout(scene, compression, false);
    var chunk = new BinaryChunk(layout.primitives(), layout.instances(), compression);
    var model = folder.resolve("model.glb");

    new GlbWriter(compression, false).write(scene, Map.of(), model);

    assertThat(ReadBackCheck.differences(scene, Unpacked.of(model))).isEmpty();
    var first = chunk.accessors(0);
    assertThat(chunk.accessors(1).get(0)).isNotEqualTo(first.get(0));
    assertThat(chunk.accessors(1).subList(1, 3)).isEqualTo(first.subList(1, 3));
    assertThat(chunk.accessors(2).get(1)).isNotEqualTo(first.get(1));
    assertThat(chunk.accessors(2).get(2)).isEqualTo(first.get(2));
    assertThat(chunk.accessorCount()).isEqualTo(6);
  }
}
