package dev.planlift.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of the {@code samples} folder. Run it with that folder as its argument to write them
 * anew after a change of the designs.
 */
public final class SamplePlans {
  private static final double MILLIMETRE = 0.001;
  private static final int SCALE = 100;

  private SamplePlans() {}

  /** Every generated file by its name. */
  public static Map<String, byte[]> files() {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("house.dxf", House.drawing());
    files.put("house.expected.json", truth(House.plan(), House.PLACEMENT));
    var plot = plotted(House.drawing());
    files.put("house-plot.pdf", plot.pdf());
    files.put(
        "house-plot.expected.json",
        plot.truth(House.plan().truth(House.PLACEMENT)).json().getBytes(StandardCharsets.UTF_8));
    files.put("office.dxf", Office.drawing());
    files.put("office.expected.json", truth(Office.plan(), Office.PLACEMENT));
    return files;
  }

  /** The house at 1:100, lying on a page that is turned to be read. */
  private static Plot plotted(byte[] drawing) {
    try {
      var dxf = Files.createTempFile("house", ".dxf");
      try {
        Files.write(dxf, drawing);
        return Plot.of(dxf, MILLIMETRE, SCALE, PlotManner.PLAIN.turned(90), "SCALE 1:" + SCALE);
      } finally {
        Files.delete(dxf);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] truth(FloorPlan plan, Placement placement) {
    return plan.truth(placement).json().getBytes(StandardCharsets.UTF_8);
  }

  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    for (var file : files().entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
