package dev.planlift.core.overlay;

import dev.planlift.core.geom.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where texts and their leaders stand on the picture, so that no text covers another. */
final class TakenPlaces {
  private static final int BUCKET_PX = 96;

  /** Leaders are kept as points so far apart. */
  private static final double STEP_PX = 5;

  private final Map<Long, List<PixelBox>> buckets = new HashMap<>();

  void take(PixelBox box) {
    for (int y = bucket(box.top()); y <= bucket(box.bottom()); y++) {
      for (int x = bucket(box.left()); x <= bucket(box.right()); x++) {
        buckets.computeIfAbsent(Cell.at(x, y), key -> new ArrayList<>()).add(box);
      }
    }
  }

  boolean isFree(PixelBox box) {
    for (int y = bucket(box.top()); y <= bucket(box.bottom()); y++) {
      for (int x = bucket(box.left()); x <= bucket(box.right()); x++) {
        if (buckets.getOrDefault(Cell.at(x, y), List.of()).stream().anyMatch(box::meets)) {
          return false;
        }
      }
    }
    return true;
  }

  void takeLine(double x0, double y0, double x1, double y1) {
    for (var point : points(x0, y0, x1, y1)) {
      take(point);
    }
  }

  boolean isLineFree(double x0, double y0, double x1, double y1) {
    return points(x0, y0, x1, y1).stream().allMatch(this::isFree);
  }

  private static List<PixelBox> points(double x0, double y0, double x1, double y1) {
    int steps = (int) Math.ceil(Math.hypot(x1 - x0, y1 - y0) / STEP_PX);
    var points = new ArrayList<PixelBox>(steps + 1);
    for (int i = 0; i <= steps; i++) {
      double share = steps == 0 ? 0 : (double) i / steps;
      points.add(PixelBox.around(x0 + share * (x1 - x0), y0 + share * (y1 - y0), STEP_PX, STEP_PX));
    }
    return points;
  }

  private static int bucket(double pixels) {
    return (int) Math.floor(Math.clamp(pixels, -1e6, 1e6) / BUCKET_PX);
  }
}
