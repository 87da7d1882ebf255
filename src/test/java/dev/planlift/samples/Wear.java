package dev.planlift.samples;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What befalls drawings on their way: lines get lost, shift, lose their layers and symbols. */
enum Wear {
  NONE(0, 0, false, false),
  NO_LAYERS(0, 0, true, false),
  NO_LAYERS_NO_SYMBOLS(0, 0, true, true),
  LOST_3_PERCENT(0.03, 0, false, true),
  LOST_10_PERCENT(0.1, 0, false, true),
  LOST_10_PERCENT_NO_LAYERS(0.1, 0, true, true),
  LOST_25_PERCENT(0.25, 0, false, true),
  SHIFTED_5_MM(0, 0.005, false, true),
  SHIFTED_15_MM_NO_LAYERS(0, 0.015, true, true),
  SHIFTED_10_MM_LOST_5_PERCENT(0.05, 0.01, false, true);

  private final double lost;
  private final double shiftM;
  private final boolean noLayers;
  private final boolean noSymbols;

  Wear(double lost, double shiftM, boolean noLayers, boolean noSymbols) {
    this.lost = lost;
    this.shiftM = shiftM;
    this.noLayers = noLayers;
    this.noSymbols = noSymbols;
  }

  /** The drawing after it; the seed decides everything. */
  Drawing of(Drawing drawing, double metresPerUnit, long seed) {
    var random = new Random(seed);
    var items = new ArrayList<DrawingItem>();
    for (var item : noSymbols ? apart(drawing) : drawing.items()) {
      boolean text = item instanceof TextLabel;
      double fate = random.nextDouble();
      var by =
          new Vec3(random.nextGaussian(), random.nextGaussian(), 0).times(shiftM / metresPerUnit);
      if (text || fate >= lost) {
        var moved = shiftM > 0 && !text ? item.transformed(Affine3.translation(by)) : item;
        items.add(noLayers ? moved.with(moved.appearance().with(Layer.ZERO)) : moved);
      }
    }
    return new Drawing(
        drawing.format(),
        drawing.version(),
        drawing.unit(),
        drawing.layers(),
        drawing.views(),
        items,
        drawing.ledger(),
        drawing.references(),
        drawing.diagnostics());
  }

  private static List<DrawingItem> apart(Drawing drawing) {
    return new Expansion()
        .all(drawing.items()).stream().<DrawingItem>map(Expansion.Seen::item).toList();
  }
}
