package dev.planlift.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.score.SimilarityFit;
import dev.planlift.score.WallAreas;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;

/**
 * Real buildings that their architects gave both as DXF and as PDF. The plots name no scale, so
 * that one is laid upon the other by the best similarity.
 */
class DxfAgainstPdfTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "barcelona-pavill--plan-exported, barcelona-pavill--exported-plan-view, 0.99",
    "constructiq--house-plan, constructiq--house-plan, 0.9"
  })
  void theWallsCoverEachOtherAtLeastSoMuch(String dxf, String pdf, double least)
      throws IOException {
    var drawn = SharedFolder.require("corpus/dxf/" + dxf + ".dxf");
    var plotted = SharedFolder.require("corpus/pdf/" + pdf + ".pdf");
    var fit = SimilarityFit.of(walls(drawn), walls(plotted));
    System.out.println(dxf + ", DXF against PDF: " + fit);
    assertThat(fit.overlap()).isGreaterThan(least);
  }

  private Geometry walls(Path drawing) throws IOException {
    return WallAreas.drawn(Conversions.convert(drawing, folder).model());
  }
}
