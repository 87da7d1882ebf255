package dev.planlift.core.reconstruct;

import dev.planlift.core.source.SourceRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Geometry;

/**
 * Which layers draw walls, by how much of their line work bounds thin areas; names unseen. What is
 * drawn on a page parts by pens, too: walls have one of their own more often than a layer.
 */
final class LayerShares {
  /** A layer whose lines are walls by so much of their length is a layer of walls. */
  private static final double SURE = 0.6;

  /** Where there is one, others stay only with at least this share. */
  private static final double POSSIBLE = 0.4;

  /** A layer with less says nothing. */
  static final double MIN_LENGTH_M = 5;

  private static final double ON_M = 3e-3;

  private static final double ALONG = Math.sin(Math.toRadians(2));

  /** In no layer's name. */
  private static final char PEN = '\u0001';

  private final Map<String, Double> total = new HashMap<>();
  private final Map<String, Double> on = new HashMap<>();

  LayerShares(LineWork work, List<LineWork.Line> lines, Geometry walls) {
    this(work, lines, walls, ON_M);
  }

  /**
   * @param within lines run along the walls that are no farther off their edges, metres
   */
  LayerShares(LineWork work, List<LineWork.Line> lines, Geometry walls, double within) {
    var edges = new LineIndex(Rings.edges(walls));
    for (var line : lines) {
      var layer = layer(work, line);
      total.merge(layer, line.length(), Double::sum);
      if (isOn(line, edges, within)) {
        on.merge(layer, line.length(), Double::sum);
      }
    }
  }

  /** A line's layer; on a page with its pen. */
  static String layer(LineWork work, LineWork.Line line) {
    var item = work.seen().get(line.item()).item();
    var look = item.appearance();
    return item.source() instanceof SourceRef.PageBox
        ? look.layer().name() + PEN + Math.round(look.seenLineWeightMm() * 100) + PEN + look.rgb()
        : look.layer().name();
  }

  /** How heavy the pen is that a line on a page is drawn with, hundredths of a millimetre. */
  static long weight(String layer) {
    var parts = layer.split(String.valueOf(PEN), -1);
    return parts.length == 3 ? Long.parseLong(parts[1]) : 0;
  }

  /** By what the layer alone is called. */
  static Role role(String layer) {
    int pen = layer.indexOf(PEN);
    return LayerWords.STANDARD.roleOf(pen < 0 ? layer : layer.substring(0, pen));
  }

  private static boolean isOn(LineWork.Line line, LineIndex edges, double within) {
    var middle = line.middle();
    return edges.near(middle, within).stream()
        .anyMatch(
            edge ->
                Distance.pointToSegment(middle, edge.a(), edge.b()) < within
                    && (within == ON_M || isAlong(line, edge)));
  }

  private static boolean isAlong(LineWork.Line line, LineWork.Line edge) {
    var u = line.direction();
    var v = edge.direction();
    return Math.abs(u.x * v.y - u.y * v.x) < ALONG;
  }

  private double share(String layer) {
    return on.getOrDefault(layer, 0.0) / total.getOrDefault(layer, 1.0);
  }

  /** How much wall certain layers draw, metres. */
  double wallLength(Predicate<String> layers) {
    return on.entrySet().stream()
        .filter(entry -> layers.test(entry.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /** Layers that are walls for sure. */
  Set<String> sure() {
    return atLeast(SURE);
  }

  Set<String> possible() {
    return atLeast(POSSIBLE);
  }

  private Set<String> atLeast(double share) {
    var layers = new HashSet<String>();
    total.forEach(
        (layer, length) -> {
          if (length >= MIN_LENGTH_M && share(layer) >= share) {
            layers.add(layer);
          }
        });
    return layers;
  }
}
