package dev.planlift.core.pdf;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.geom.Vec3;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Runs a page's content streams and hands on what they draw. One use, one thread. */
final class PageEngine extends PathEngine {
  /** Clips within each other beyond this number are left out. */
  private static final int MOST_CLIPS = 256;

  private final PageFrame frame;
  private final PageItems items;
  private final PageLayers layers;
  private final AffineTransform toShown;
  private final ClipPaths clips;
  private final Ink ink;
  private final Patterns patterns;
  private final Glyphs glyphs;
  private final TextRuns texts;
  private final WorkBudget budget;
  private int clipRule = -1;

  PageEngine(PDPage page, PageFrame frame, PageItems items, PageLayers layers, WorkBudget budget) {
    super(page);
    this.frame = frame;
    this.budget = budget;
    this.items = items;
    this.layers = layers;
    this.toShown = frame.toShown();
    this.clips = new ClipPaths(frame);
    this.ink = new Ink(Math.sqrt(Math.abs(toShown.getDeterminant())));
    this.patterns = new Patterns(toShown, budget);
    this.glyphs = new Glyphs(toShown);
    this.texts = new TextRuns(items);
    addOperator(new DrawXObject(this));
    addOperator(new InlineImage(this));
    addOperator(new MarkedContent(this));
  }

  /**
   * Reads all that the page draws.
   *
   * @throws IOException where it breaks off before anything is drawn
   */
  void run() throws IOException {
    try {
      processPage(getPage());
    } catch (IOException e) {
      if (items.isEmpty()) {
        throw e;
      }
      items.fault("none", e);
    }
    texts.end();
    try {
      for (var annotation : getPage().getAnnotations()) {
        budget.step();
        annotation(annotation);
        texts.end();
      }
    } catch (PermanentError e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      items.fault("annotation", e);
    }
  }

  /** What is written or drawn upon the page later on; it has its own optional content. */
  private void annotation(PDAnnotation annotation) throws IOException {
    if (annotation.isHidden() || annotation.isNoView() || annotation instanceof PDAnnotationPopup) {
      return;
    }
    int depth = layers.depth();
    layers.beginObject(annotation.getCOSObject());
    try {
      var shape = ShapeText.of(annotation, toShown);
      if (shape.isPresent()) {
        var look = ink.ofFill(getGraphicsState(), layers.drawnOn());
        items.drawnText(shape.get().label(look, items), shape.get().box(), clips.whole());
      } else {
        showAnnotation(annotation);
      }
    } finally {
      layers.endTo(depth);
    }
  }

  PageLayers layers() {
    return layers;
  }

  WorkBudget budget() {
    return budget;
  }

  /** An operator that cannot be carried out is left out; PDFBox fails in many ways at it. */
  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    try {
      budget.step();
      super.processOperator(operator, operands);
    } catch (PermanentError e) {
      throw e.where().isUnknown()
          ? new PermanentError(e.code(), e.getMessage(), at(operator), e)
          : e;
    } catch (RuntimeException e) {
      items.fault(operator.getName(), e);
    }
  }

  private Place at(Operator operator) {
    return Place.of("page", frame.number()).and("operator", operator.getName());
  }

  // Paths.

  @Override
  public void clip(int windingRule) {
    clipRule = windingRule;
  }

  @Override
  public void endPath() {
    if (clipRule >= 0) {
      var state = getGraphicsState();
      if (state.getCurrentClippingPaths().size() < MOST_CLIPS) {
        state.intersectClippingPath(new GeneralPath(path.toPath(clipRule)));
      }
      clipRule = -1;
    }
    path.clear();
  }

  @Override
  public void strokePath() {
    paint(PageItems.STROKE, false, Path2D.WIND_NON_ZERO, true);
  }

  @Override
  public void fillPath(int windingRule) {
    paint(PageItems.FILL, true, windingRule, false);
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    paint(PageItems.BOTH, true, windingRule, true);
  }

  private void paint(String type, boolean fills, int windingRule, boolean strokes) {
    if (path.isDrawn()) {
      texts.end();
      var state = getGraphicsState();
      var subpaths = path.subpaths(toShown);
      var fill =
          fills ? Optional.of(fill(subpaths, windingRule)) : Optional.<PageItems.Fill>empty();
      var line = strokes ? Optional.of(line(subpaths)) : Optional.<PageItems.Line>empty();
      var clip = clip(state);
      int before = items.items().size();
      items.path(type, fill, line, clip);
      budget.steps((long) (items.items().size() - before) * clip.cuttings().size());
    }
    endPath();
  }

  private PageItems.Line line(List<Subpath> subpaths) {
    var state = getGraphicsState();
    return new PageItems.Line(subpaths, ink.stroke(state), ink.ofStroke(state, layers.drawnOn()));
  }

  private PageItems.Fill fill(List<Subpath> subpaths, int windingRule) {
    var area =
        windingRule == Path2D.WIND_NON_ZERO
            ? NonZeroRule.loops(subpaths, path.toPath(windingRule), toShown)
            : subpaths;
    var state = getGraphicsState();
    var fill = patterns.fill(state, getResources(), getInitialMatrix());
    return new PageItems.Fill(area, fill, fillLook(state));
  }

  private Appearance fillLook(PDGraphicsState state) {
    return ink.ofFill(state, layers.drawnOn());
  }

  private PageClip clip(PDGraphicsState state) {
    return clips.of(state.getCurrentClippingPaths());
  }

  @Override
  public void shadingFill(COSName shadingName) {
    texts.end();
    var state = getGraphicsState();
    items.shading(fillLook(state), clip(state));
  }

  // Pictures.

  @Override
  public void drawImage(PDImage image) {
    throw new IllegalStateException("Pictures are not decoded");
  }

  /** A picture fills the unit square. */
  void picture(String name) {
    texts.end();
    var state = getGraphicsState();
    var map = new AffineTransform(toShown);
    map.concatenate(state.getCurrentTransformationMatrix().createAffineTransform());
    boolean mirrored = map.getDeterminant() < 0;
    double[] square =
        mirrored ? new double[] {0, 0, 0, 1, 1, 1, 1, 0} : new double[] {0, 0, 1, 0, 1, 1, 0, 1};
    map.transform(square, 0, square, 0, 4);
    var corners =
        List.of(
            new Vec3(square[0], square[1], 0),
            new Vec3(square[2], square[3], 0),
            new Vec3(square[4], square[5], 0),
            new Vec3(square[6], square[7], 0));
    items.picture(corners, name, fillLook(state), clip(state));
  }

  // Texts.

  @Override
  protected void showGlyph(Matrix textRendering, PDFont font, int code, Vector displacement) {
    budget.step();
    var state = getGraphicsState();
    var glyph = glyphs.of(textRendering, font, code, displacement);
    texts.add(
        new TextRuns.Glyph(
            glyph.text(),
            glyph.from(),
            glyph.to(),
            glyph.up(),
            glyph.capHeight(),
            fillLook(state),
            clip(state)));
  }

  // Optional content.

  @Override
  public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
    WorkBudget.checkOpen(layers.depth());
    texts.end();
    layers.begin(tag, properties);
  }

  @Override
  public void endMarkedContentSequence() {
    texts.end();
    layers.end();
  }

  // Faults.

  @Override
  protected void operatorException(
      Operator operator, List<COSBase> operands, IOException exception) {
    items.fault(operator.getName(), exception);
  }
}
