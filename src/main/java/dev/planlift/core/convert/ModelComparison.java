package dev.planlift.core.convert;

import dev.planlift.core.geom.Vec3;
import dev.planlift.core.gltf.GlbContents;
import dev.planlift.core.gltf.GlbReader;
import dev.planlift.core.gltf.Unpacked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether two models of one drawing show the same: as many elements of each category, each where
 * the other model has one, and as much line, face and body altogether. Names, materials and the way
 * faces are divided make no difference. Holds both models' elements in memory.
 */
public final class ModelComparison {
  /** Who reads more than these does not learn more. */
  private static final int MOST = 50;

  /** Totals that differ by less than this are rounding: metres, square and cubic metres. */
  private static final double NOTHING = 1e-6;

  private final Tolerance tolerance;
  private final List<String> differences = new ArrayList<>();

  /**
   * What makes no difference.
   *
   * @param positionM how far the sides of an element's box may lie from the other's
   * @param share of a category's total length, area and volume
   */
  public record Tolerance(double positionM, double share) {
    public Tolerance {
      if (!(positionM > 0 && share >= 0)) {
        throw new IllegalArgumentException("Nothing is equal within " + positionM + " m");
      }
    }
  }

  private ModelComparison(Tolerance tolerance) {
    this.tolerance = tolerance;
  }

  /**
   * What differs, a sentence each; nothing where they show the same. Compressed models are unpacked
   * into files beside them.
   *
   * @throws UncheckedIOException where the standard's file cannot be read; the candidate's that
   *     cannot is a difference
   */
  public static List<String> differences(Path standard, Path candidate, Tolerance tolerance) {
    var comparison = new ModelComparison(tolerance);
    var expected = measures(standard);
    Map<String, List<ElementMeasure>> found;
    try {
      found = measures(candidate);
    } catch (RuntimeException e) {
      return List.of("The candidate's model cannot be read: " + e.getMessage());
    }
    var categories = new TreeMap<String, List<ElementMeasure>>(found);
    categories.putAll(expected);
    for (var category : categories.keySet()) {
      comparison.compare(
          category,
          expected.getOrDefault(category, List.of()),
          found.getOrDefault(category, List.of()));
    }
    var all = comparison.differences;
    return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
  }

  private static Map<String, List<ElementMeasure>> measures(Path model) {
    var measures = new TreeMap<String, List<ElementMeasure>>();
    for (var element : read(model).elements()) {
      measures
          .computeIfAbsent(element.category(), category -> new ArrayList<>())
          .add(ElementMeasure.of(element));
    }
    return measures;
  }

  private static GlbContents read(Path model) {
    try {
      return new GlbReader().read(Unpacked.of(model));
    } catch (IOException e) {
      throw new UncheckedIOException("Not a model that can be read: " + model, e);
    } catch (IndexOutOfBoundsException e) {
      throw new UncheckedIOException("Not a model: " + model, new IOException(e));
    }
  }

  private void compare(String category, List<ElementMeasure> expected, List<ElementMeasure> found) {
    if (expected.size() != found.size()) {
      differences.add("%s: %d, not %d".formatted(category, found.size(), expected.size()));
    }
    var lost = unmatched(expected, found);
    if (!lost.isEmpty()) {
      differences.add(
          "%s: %d of %d stand elsewhere or have another size, the first at %s"
              .formatted(
                  category, lost.size(), expected.size(), text(lost.getFirst().box().center())));
    }
    var before = sum(expected);
    var after = sum(found);
    total(category, "m of lines", before.lengthM(), after.lengthM());
    total(category, "m² of faces", before.areaM2(), after.areaM2());
    total(category, "m³ enclosed", before.volumeM3(), after.volumeM3());
  }

  /** Those that have no counterpart; of several that lie alike each has one of its own. */
  private List<ElementMeasure> unmatched(
      List<ElementMeasure> expected, List<ElementMeasure> found) {
    var byPlace = new HashMap<Cell, List<ElementMeasure>>();
    for (var measure : found) {
      if (!measure.box().isEmpty()) {
        byPlace.computeIfAbsent(cell(measure.box().min()), c -> new ArrayList<>()).add(measure);
      }
    }
    return expected.stream()
        .filter(measure -> !measure.box().isEmpty())
        .filter(measure -> !takeCounterpart(measure, byPlace))
        .toList();
  }

  private boolean takeCounterpart(ElementMeasure measure, Map<Cell, List<ElementMeasure>> byPlace) {
    for (var cell : cell(measure.box().min()).around()) {
      var there = byPlace.getOrDefault(cell, List.of());
      for (int i = 0; i < there.size(); i++) {
        if (there.get(i).liesAt(measure, tolerance.positionM())) {
          there.remove(i);
          return true;
        }
      }
    }
    return false;
  }

  /** Twice as broad as the tolerance: a counterpart lies in the same one, or beside it. */
  private Cell cell(Vec3 p) {
    double broad = 2 * tolerance.positionM();
    return new Cell(
        (long) Math.floor(p.x() / broad),
        (long) Math.floor(p.y() / broad),
        (long) Math.floor(p.z() / broad));
  }

  private record Cell(long x, long y, long z) {
    List<Cell> around() {
      var cells = new ArrayList<Cell>();
      for (long i = x - 1; i <= x + 1; i++) {
        for (long j = y - 1; j <= y + 1; j++) {
          for (long k = z - 1; k <= z + 1; k++) {
            cells.add(new Cell(i, j, k));
          }
        }
      }
      return cells;
    }
  }

  private void total(String category, String what, double before, double after) {
    double most = Math.max(Math.abs(before), Math.abs(after));
    if (Math.abs(before - after) > tolerance.share() * most + NOTHING) {
      differences.add(
          String.format(Locale.ROOT, "%s: %.3f %s, not %.3f", category, after, what, before));
    }
  }

  private static ElementMeasure sum(List<ElementMeasure> measures) {
    return measures.stream().reduce(ElementMeasure.NONE, ElementMeasure::plus);
  }

  private static String text(Vec3 p) {
    return String.format(Locale.ROOT, "(%.3f, %.3f, %.3f)", p.x(), p.y(), p.z());
  }
}
