package dev.planlift.core.drawing;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.source.SourceRef;
import java.util.List;
import java.util.Optional;

/**
 * A symbol placed once; an array of inserts is one instance a cell.
 *
 * @param placement from the symbol's coordinates to those around the instance
 * @param attributes texts that belong to this instance, in the coordinates around it
 * @param clip the part of the symbol that is shown; empty: all of it. Attributes are not clipped
 */
public record SymbolInstance(
    Symbol symbol,
    Affine3 placement,
    List<TextLabel> attributes,
    Optional<Clip> clip,
    Appearance appearance,
    SourceRef source)
    implements DrawingItem {
  public SymbolInstance {
    attributes = List.copyOf(attributes);
  }

  /** An instance that shows all of its symbol. */
  public SymbolInstance(
      Symbol symbol,
      Affine3 placement,
      List<TextLabel> attributes,
      Appearance appearance,
      SourceRef source) {
    this(symbol, placement, attributes, Optional.empty(), appearance, source);
  }

  @Override
  public SymbolInstance transformed(Affine3 by) {
    return new SymbolInstance(
        symbol,
        by.after(placement),
        attributes.stream().map(a -> a.transformed(by)).toList(),
        clip,
        appearance,
        source);
  }

  @Override
  public SymbolInstance with(Appearance other) {
    return new SymbolInstance(symbol, placement, attributes, clip, other, source);
  }
}
