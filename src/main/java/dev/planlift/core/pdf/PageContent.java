package dev.planlift.core.pdf;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.geom.Box;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.core.source.Layer;
import java.util.List;

/**
 * What is on a page.
 *
 * @param number from 1
 * @param box from zero to the page's width and height as shown, points
 * @param items in drawing order, also those on layers that are off
 * @param ledger every painting operator and text
 * @param counts what it holds, for those who judge pages
 */
record PageContent(
    int number,
    Box box,
    List<Layer> layers,
    List<DrawingItem> items,
    EntityLedger ledger,
    Counts counts,
    List<Diagnostic> diagnostics) {
  /**
   * Numbers of a page.
   *
   * @param paths how often lines were drawn, and areas filled, seen or not
   * @param seenPaths items of line work and fills that are seen
   * @param texts pieces of text that are seen
   * @param pictures that are seen
   * @param pictureCover the part of the page that pictures cover, 0 to 1; overlaps count twice
   */
  record Counts(long paths, long seenPaths, long texts, long pictures, double pictureCover) {}

  PageContent {
    layers = List.copyOf(layers);
    items = List.copyOf(items);
    diagnostics = List.copyOf(diagnostics);
  }
}
