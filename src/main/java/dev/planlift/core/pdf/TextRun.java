package dev.planlift.core.pdf;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.text.Normalizer;
import java.util.List;

/** A text that is being put together from its glyphs. */
final class TextRun {
  private static final char UNKNOWN = '\uFFFD';

  private final StringBuilder text = new StringBuilder();
  private final Vec3 up;
  private final double capHeight;
  private final Appearance appearance;
  private final PageClip clip;
  private final Vec3 direction;
  private Vec3 start;
  private Vec3 inkEnd;
  private Vec3 end;
  private int unknown;

  TextRun(TextRuns.Glyph first) {
    up = first.up();
    capHeight = first.capHeight();
    appearance = first.appearance();
    clip = first.clip();
    start = first.from();
    end = first.from();
    inkEnd = first.from();
    var step = first.to().minus(first.from());
    // A glyph without breadth stands on a baseline at right angles to its height.
    direction =
        step.length() > 1e-6 * up.length()
            ? step.normalized()
            : new Vec3(up.y(), -up.x(), 0).normalized();
    add(first, false);
  }

  void add(TextRuns.Glyph glyph, boolean apart) {
    var shown = glyph.text().isEmpty() ? String.valueOf(UNKNOWN) : glyph.text();
    boolean blank = shown.isBlank();
    if (apart && !blank && !text.isEmpty() && !endsBlank()) {
      text.append(' ');
    }
    if (blank && text.isEmpty()) {
      start = glyph.to();
    } else if (!blank || !endsBlank()) {
      text.append(shown);
    }
    unknown += shown.charAt(0) == UNKNOWN ? 1 : 0;
    end = glyph.to();
    if (!blank) {
      inkEnd = glyph.to();
    }
  }

  private boolean endsBlank() {
    return !text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1));
  }

  boolean isBlank() {
    return text.toString().isBlank();
  }

  /** Whether most of its characters are known. */
  boolean isReadable() {
    return 2 * unknown < text.length();
  }

  /** Whether another one covers it with the same words. */
  boolean isUnder(TextRun other) {
    return other.text.compareTo(text) == 0
        && other.start.distance(start) < 0.1 * size()
        && other.inkEnd.distance(inkEnd) < 0.1 * size();
  }

  /** Ligatures and the like taken apart, as nobody would write them. */
  String text() {
    return Normalizer.normalize(text.toString().strip(), Normalizer.Form.NFC);
  }

  Vec3 center() {
    return start.plus(inkEnd).times(0.5).plus(up.times(capHeight / 2));
  }

  double width() {
    return start.distance(inkEnd);
  }

  /** Of a capital letter. */
  double height() {
    return up.length() * capHeight;
  }

  /** Of the letters: one em. */
  double size() {
    return up.length();
  }

  Vec3 up() {
    return up;
  }

  Vec3 direction() {
    return direction;
  }

  Vec3 end() {
    return end;
  }

  Appearance appearance() {
    return appearance;
  }

  PageClip clip() {
    return clip;
  }

  Box box() {
    var top = up.times(capHeight);
    return Box.around(List.of(start, inkEnd, start.plus(top), inkEnd.plus(top)));
  }
}
