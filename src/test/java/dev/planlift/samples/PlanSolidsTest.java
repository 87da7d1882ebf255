package dev.planlift.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.dxf.DxfReader;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.reconstruct.Reconstructor;
import dev.planlift.core.solid.SceneBuilder;
import dev.planlift.core.solid.SolidAudit;
import dev.planlift.corpus.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The solids of whole plans, drawn by others and by us: what a wall promises, each keeps. */
class PlanSolidsTest {
  @TempDir private Path folder;

  @Test
  void theSamplesAreSolid() throws IOException {
    assertThat(faults(SharedFolder.drawings(Path.of("samples")))).isEmpty();
  }

  @Test
  void thePlansWithTruthAreSolid() throws IOException {
    assertThat(faults(SharedFolder.drawings(SharedFolder.require("plans/dxf")))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void randomHousesAreSolid(RandomPlan.Manner manner) throws IOException {
    var drawings = new ArrayList<Path>();
    for (long seed = 100; seed < 110; seed++) {
      var file = folder.resolve("seed-" + seed + ".dxf");
      drawings.add(Files.write(file, new RandomPlan(seed, manner).drawing()));
    }
    assertThat(faults(drawings)).isEmpty();
  }

  /** Takes minutes, so only when asked for: -Dplanlift.solids=FOLDER. */
  @Test
  @EnabledIfSystemProperty(named = "planlift.solids", matches = ".+")
  void theDrawingsOfAFolderAreSolid() throws IOException {
    var all = SharedFolder.drawings(Path.of(System.getProperty("planlift.solids")));
    var faults = faults(all);
    faults.forEach((name, told) -> System.out.println(name + "\n  " + String.join("\n  ", told)));
    assertThat(faults).isEmpty();
  }

  private static Map<String, List<String>> faults(List<Path> drawings) {
    var faults = new LinkedHashMap<String, List<String>>();
    for (var file : drawings) {
      var options = ConversionOptions.DEFAULTS;
      var found =
          new Reconstructor().reconstruct(new DxfReader().read(file, progress -> {}), options);
      if (!found.building().isEmpty()) {
        var scene =
            new SceneBuilder()
                .build(found.building(), found.leftover(), found.units().metresPerUnit(), options);
        var told = SolidAudit.of(found.building(), scene);
        if (!told.isEmpty()) {
          faults.put(file.getFileName().toString(), told);
        }
      }
    }
    return faults;
  }
}
