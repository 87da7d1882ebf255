package dev.planlift.core.pdf;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.ImageFrame;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.core.source.SourceRef;
import dev.planlift.error.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Collects what is drawn on a page, cut to what is seen, and accounts for all of it. */
final class PageItems {
  static final String STROKE = "stroke";
  static final String FILL = "fill";
  static final String BOTH = "fill and stroke";
  static final String SHADING = "shading";
  static final String TEXT = "text";
  static final String PICTURE = "picture";

  /** An operator could not be carried out. */
  private static final String OPERATOR_FAILED = "OPERATOR_FAILED";

  private static final int MOST_FAULTS = 20;

  private final PageFrame frame;
  private final List<DrawingItem> items = new ArrayList<>();
  private final List<Box> drawnTexts = new ArrayList<>();
  private final EntityLedger ledger = new EntityLedger();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private long paths;
  private long seenPaths;
  private long texts;
  private long pictures;
  private double pictureArea;

  PageItems(PageFrame frame) {
    this.frame = frame;
  }

  /**
   * How an area is painted.
   *
   * @param area by the even-odd rule
   */
  record Fill(List<Subpath> area, FilledRegion.Fill fill, Appearance appearance) {}

  /** How lines are painted. */
  record Line(List<Subpath> lines, Stroke stroke, Appearance appearance) {}

  /**
   * Adds a painted path.
   *
   * @param type for the account
   * @param fill the area or the lines are there, or both
   */
  void path(String type, Optional<Fill> fill, Optional<Line> line, PageClip clip) {
    paths += (fill.isPresent() ? 1 : 0) + (line.isPresent() ? 1 : 0);
    int before = items.size();
    fill.ifPresent(area -> add(area, clip));
    line.ifPresent(lines -> lines.lines().forEach(subpath -> add(lines, subpath, clip)));
    var appearance = fill.map(Fill::appearance).or(() -> line.map(Line::appearance)).orElseThrow();
    var first = fill.map(Fill::area).or(() -> line.map(Line::lines)).orElseThrow().getFirst();
    if (items.size() == before) {
      skipped(type, appearance, first.bounds(), "NOT_SEEN", "It lies outside of what is shown");
    } else {
      account(type, appearance, first.bounds());
      seenPaths += appearance.layer().visible() ? items.size() - before : 0;
    }
  }

  private void add(Fill fill, PageClip clip) {
    var box = Box.EMPTY;
    var loops = new ArrayList<List<Segment>>(fill.area().size());
    for (var subpath : fill.area()) {
      if (subpath.isFinite()) {
        box = box.with(subpath.bounds());
        loops.add(subpath.loop());
      }
    }
    var region = new FilledRegion(loops, fill.fill(), Vec3.ZERO, fill.appearance(), source(box));
    items.addAll(clip.cut(region, box, 0));
  }

  private void add(Line line, Subpath subpath, PageClip clip) {
    if (!subpath.isFinite()) {
      return;
    }
    var path =
        new Path(
            subpath.segments(),
            subpath.closed(),
            line.stroke(),
            Vec3.ZERO,
            line.appearance(),
            source(subpath.bounds()));
    items.addAll(clip.cut(path, subpath.bounds(), line.stroke().startWidth() / 2));
  }

  /** Adds what a shading covers: all that the clip leaves. */
  void shading(Appearance appearance, PageClip clip) {
    var box = clip.box();
    if (box.isEmpty()) {
      skipped(SHADING, appearance, box, "NOT_SEEN", "It lies outside of what is shown");
      return;
    }
    var corners = PageClip.corners(box);
    var ring = new SubpathBuilder();
    ring.start(corners.getFirst().x(), corners.getFirst().y());
    corners.subList(1, 4).forEach(corner -> ring.line(corner.x(), corner.y()));
    var area = ring.finish(true).orElseThrow();
    add(
        new Fill(List.of(area), new FilledRegion.Fill.Gradient("", 0, List.of()), appearance),
        clip);
    account(SHADING, appearance, box);
  }

  /** Adds a text, seen where its middle is. */
  void text(TextLabel label, Box box, PageClip clip) {
    if (clip.cut(label, box, 0).isEmpty()) {
      skipped(TEXT, label.appearance(), box, "NOT_SEEN", label.text());
      return;
    }
    items.add(label);
    texts += label.appearance().layer().visible() ? 1 : 0;
    account(TEXT, label.appearance(), box);
  }

  void unreadable(Appearance appearance, Box box) {
    skipped(
        TEXT, appearance, box, "NO_UNICODE", "The file does not say which characters these are");
  }

  /**
   * Adds the frame of a picture.
   *
   * @param corners four, counter-clockwise
   */
  void picture(List<Vec3> corners, String name, Appearance appearance, PageClip clip) {
    var box = Box.around(corners);
    var seen = clip.common(box);
    if (seen.isEmpty() || !seen.size().isFinite()) {
      skipped(PICTURE, appearance, box, "NOT_SEEN", name);
      return;
    }
    items.add(new ImageFrame(corners, name, appearance, source(box)));
    account(PICTURE, appearance, box);
    if (appearance.layer().visible()) {
      pictures++;
      pictureArea += seen.size().x() * seen.size().y();
    }
  }

  /** Adds a text that is also drawn with strokes, which are then no lines. */
  void drawnText(TextLabel label, Box box, PageClip clip) {
    text(label, box, clip);
    drawnTexts.add(box);
  }

  /** An operator that could not be carried out; the page goes on without. */
  void fault(String operator, Exception fault) {
    if (diagnostics.size() < MOST_FAULTS) {
      diagnostics.add(
          new Diagnostic(
              OPERATOR_FAILED,
              String.valueOf(fault.getMessage()),
              Place.of("page", frame.number()).and("operator", operator)));
    }
  }

  SourceRef source(Box box) {
    return new SourceRef.PageBox(
        frame.number(), List.of(box.min().x(), box.min().y(), box.max().x(), box.max().y()));
  }

  private void account(String type, Appearance appearance, Box box) {
    if (appearance.layer().visible()) {
      ledger.converted(type);
    } else {
      skipped(type, appearance, box, "LAYER_OFF", "The layer is off");
    }
  }

  private void skipped(String type, Appearance appearance, Box box, String reason, String detail) {
    var place =
        String.format(
            Locale.ROOT, "page %d at %.1f, %.1f", frame.number(), box.min().x(), box.min().y());
    var where = box.isEmpty() ? "page " + frame.number() : place;
    ledger.note(
        new EntityLedger.Entry(
            where, type, appearance.layer().name(), Outcome.SKIPPED, reason, detail));
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  List<DrawingItem> items() {
    return DrawnLetters.asAuxiliary(items, drawnTexts);
  }

  EntityLedger ledger() {
    return ledger;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  PageContent.Counts counts() {
    double page = frame.width() * frame.height();
    return new PageContent.Counts(paths, seenPaths, texts, pictures, pictureArea / page);
  }
}
