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

  /** How a path is painted. */
  record Fill(FilledRegion.Fill fill, Appearance appearance) {}

  /** As {@link Fill}. */
  record Line(Stroke stroke, Appearance appearance) {}

  /**
   * Adds a painted path.
   *
   * @param type for the account
   * @param fills none or one, as {@code lines}
   */
  void path(
      String type, List<Subpath> subpaths, List<Fill> fills, List<Line> lines, PageClip clip) {
    paths++;
    int before = items.size();
    var finite = subpaths.stream().filter(Subpath::isFinite).toList();
    if (!finite.isEmpty()) {
      fills.forEach(fill -> add(fill, finite, clip));
      lines.forEach(line -> finite.forEach(subpath -> add(line, subpath, clip)));
    }
    var appearance =
        fills.isEmpty() ? lines.getFirst().appearance() : fills.getFirst().appearance();
    if (finite.isEmpty()) {
      skipped(type, appearance, Box.EMPTY, "NOT_FINITE", "It has no place that can be told");
    } else if (items.size() == before) {
      skipped(
          type,
          appearance,
          finite.getFirst().bounds(),
          "CLIPPED",
          "It lies outside of what is seen");
    } else {
      account(type, appearance, finite.getFirst().bounds());
      seenPaths += appearance.layer().visible() ? items.size() - before : 0;
    }
  }

  private void add(Fill fill, List<Subpath> subpaths, PageClip clip) {
    var box = Box.EMPTY;
    var loops = new ArrayList<List<Segment>>(subpaths.size());
    for (var subpath : subpaths) {
      box = box.with(subpath.bounds());
      loops.add(subpath.loop());
    }
    var region = new FilledRegion(loops, fill.fill(), Vec3.ZERO, fill.appearance(), source(box));
    items.addAll(clip.cut(region, box, 0));
  }

  private void add(Line line, Subpath subpath, PageClip clip) {
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

  /** Adds a text, seen where its middle is. */
  void text(TextLabel label, Box box, PageClip clip) {
    if (clip.cut(label, box, 0).isEmpty()) {
      skipped(TEXT, label.appearance(), box, "CLIPPED", label.text());
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
    var box = corners.stream().reduce(Box.EMPTY, Box::with, Box::with);
    var seen = clip.common(box);
    if (seen.isEmpty() || !seen.size().isFinite()) {
      skipped(PICTURE, appearance, box, "CLIPPED", name);
      return;
    }
    items.add(new ImageFrame(corners, name, appearance, source(box)));
    account(PICTURE, appearance, box);
    if (appearance.layer().visible()) {
      pictures++;
      pictureArea += seen.size().x() * seen.size().y();
    }
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

  List<DrawingItem> items() {
    return items;
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
