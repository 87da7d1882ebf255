package dev.planlift.core.pdf;

import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.PatternLine;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.error.PermanentError;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * How areas are filled: with a colour, a tiling pattern (type 1) or a shading (type 2). A tile of
 * nothing but straight lines is a line pattern, as a hatch is in CAD.
 */
final class Patterns {
  private static final FilledRegion.Fill SOLID = new FilledRegion.Fill.Solid();
  private static final FilledRegion.Fill SHADED = new FilledRegion.Fill.Gradient("", 0, List.of());
  private static final int SHADING = 2;

  private final AffineTransform toShown;
  private final WorkBudget budget;
  private final IdentityHashMap<COSDictionary, List<PatternLine>> tiles = new IdentityHashMap<>();

  Patterns(AffineTransform toShown, WorkBudget budget) {
    this.toShown = toShown;
    this.budget = budget;
  }

  /**
   * The fill that a state has.
   *
   * @param stream from the space that the stream's patterns lie in to the page's default user space
   */
  FilledRegion.Fill fill(PDGraphicsState state, PDResources resources, Matrix stream) {
    var colour = state.getNonStrokingColor();
    var name = colour.getPatternName();
    if (name == null || !(colour.getColorSpace() instanceof PDPattern)) {
      return SOLID;
    }
    var pattern = pattern(name, resources);
    if (pattern == null) {
      return SOLID;
    }
    if (pattern.getInt(COSName.PATTERN_TYPE) == SHADING) {
      return SHADED;
    }
    var lines = tiles.computeIfAbsent(pattern, this::lines);
    var placed = lines.isEmpty() ? Affine3.IDENTITY : placed(pattern, stream);
    return new FilledRegion.Fill.Pattern(
        name.getName(),
        1,
        0,
        placed.isFinite()
            ? lines.stream().map(line -> line.transformed(placed)).toList()
            : List.of());
  }

  private static @Nullable COSDictionary pattern(COSName name, PDResources resources) {
    var patterns = resources.getCOSObject().getCOSDictionary(COSName.PATTERN);
    return patterns == null ? null : patterns.getCOSDictionary(name);
  }

  /** In the tile's own units; none where the tile is no line pattern, or is broken. */
  private List<PatternLine> lines(COSDictionary dictionary) {
    if (!(dictionary instanceof COSStream)) {
      return List.of();
    }
    try {
      var pattern = new PDTilingPattern(dictionary);
      var box = pattern.getBBox();
      if (box == null) {
        return List.of();
      }
      var area =
          new Rectangle2D.Double(
              box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
      return TileEngine.strokes(pattern, budget)
          .flatMap(
              strokes ->
                  TileLattice.lines(
                      strokes, area, Math.abs(pattern.getXStep()), Math.abs(pattern.getYStep())))
          .orElse(List.of());
    } catch (PermanentError e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      return List.of(); // the area is known all the same
    }
  }

  private Affine3 placed(COSDictionary dictionary, Matrix stream) {
    var map = new AffineTransform(toShown);
    map.concatenate(stream.createAffineTransform());
    map.concatenate(new PDTilingPattern(dictionary).getMatrix().createAffineTransform());
    return new Affine3(
        new Vec3(map.getScaleX(), map.getShearY(), 0),
        new Vec3(map.getShearX(), map.getScaleY(), 0),
        Vec3.Z,
        new Vec3(map.getTranslateX(), map.getTranslateY(), 0));
  }
}
