package dev.planlift.core.pdf;

import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Vec2;
import dev.planlift.error.PermanentError;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.apache.pdfbox.util.Matrix;

/**
 * Draws one tile of a tiling pattern (PDF 32000-1, §8.7.3) in the tile's own units and keeps its
 * strokes. A tile that paints anything but straight lines is no line pattern. One use, one thread.
 */
final class TileEngine extends PathEngine {
  /** The densest line pattern of CAD has a dozen; a picture of lines has thousands. */
  private static final int MOST_STROKES = 400;

  private final WorkBudget budget;
  private final List<TileStroke> strokes = new ArrayList<>();
  private boolean linesOnly = true;

  private TileEngine(PDPage page, WorkBudget budget) {
    super(page);
    this.budget = budget;
    addOperator(new Other(OperatorName.DRAW_OBJECT));
    addOperator(new Other(OperatorName.BEGIN_INLINE_IMAGE));
    addOperator(new Other(OperatorName.SHOW_TEXT));
    addOperator(new Other(OperatorName.SHOW_TEXT_ADJUSTED));
    addOperator(new Other(OperatorName.SHOW_TEXT_LINE));
    addOperator(new Other(OperatorName.SHOW_TEXT_LINE_AND_SPACE));
  }

  /** A straight stroke of a tile. */
  record TileStroke(Vec2 from, Vec2 to) {}

  /** What is painted with it is no line of a pattern. */
  private final class Other extends OperatorProcessor {
    private final String name;

    Other(String name) {
      super(TileEngine.this);
      this.name = name;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
      linesOnly = false;
    }

    @Override
    public String getName() {
      return name;
    }
  }

  /** The strokes of a tile, where it has such and nothing else. */
  static Optional<List<TileStroke>> strokes(PDTilingPattern pattern, WorkBudget budget)
      throws IOException {
    var blank = new PDPage();
    var engine = new TileEngine(blank, budget);
    engine.processPage(blank);
    engine.processTilingPattern(pattern, null, null, new Matrix());
    return engine.linesOnly && !engine.strokes.isEmpty()
        ? Optional.of(engine.strokes)
        : Optional.empty();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    try {
      budget.step();
      if (linesOnly) {
        super.processOperator(operator, operands);
      }
    } catch (PermanentError e) {
      throw e;
    } catch (RuntimeException e) {
      linesOnly = false;
    }
  }

  @Override
  protected void operatorException(
      Operator operator, List<COSBase> operands, IOException exception) {
    linesOnly = false;
  }

  /** Tiles are clipped to their box, which is done with the strokes. */
  @Override
  public void clip(int windingRule) {}

  @Override
  public void endPath() {
    path.clear();
  }

  @Override
  public void strokePath() {
    for (var subpath : path.subpaths(new AffineTransform())) {
      linesOnly &= subpath.isFinite();
      for (var segment : subpath.closed() ? subpath.loop() : subpath.segments()) {
        if (segment instanceof Segment.Polyline line) {
          add(line);
        } else {
          linesOnly = false;
        }
      }
    }
    linesOnly &= strokes.size() <= MOST_STROKES;
    endPath();
  }

  private void add(Segment.Polyline line) {
    for (int i = 1; i < line.size() && strokes.size() <= MOST_STROKES; i++) {
      strokes.add(new TileStroke(line.vertex(i - 1).xy(), line.vertex(i).xy()));
    }
  }

  @Override
  public void fillPath(int windingRule) {
    linesOnly = false;
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    linesOnly = false;
  }

  @Override
  public void shadingFill(COSName shadingName) {
    linesOnly = false;
  }

  @Override
  public void drawImage(PDImage image) {
    throw new IllegalStateException("Pictures are not decoded");
  }
}
