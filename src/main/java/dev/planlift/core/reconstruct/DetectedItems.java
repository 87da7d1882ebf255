package dev.planlift.core.reconstruct;

import dev.planlift.core.detect.Detection;
import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a detector saw on a page, as if it were drawn there: walls and columns as fills, the rest as
 * outlines, each on a layer that is called by its kind.
 */
public final class DetectedItems {
  /** What is less likely than not is left out. */
  private static final double LEAST_SURE = 0.5;

  /** On a page what is white is paper. */
  private static final int BLACK = 0;

  private final int page;
  private final Map<Detection.Kind, Layer> layers = new EnumMap<>(Detection.Kind.class);

  private DetectedItems(int page) {
    this.page = page;
  }

  /**
   * The drawing with what was seen on one of its pages.
   *
   * @param page from 1
   */
  public static Drawing on(Drawing drawing, int page, List<Detection> seen) {
    var detected = new DetectedItems(page);
    var items = new ArrayList<>(drawing.items());
    seen.stream()
        .filter(one -> one.confidence() >= LEAST_SURE)
        .map(detected::item)
        .forEach(items::add);
    var layers = new ArrayList<>(drawing.layers());
    layers.addAll(detected.layers.values());
    return drawing.with(layers, items);
  }

  private DrawingItem item(Detection one) {
    var box = Box.EMPTY;
    int corners = one.outline().size();
    var xyz = new double[3 * (corners + 1)];
    for (int i = 0; i <= corners; i++) {
      var corner = one.outline().get(i % corners);
      box = box.with(new Vec3(corner.x(), corner.y(), 0));
      xyz[3 * i] = corner.x();
      xyz[3 * i + 1] = corner.y();
    }
    var outline = List.<Segment>of(new Segment.Polyline(xyz));
    var look = Appearance.on(layers.computeIfAbsent(one.kind(), DetectedItems::layer));
    var source = source(box);
    return switch (one.kind()) {
      case WALL, COLUMN ->
          new FilledRegion(
              List.of(outline), new FilledRegion.Fill.Solid(), Vec3.ZERO, look, source);
      case DOOR, WINDOW, STAIR -> new Path(outline, true, look, source);
    };
  }

  private SourceRef source(Box box) {
    return new SourceRef.PageBox(
        page, List.of(box.min().x(), box.min().y(), box.max().x(), box.max().y()));
  }

  private static Layer layer(Detection.Kind kind) {
    return new Layer(kind.name().toLowerCase(Locale.ROOT), BLACK, true, true);
  }
}
