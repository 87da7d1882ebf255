package dev.planlift.core.drawing;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.source.SourceRef;

/** One drawn thing. Immutable. Source units, Z up. */
public sealed interface DrawingItem
    permits Path,
        FilledRegion,
        Face,
        SurfaceMesh,
        TextLabel,
        MeasuredDimension,
        SymbolInstance,
        ImageFrame {
  Appearance appearance();

  SourceRef source();

  /** The same thing moved. */
  DrawingItem transformed(Affine3 by);

  /** The same thing looking otherwise. */
  DrawingItem with(Appearance appearance);
}
