package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.plan.SheetView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * Parts what is drawn into the views of the sheet and understands each by itself. A sheet that
 * cannot be parted, or without any plan among its parts, is one plan.
 */
final class Sheet {
  /** Titles and dimensions stand this far off what they belong to. */
  private static final double REACH_M = 4;

  /** Views whose lower edges differ by less than this share of their height are in one row. */
  private static final double ROW = 0.5;

  private final Frame frame;
  private final double toleranceM;
  private final Optional<ViewScale> scales;
  private final AlikeViews known;

  Sheet(Frame frame, double toleranceM) {
    this(frame, toleranceM, Optional.empty());
  }

  /**
   * @param scales where views may be at scales of their own
   */
  Sheet(Frame frame, double toleranceM, Optional<ViewScale> scales) {
    this.frame = frame;
    this.toleranceM = toleranceM;
    this.scales = scales;
    this.known = new AlikeViews(frame.metresPerUnit());
  }

  /** The views in reading order; empty where the sheet is not to be parted. */
  List<SheetPart> parts(LineWork work, LineIndex index) {
    var boxes = new ArrayList<>(new ViewSplitter(work, index).find());
    if (boxes.size() < 2) {
      return List.of();
    }
    sort(boxes);
    var of = ViewSplitter.viewOfItems(work, boxes, REACH_M);
    var seen = new ArrayList<List<Expansion.Seen>>();
    boxes.forEach(box -> seen.add(new ArrayList<>()));
    for (int item = 0; item < of.length; item++) {
      if (of[item] >= 0) {
        seen.get(of[item]).add(work.seen().get(item));
      }
    }
    var parts = new ArrayList<SheetPart>();
    for (int i = 0; i < boxes.size(); i++) {
      parts.add(atItsScale(i, boxes.get(i), seen.get(i)));
    }
    return parts.stream().anyMatch(SheetPart::isPlan) ? withoutDoubtful(parts) : List.of();
  }

  /** Where some views are plans for sure, those that only might be are none. */
  private static List<SheetPart> withoutDoubtful(List<SheetPart> parts) {
    double surest =
        parts.stream()
            .filter(SheetPart::isPlan)
            .mapToDouble(part -> part.verdict().confidence())
            .max()
            .orElse(0);
    return parts.stream()
        .map(part -> part.isPlan() && isDoubtful(part, surest) ? part.withoutPlan() : part)
        .toList();
  }

  private static boolean isDoubtful(SheetPart part, double surest) {
    double confidence = part.verdict().confidence();
    return (confidence < ViewJudge.ROOMS && surest >= ViewJudge.ROOMS)
        || (confidence <= ViewJudge.ROOMS && surest > ViewJudge.NAMED);
  }

  private SheetPart atItsScale(int number, Envelope box, List<Expansion.Seen> seen) {
    double factor = scales.map(of -> of.factor(seen)).orElse(1.0);
    return factor == 1
        ? part(number, box, seen)
        : part(number, ViewScale.scaled(box, frame, factor), ViewScale.scaled(seen, factor));
  }

  private SheetPart part(int number, Envelope box, List<Expansion.Seen> seen) {
    return known.like(number, box, seen).orElseGet(() -> known.keep(understood(number, box, seen)));
  }

  /** What a view is called. */
  static String name(int number, Optional<ViewTitle> title) {
    return title.map(ViewTitle::text).orElse("View " + (number + 1));
  }

  private SheetPart understood(int number, Envelope box, List<Expansion.Seen> seen) {
    var found = Recognition.of(frame, toleranceM, seen);
    var title = ViewTitle.of(box, found.work().labels());
    var judge = new ViewJudge(box, found);
    var verdict =
        DrawnScale.of(found.work().labels()).isOfDetails()
            ? new ViewJudge.Verdict(SheetView.Kind.DETAIL, 0.9, "drawn at the scale of details")
            : title.map(judge::judge).orElseGet(judge::judge);
    return new SheetPart(name(number, title), box, seen, title, found, Vec2.ZERO, verdict);
  }

  /** From top to bottom, and from left to right in a row. */
  private static void sort(List<Envelope> boxes) {
    boxes.sort(Comparator.comparingDouble(box -> -box.getMaxY()));
    var sorted = new ArrayList<Envelope>();
    while (!boxes.isEmpty()) {
      var first = boxes.getFirst();
      double middle = first.getMaxY() - ROW * first.getHeight();
      var row = new ArrayList<>(boxes.stream().filter(box -> box.getMaxY() > middle).toList());
      row.sort(Comparator.comparingDouble(Envelope::getMinX));
      sorted.addAll(row);
      boxes.removeAll(row);
    }
    boxes.addAll(sorted);
  }

  /** A view for the report. */
  static SheetView view(SheetPart part, Frame frame, Optional<String> level) {
    return new SheetView(
        part.name(),
        part.verdict().kind(),
        frame.plan(part.box()),
        part.verdict().confidence(),
        part.verdict().reason(),
        level);
  }
}
