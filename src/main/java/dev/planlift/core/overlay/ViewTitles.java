package dev.planlift.core.overlay;

import dev.planlift.core.overlay.Surface.Anchor;
import dev.planlift.core.picture.Typeface;
import dev.planlift.core.plan.SheetView;
import java.util.List;
import java.util.Locale;

/** Frames and names the views of a sheet; a name that finds no place is made smaller, then cut. */
final class ViewTitles {
  private static final double SIZE_PX = 15;
  private static final double LEAST_PX = 10;

  /** Letters of a viewer's own font may be broader than ours. */
  private static final double BROADER = 1.1;

  private final Sheet sheet;
  private final TakenPlaces taken;

  ViewTitles(Sheet sheet, TakenPlaces taken) {
    this.sheet = sheet;
    this.taken = taken;
  }

  void draw(SheetView view, Surface surface) {
    double left = sheet.x(view.bounds().min().x());
    double right = sheet.x(view.bounds().max().x());
    double top = sheet.y(view.bounds().max().y());
    double bottom = sheet.y(view.bounds().min().y());
    if (!sheet.shows(left, top, right, bottom)) {
      return;
    }
    var frame = new double[] {left, top, right, top, right, bottom, left, bottom};
    surface.line(view.level().isPresent() ? Style.TAKEN : Style.LEFT, frame, 4, true);
    title(view, new PixelBox(left, top, right, bottom), surface);
  }

  /** Above the frame, else below it, else in its upper corner. */
  private void title(SheetView view, PixelBox frame, Surface surface) {
    var kind = " (" + view.kind().name().toLowerCase(Locale.ROOT) + ")";
    double largest = SIZE_PX * sheet.coarseness();
    for (double size : new double[] {largest, 0.8 * largest, Math.min(largest, LEAST_PX)}) {
      for (var text : List.of(view.name() + kind, cut(view.name() + kind, frame, size))) {
        for (double base : bases(frame, size)) {
          if (!text.isEmpty() && isWritten(text, Math.max(frame.left(), 4), base, size, surface)) {
            return;
          }
        }
      }
    }
  }

  private static double[] bases(PixelBox frame, double size) {
    return new double[] {
      Math.max(frame.top() - size / 3, size), frame.bottom() + 1.1 * size, frame.top() + 1.2 * size
    };
  }

  private boolean isWritten(String text, double x, double base, double size, Surface surface) {
    double width = BROADER * size * Typeface.standard().width(text);
    var box = new PixelBox(x, base - 0.9 * size, x + width, base + 0.3 * size);
    if (!box.isWithin(sheet.width(), sheet.height()) || !taken.isFree(box)) {
      return false;
    }
    surface.text(text, x, base, size, Anchor.START);
    taken.take(box);
    return true;
  }

  /** As much of a text as its frame is wide; empty where that is next to nothing. */
  private static String cut(String text, PixelBox frame, double size) {
    double widest = (frame.right() - frame.left()) / (BROADER * size);
    var face = Typeface.standard();
    if (face.width(text) <= widest) {
      return text;
    }
    int end = text.length();
    while (end > 0 && face.width(text.substring(0, end) + "…") > widest) {
      end = text.offsetByCodePoints(end, -1);
    }
    return end < 3 ? "" : text.substring(0, end).strip() + "…";
  }
}
