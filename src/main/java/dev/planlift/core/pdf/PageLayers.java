package dev.planlift.core.pdf;

import dev.planlift.core.source.Layer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/**
 * The layer that is being drawn on: the innermost optional content around, seen where all around it
 * is.
 */
final class PageLayers {
  private final OptionalContent content;
  private final Deque<Layer> around = new ArrayDeque<>();
  private final Set<Layer> used = new LinkedHashSet<>();

  PageLayers(OptionalContent content) {
    this.content = content;
  }

  /** Begins marked content; every beginning has its {@link #end}. */
  void begin(COSName tag, @Nullable COSDictionary properties) {
    around.push(
        COSName.OC.equals(tag) && properties != null
            ? inside(content.layer(properties))
            : current());
  }

  /** Begins an object that may say itself what it belongs to. */
  void beginObject(COSDictionary object) {
    begin(COSName.OC, object.getCOSDictionary(COSName.OC));
  }

  void end() {
    if (!around.isEmpty()) {
      around.pop();
    }
  }

  private Layer inside(Layer own) {
    return own.visible() && !current().visible()
        ? new Layer(own.name(), own.rgb(), false, own.plotted())
        : own;
  }

  private Layer current() {
    return around.isEmpty() ? Layer.ZERO : around.peek();
  }

  /** The layer of what is drawn now. */
  Layer drawnOn() {
    var layer = current();
    used.add(layer);
    return layer;
  }

  /** How much marked content is begun. */
  int depth() {
    return around.size();
  }

  /** Ends what was begun and not ended since. */
  void endTo(int depth) {
    while (around.size() > depth) {
      around.pop();
    }
  }

  /** All that was drawn on, in that order. */
  List<Layer> used() {
    return List.copyOf(used);
  }
}
