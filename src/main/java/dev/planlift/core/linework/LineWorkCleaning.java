package dev.planlift.core.linework;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.core.source.SourceRef;
import dev.planlift.error.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The front of this room. Stateless and thread-safe; time grows hardly more than linearly. */
public final class LineWorkCleaning {
  /** Letters are drawn as lines or areas; what they say is not read. */
  public static final String TEXT_AS_STROKES = "TEXT_AS_STROKES";

  private static final List<Operation> BEFORE_LETTERING =
      List.of(new PaintedEdges(), new StrokeOutlines(), new SameThings(), new DashedLines());

  private static final List<Operation> AFTER_LETTERING =
      List.of(new ChordChains(), new CurveArcs(), new ArcChains());

  /**
   * The drawing with the line work of its pages cleaned; what is on no page stays as it is.
   * Lettering is told of by {@link #TEXT_AS_STROKES}.
   */
  public Drawing clean(Drawing drawing) {
    var pages = new TreeMap<Integer, List<DrawingItem>>();
    var items = new ArrayList<DrawingItem>();
    for (var item : drawing.items()) {
      if (item.source() instanceof SourceRef.PageBox box) {
        pages.computeIfAbsent(box.page(), page -> new ArrayList<>()).add(item);
      } else {
        items.add(item);
      }
    }
    if (pages.isEmpty()) {
      return drawing;
    }
    var diagnostics = new ArrayList<>(drawing.diagnostics());
    pages.forEach(
        (number, page) -> {
          var before = cleaned(page, BEFORE_LETTERING);
          var lettering = Lettering.on(before);
          items.addAll(cleaned(lettering.marked(before), AFTER_LETTERING));
          if (lettering.rows() > 0) {
            diagnostics.add(told(lettering, number));
          }
        });
    return drawing.with(items).withDiagnostics(diagnostics);
  }

  private static Diagnostic told(Lettering lettering, int page) {
    return new Diagnostic(
        TEXT_AS_STROKES,
        "%d letters in %d rows are drawn as lines or areas: no walls are looked for in them, and what they say is not read"
            .formatted(lettering.letters(), lettering.rows()),
        Place.of("page", page));
  }

  private static List<DrawingItem> cleaned(List<DrawingItem> page, List<Operation> operations) {
    var items = page;
    for (var operation : operations) {
      items = operation.apply(items);
    }
    return items;
  }
}
