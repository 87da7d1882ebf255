package dev.planlift.core.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.options.ConversionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Line work that is no plan, however it tries: it comes out as curves, and soon. The limit is many
 * times what each takes; without the bounds in recognition each takes hours.
 */
@Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileLinesTest {
  @TempDir private Path folder;

  private final StringBuilder dxf =
      new StringBuilder(
          "0\nSECTION\n2\nHEADER\n9\n$INSUNITS\n70\n4\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n");

  private void line(String layer, double x0, double y0, double x1, double y1) {
    dxf.append(
        String.format(
            Locale.ROOT,
            "0\nLINE\n8\n%s\n10\n%s\n20\n%s\n11\n%s\n21\n%s\n",
            layer,
            x0,
            y0,
            x1,
            y1));
  }

  private String converted() throws IOException {
    var drawing = folder.resolve("lines.dxf");
    Files.writeString(drawing, dxf.append("0\nENDSEC\n0\nEOF\n"));
    var report = folder.resolve("report.json");
    new Converter()
        .convert(
            new ConversionRequest(
                drawing,
                "lines.dxf",
                ConversionOptions.DEFAULTS,
                folder.resolve("lines.glb"),
                Optional.of(report),
                Optional.empty(),
                List.of()),
            ConversionListener.SILENT);
    return Files.readString(report);
  }

  private void assertNoPlan() throws IOException {
    var report = converted();
    assertThat(report).contains("NO_PLAN_FOUND").containsPattern("\"walls\"\\s*:\\s*0");
  }

  @Test
  void randomLinesOnAWallLayerAreNoPlan() throws IOException {
    var random = new Random(7);
    for (int i = 0; i < 30_000; i++) {
      line(
          "WALL",
          random.nextInt(100_000),
          random.nextInt(100_000),
          random.nextInt(100_000),
          random.nextInt(100_000));
    }
    assertNoPlan();
  }

  @Test
  void aFilledGridIsNoPlan() throws IOException {
    for (int i = 0; i < 600; i++) {
      line("WALL", i * 100, 0, i * 100, 60_000);
      line("WALL", 0, i * 100, 60_000, i * 100);
    }
    assertNoPlan();
  }

  @Test
  void linesThroughOnePointAreNoPlan() throws IOException {
    for (int i = 0; i < 20_000; i++) {
      line(
          "WALL", -5000 * Math.cos(i), -5000 * Math.sin(i), 5000 * Math.cos(i), 5000 * Math.sin(i));
    }
    assertNoPlan();
  }

  @Test
  void hundredsOfLinesInAWallsThicknessAreNoPlan() throws IOException {
    for (int i = 0; i < 20_000; i++) {
      line("WALL", 0, i * 0.2, 10_000, i * 0.2);
    }
    assertNoPlan();
  }

  @Test
  void oneLineDrawnAgainAndAgainIsNoPlan() throws IOException {
    for (int i = 0; i < 50_000; i++) {
      line("WALL", 0, 0, 5000, 0);
    }
    assertNoPlan();
  }

  @Test
  void linesFromNowhereToNowhereDoNoHarm() throws IOException {
    for (int i = 0; i < 5000; i++) {
      line("WALL", i, i, i, i);
      line("WALL", Double.NaN, 0, 5000, i);
    }
    line("WALL", 0, 0, 5000, 0);
    assertNoPlan();
  }

  @Test
  void aPageOfTextIsNoPlan() throws IOException {
    for (int i = 0; i < 20_000; i++) {
      dxf.append(
          String.format(
              Locale.ROOT,
              "0\nTEXT\n8\nTEXT\n10\n%d\n20\n%d\n40\n150\n1\nLorem ipsum %d\n",
              i % 100 * 1500,
              i / 100 * 400,
              i));
    }
    assertNoPlan();
  }

  @Test
  void contoursOfAMapAreNoPlan() throws IOException {
    var random = new Random(3);
    for (int contour = 0; contour < 60; contour++) {
      double cx = random.nextInt(500_000);
      double cy = random.nextInt(500_000);
      double radius = 1000 + random.nextInt(50_000);
      double x = cx + radius * 1.2;
      double y = cy;
      for (int i = 1; i <= 500; i++) {
        double angle = i * 2 * Math.PI / 500;
        double r = radius * (1 + 0.2 * Math.cos(3 * angle));
        double nextX = cx + r * Math.cos(angle);
        double nextY = cy + r * Math.sin(angle);
        line("CONTOUR", x, y, nextX, nextY);
        x = nextX;
        y = nextY;
      }
    }
    assertNoPlan();
  }

  @Test
  void aSpiralIsNoPlan() throws IOException {
    double x = 200;
    double y = 0;
    for (int i = 1; i < 20_000; i++) {
      double r = 200 + i;
      double nextX = r * Math.cos(i * 0.05);
      double nextY = r * Math.sin(i * 0.05);
      line("WALL", x, y, nextX, nextY);
      x = nextX;
      y = nextY;
    }
    assertNoPlan();
  }

  @Test
  void aSquareSpiralIsNoPlan() throws IOException {
    int[] dx = {1, 0, -1, 0};
    int x = 0;
    int y = 0;
    for (int i = 0; i < 400; i++) {
      int length = 100 + i / 2 * 150;
      int nextX = x + dx[i % 4] * length;
      int nextY = y + dx[(i + 3) % 4] * length;
      line("WALL", x, y, nextX, nextY);
      x = nextX;
      y = nextY;
    }
    assertNoPlan();
  }

  @Test
  void aCombIsNoPlan() throws IOException {
    for (int i = 0; i < 5000; i++) {
      line("WALL", i * 150, 0, i * 150, 5000);
      line("WALL", i * 150 + 100, 0, i * 150 + 100, 5000);
      line("WALL", i * 150, 5000, i * 150 + 100, 5000);
      line("WALL", i * 150 + 100, 0, i * 150 + 150, 0);
    }
    assertNoPlan();
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 100, 150, 250, 500})
  void equalParallelLinesAmongBrokenOnesAreNoPlan(int step) throws IOException {
    for (int i = 0; i < 5000; i++) {
      line("WALL", Double.NaN, 0, 5000, i);
      line("WALL", i, i, i, i);
      line("WALL", Double.POSITIVE_INFINITY, 0, 5000, i);
    }
    for (int i = 0; i < 100; i++) {
      line("WALL", i * step, 0, i * step, 3000);
    }
    assertNoPlan();
  }

  @Test
  void tenThousandLongParallelLinesAreNoPlan() throws IOException {
    for (int i = 0; i < 10_000; i++) {
      line("WALL", 0, i * 100, 10_000, i * 100);
    }
    assertNoPlan();
  }

  @Test
  void louvresAreNoPlan() throws IOException {
    for (int x = 0; x < 9000; x += 3000) {
      rectangle(x, 0, 2000, 3000);
      for (int y = 100; y < 3000; y += 100) {
        line("WALL", x, y, x + 2000, y);
      }
    }
    assertNoPlan();
  }

  @Test
  void stairsAloneAreNoPlan() throws IOException {
    for (int x = 0; x < 20_000; x += 4000) {
      rectangle(x, 0, 1200, 17 * 280);
      for (int i = 1; i < 17; i++) {
        line("WALL", x, i * 280, x + 1200, i * 280);
      }
    }
    assertNoPlan();
  }

  @Test
  void aPatternOfBricksIsNoPlan() throws IOException {
    for (int row = 0; row < 60; row++) {
      line("WALL", 0, row * 75, 15_000, row * 75);
      for (int i = 0; i < 60; i++) {
        int x = i * 250 + row % 2 * 125;
        line("WALL", x, row * 75, x, row * 75 + 75);
      }
    }
    assertNoPlan();
  }

  private void rectangle(double x, double y, double width, double height) {
    line("WALL", x, y, x + width, y);
    line("WALL", x + width, y, x + width, y + height);
    line("WALL", x + width, y + height, x, y + height);
    line("WALL", x, y + height, x, y);
  }
}
