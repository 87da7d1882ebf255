package dev.planlift.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Plots hard plans in all manners: folder, first seed, last seed, pattern of names, dress (plain
 * where none is given). Writes {@code NAME.pdf} and {@code NAME.expected.json}.
 */
public final class Plots {
  private static final int[] SCALES = {50, 100, 100, 200};

  private Plots() {}

  public static void main(String[] a) throws IOException {
    var folder = Files.createDirectories(Path.of(a[0]));
    var dress = a.length > 4 ? Dress.valueOf(a[4].toUpperCase(Locale.ROOT)) : Dress.PLAIN;
    for (var manner : PlotManner.NAMES) {
      for (var shape : HouseMaker.Shape.values()) {
        for (var walls : Manner.Walls.values()) {
          for (long seed = Long.parseLong(a[1]); seed <= Long.parseLong(a[2]); seed++) {
            var name = (manner + "-" + shape + "-" + walls + "-" + seed).toLowerCase(Locale.ROOT);
            if (name.matches(a[3])) {
              write(folder, name, HardPlan.of(dress, shape, walls, seed), PlotManner.named(manner));
            }
          }
        }
      }
    }
  }

  private static void write(Path folder, String name, HardPlan plan, PlotManner manner)
      throws IOException {
    var dxf = Files.write(folder.resolve(name + ".dxf"), plan.drawing());
    int scale = SCALES[new Random(name.hashCode()).nextInt(SCALES.length)];
    var plot = Plot.of(dxf, 1 / plan.manner().unitsPerMetre(), scale, manner, "SCALE 1:" + scale);
    Files.write(folder.resolve(name + ".pdf"), plot.pdf());
    plot.truth(plan.truth()).write(folder.resolve(name + ".expected.json"));
    Files.delete(dxf);
  }
}
