package dev.planlift.core.drawing;

import java.util.List;

/**
 * What is seen on a page, as far as its class depends on it.
 *
 * @param page from 1
 * @param names what the file calls the page, in bookmarks and labels
 * @param paths strokes and fills
 * @param pictures how many
 * @param pictureCover the part of the page under pictures, 0 to 1; overlaps count twice
 * @param items all that is on it, source units
 */
public record PageSummary(
    int page,
    List<String> names,
    long paths,
    long pictures,
    double pictureCover,
    List<TextLabel> texts,
    List<DrawingItem> items) {
  public PageSummary {
    names = List.copyOf(names);
    texts = List.copyOf(texts);
    items = List.copyOf(items);
  }

  /** Of a page without a name. */
  public PageSummary(
      int page, long paths, long pictures, double pictureCover, List<TextLabel> texts) {
    this(page, List.of(), paths, pictures, pictureCover, texts, List.copyOf(texts));
  }
}
