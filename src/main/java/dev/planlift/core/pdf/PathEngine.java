package dev.planlift.core.pdf;

import java.awt.geom.Point2D;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * The construction of paths (PDF 32000-1, §8.5.2), for engines that differ in what they make of
 * them.
 */
abstract class PathEngine extends PDFGraphicsStreamEngine {
  /** What is built until it is painted; in the units that the engine's page is drawn in. */
  final CurrentPath path = new CurrentPath();

  PathEngine(PDPage page) {
    super(page);
  }

  @Override
  public void saveGraphicsState() {
    WorkBudget.checkOpen(getGraphicsStackSize());
    super.saveGraphicsState();
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    path.moveTo(p0.getX(), p0.getY());
    path.lineTo(p1.getX(), p1.getY());
    path.lineTo(p2.getX(), p2.getY());
    path.lineTo(p3.getX(), p3.getY());
    path.close();
  }

  @Override
  public void moveTo(float x, float y) {
    path.moveTo(x, y);
  }

  @Override
  public void lineTo(float x, float y) {
    path.lineTo(x, y);
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    path.curveTo(x1, y1, x2, y2, x3, y3);
  }

  @Override
  public @Nullable Point2D getCurrentPoint() {
    return path.currentPoint();
  }

  @Override
  public void closePath() {
    path.close();
  }
}
