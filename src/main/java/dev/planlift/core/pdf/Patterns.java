package dev.planlift.core.pdf;

import dev.planlift.core.drawing.FilledRegion;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.jspecify.annotations.Nullable;

/** How areas are filled: with a colour, a tiling pattern (type 1) or a shading (type 2). */
final class Patterns {
  private static final FilledRegion.Fill SOLID = new FilledRegion.Fill.Solid();
  private static final FilledRegion.Fill SHADED = new FilledRegion.Fill.Gradient("", 0, List.of());
  private static final int SHADING = 2;

  FilledRegion.Fill fill(PDGraphicsState state, PDResources resources) {
    var colour = state.getNonStrokingColor();
    var name = colour.getPatternName();
    if (name == null || !(colour.getColorSpace() instanceof PDPattern)) {
      return SOLID;
    }
    var pattern = pattern(name, resources);
    if (pattern == null) {
      return SOLID;
    }
    return pattern.getInt(COSName.PATTERN_TYPE) == SHADING
        ? SHADED
        : new FilledRegion.Fill.Pattern(name.getName(), 1, 0);
  }

  private static @Nullable COSDictionary pattern(COSName name, PDResources resources) {
    var patterns = resources.getCOSObject().getCOSDictionary(COSName.PATTERN);
    return patterns == null ? null : patterns.getCOSDictionary(name);
  }
}
