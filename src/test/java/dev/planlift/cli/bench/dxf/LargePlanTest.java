package dev.planlift.cli.bench.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.dxf.DxfReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargePlanTest {
  private static final Path SAMPLE = Path.of("samples/house.dxf");

  @TempDir Path folder;

  private Drawing written(boolean binary, long bytes) throws IOException {
    var file = folder.resolve("plan.dxf");
    long entities = new LargePlan(SAMPLE).write(file, binary, bytes);
    var drawing = new DxfReader().read(file, part -> {});
    assertThat(drawing.items()).hasSize((int) entities);
    return drawing;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyEntityIsReadAndTheFileIsAboutAsLargeAsAskedFor(boolean binary) throws IOException {
    var drawing = written(binary, 500_000);
    assertThat(drawing.ledger().count(Outcome.CONVERTED)).isEqualTo(drawing.ledger().read());
    assertThat(Files.size(folder.resolve("plan.dxf"))).isBetween(500_000L, 600_000L);
    assertThat(drawing.diagnostics()).isEmpty();
  }

  @Test
  void theMixIsThatOfAPlan() throws IOException {
    assertThat(written(false, 100_000).ledger().types())
        .contains("ARC", "DIMENSION", "HATCH", "INSERT", "LINE", "LWPOLYLINE", "TEXT");
  }

  @Test
  void theSameSizeGivesTheSameBytes() throws IOException {
    new LargePlan(SAMPLE).write(folder.resolve("a.dxf"), false, 300_000);
    new LargePlan(SAMPLE).write(folder.resolve("b.dxf"), false, 300_000);
    assertThat(folder.resolve("a.dxf")).hasSameBinaryContentAs(folder.resolve("b.dxf"));
  }
}
