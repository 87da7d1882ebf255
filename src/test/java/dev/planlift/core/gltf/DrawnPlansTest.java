package dev.planlift.core.gltf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.planlift.core.dxf.DxfReader;
import dev.planlift.core.mesh.ClosednessCheck;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.reconstruct.Reconstructor;
import dev.planlift.core.scene.Scene;
import dev.planlift.core.solid.SceneBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of drawings as they come: of the project's samples, and of the shared plans if there. */
class DrawnPlansTest {
  @TempDir private Path folder;

  @Test
  void theSamplesBecomeFaultlessModels() throws IOException {
    assertFaultless(drawings(Path.of("samples")));
  }

  @Test
  void theSharedPlansBecomeFaultlessModels() throws IOException {
    var shared = Path.of(System.getenv().getOrDefault("PLANLIFT_SHARED", "../shared"));
    var plans = shared.resolve("plans/dxf");
    assumeTrue(Files.isDirectory(plans), "There are no shared plans at " + plans);
    assertFaultless(drawings(plans));
  }

  private static List<Path> drawings(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".dxf")).sorted().toList();
    }
  }

  private void assertFaultless(List<Path> drawings) throws IOException {
    assertThat(drawings).isNotEmpty();
    var models = new ArrayList<Path>();
    for (var drawing : drawings) {
      var scene = scene(drawing);
      var model = folder.resolve(drawing.getFileName() + ".glb");
      new GlbWriter().write(scene, Map.of(), model);
      assertThat(ReadBackCheck.differences(scene, model)).as("%s", drawing).isEmpty();
      assertSolidWalls(drawing, model);
      assertSameBytes(drawing, model);
      models.add(model);
    }
    GltfValidator.assertFaultless(models.toArray(Path[]::new));
  }

  private static Scene scene(Path drawing) {
    var read = new DxfReader().read(drawing, progress -> {});
    var found = new Reconstructor().reconstruct(read, ConversionOptions.DEFAULTS);
    return new SceneBuilder()
        .build(
            found.building(),
            found.leftover(),
            found.units().metresPerUnit(),
            ConversionOptions.DEFAULTS);
  }

  private static void assertSolidWalls(Path drawing, Path model) {
    for (var wall : new GlbReader().read(model).of("wall")) {
      var check = ClosednessCheck.of(wall.primitives());
      assertThat(check.isSolid()).as("%s of %s: %s", wall.name(), drawing, check).isTrue();
    }
  }

  private void assertSameBytes(Path drawing, Path model) throws IOException {
    var again = folder.resolve("again.glb");
    new GlbWriter().write(scene(drawing), Map.of(), again);
    assertThat(Arrays.mismatch(Files.readAllBytes(model), Files.readAllBytes(again)))
        .as("first differing byte of two models of %s", drawing)
        .isEqualTo(-1);
  }
}
