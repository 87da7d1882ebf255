package dev.planlift.core.drawing;

import dev.planlift.core.source.Diagnostic;
import dev.planlift.core.source.Layer;
import java.util.List;

/**
 * A drawing as read: what is drawn, in source units, and the account of the reading.
 *
 * @param format "dxf" or "pdf"
 * @param version as the file says, such as "AC1027"
 * @param layers in the drawing's order
 * @param items in drawing order; symbol instances are not taken apart, {@link Expansion} does that
 * @param references to other files, in the drawing's order
 */
public record Drawing(
    String format,
    String version,
    DeclaredUnit unit,
    List<Layer> layers,
    List<View> views,
    List<DrawingItem> items,
    EntityLedger ledger,
    List<ExternalReference> references,
    List<Diagnostic> diagnostics) {
  public Drawing {
    layers = List.copyOf(layers);
    views = List.copyOf(views);
    items = List.copyOf(items);
    references = List.copyOf(references);
    diagnostics = List.copyOf(diagnostics);
  }

  /** The same, with what is drawn forgotten. */
  public Drawing withoutItems() {
    return with(List.of());
  }

  /** The same with other things drawn. */
  public Drawing with(List<DrawingItem> others) {
    return with(layers, others);
  }

  /** A part of it: fewer views, with what is drawn in them. */
  public Drawing part(List<View> ofViews, List<DrawingItem> ofItems) {
    return new Drawing(
        format, version, unit, layers, ofViews, ofItems, ledger, references, diagnostics);
  }

  /** The same with other things drawn, on other layers. */
  public Drawing with(List<Layer> otherLayers, List<DrawingItem> others) {
    return new Drawing(
        format, version, unit, otherLayers, views, others, ledger, references, diagnostics);
  }

  /** The same with other things said of the reading. */
  public Drawing withDiagnostics(List<Diagnostic> others) {
    return new Drawing(format, version, unit, layers, views, items, ledger, references, others);
  }
}
