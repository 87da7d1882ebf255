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
      for (var compression : Compression.values()) {
        var model = folder.resolve(drawing.getFileName() + "." + compression + ".glb");
        new GlbWriter(compression, false).write(scene, Map.of(), model);
        assertThat(ReadBackCheck.differences(scene, Unpacked.of(model))).as("%s", model).isEmpty();
        assertSolidWalls(drawing, model);
        models.add(model);
      }
      assertSameBytes(drawing);
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

  private static void assertSolidWalls(Path drawing, Path model) throws IOException {
    for (var wall : new GlbReader().read(Unpacked.of(model)).of("wall")) {
      var check = ClosednessCheck.of(wall.primitives());
      assertThat(check.isSolid()).as("%s of %s: %s", wall.name(), drawing, check).isTrue();
    }
  }

  /** Of a drawing read twice. */
  private void assertSameBytes(Path drawing) throws IOException {
    var again = scene(drawing);
    for (var compression : Compression.values()) {
      var model = folder.resolve(drawing.getFileName() + "." + compression + ".glb");
      var copy = folder.resolve("again.glb");
      new GlbWriter(compression, false).write(again, Map.of(), copy);
      assertThat(Arrays.mismatch(Files.readAllBytes(model), Files.readAllBytes(copy)))
          .as("first differing byte of two models of %s", model)
          .isEqualTo(-1);
    }
  }
}
