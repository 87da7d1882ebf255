package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * Views of a page that leaders, dimensions, marks and letters join: told apart by what builds
 * alone, lines with others beside them as walls and beams have. One building may stand in parts as
 * well; so views are several only where the page says it, by the same line work drawn once more or
 * by a title for each.
 */
final class JoinedViews {
  /**
   * Of what builds in one view so much is in another in the same place, where both show one plan.
   */
  private static final double REPEATED = 0.4;

  /** Smaller things that stand by themselves are marks and symbols. */
  private static final double MARK_M = 1.5;

  /** A frame lies within this share of the breadth and the height from the edge. */
  private static final double EDGE = 0.015;

  /** Titles stand so far off their view at most. */
  private static final double TITLE_M = 4;

  private final LineWork work;
  private final FacedLines faced;

  JoinedViews(LineWork work, FacedLines faced) {
    this.work = work;
    this.faced = faced;
  }

  /** A view, and what builds in it. */
  private record Built(Envelope box, List<LineWork.Line> lines) {}

  /** The boxes of the views in a group of lines; one or none where they are not told apart. */
  List<Envelope> in(LineGroups.Group group) {
    if (!work.isPlotted(group.lines().getFirst().item())) {
      return List.of();
    }
    var lines = building(group);
    if (lines.isEmpty() || faced.cutShort()) {
      return List.of();
    }
    var boxes =
        ViewSplitter.merged(
            LineGroups.of(lines).stream()
                .filter(ViewSplitter::isView)
                .map(LineGroups.Group::box)
                .toList());
    if (boxes.size() < 2) {
      return boxes;
    }
    var built = boxes.stream().map(box -> new Built(box, within(box, lines))).toList();
    return isRepeated(built) || titled(built) > 1 ? boxes : List.of();
  }

  /** What others run beside, without small marks and without the sheet's edge. */
  private List<LineWork.Line> building(LineGroups.Group group) {
    var inner = new Envelope(group.box());
    inner.expandBy(-EDGE * inner.getWidth(), -EDGE * inner.getHeight());
    var within =
        group.lines().stream()
            .filter(line -> inner.intersects(line.a(), line.b()) && faced.isFaced(line))
            .toList();
    return LineGroups.touching(within).stream()
        .filter(cluster -> Math.max(cluster.box().getWidth(), cluster.box().getHeight()) >= MARK_M)
        .flatMap(cluster -> cluster.lines().stream())
        .toList();
  }

  private static List<LineWork.Line> within(Envelope box, List<LineWork.Line> lines) {
    return lines.stream().filter(line -> box.covers(line.middle())).toList();
  }

  private static boolean isRepeated(List<Built> views) {
    for (int i = 0; i < views.size(); i++) {
      for (int j = i + 1; j < views.size(); j++) {
        if (RepeatedLines.share(views.get(i).lines, views.get(j).lines) >= REPEATED) {
          return true;
        }
      }
    }
    return false;
  }

  /** How many views have a title of their own beside them, of a plan or a storey. */
  private long titled(List<Built> views) {
    var titled = new ArrayList<Envelope>();
    for (var label : work.labels()) {
      var title = ViewTitle.of(label.text().text());
      if (title.filter(JoinedViews::isOfPlan).isPresent()) {
        nearest(label, views).filter(box -> !titled.contains(box)).ifPresent(titled::add);
      }
    }
    return titled.size();
  }

  private static boolean isOfPlan(ViewTitle title) {
    return title.storey().isPresent() || title.topic().equals(Optional.of(ViewWords.Topic.PLAN));
  }

  private static Optional<Envelope> nearest(LineWork.Label label, List<Built> views) {
    var at = new Envelope(label.center());
    Envelope best = null;
    double least = TITLE_M;
    for (var view : views) {
      double distance = view.box.distance(at);
      if (distance > 0 && distance <= least) {
        best = view.box;
        least = distance;
      }
    }
    return Optional.ofNullable(best);
  }
}
