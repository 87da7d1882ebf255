package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Gathers what tells the scale of a sheet in one pass. One use, one thread. */
final class PaperSurvey implements Expansion.Visitor {
  private static final int MOST_LINES = 400_000;
  private static final int MOST_TEXTS = 20_000;

  private final UnitSurvey sizes = new UnitSurvey(true);
  private final PaperSwings swings = new PaperSwings();
  private final List<LineWork.Line> lines = new ArrayList<>();
  private final List<TextLabel> texts = new ArrayList<>();
  private final Envelope extents = new Envelope();

  @Override
  public void seen(DrawingItem item, List<SymbolInstance> inside) {
    sizes.seen(item, inside);
    switch (item) {
      case TextLabel text -> {
        if (texts.size() < MOST_TEXTS && !text.text().isBlank()) {
          texts.add(text);
        }
      }
      case Path path -> {
        swings.add(path);
        add(path.segments(), path.closed());
      }
      case FilledRegion region -> region.loops().forEach(loop -> add(loop, true));
      default -> {}
    }
  }

  private void add(List<Segment> segments, boolean closed) {
    for (var segment : segments) {
      if (segment instanceof Segment.Polyline line) {
        for (int i = 1; i < line.size(); i++) {
          add(line.vertex(i - 1), line.vertex(i));
        }
      }
    }
    if (closed && !segments.isEmpty()) {
      add(segments.getLast().end(), segments.getFirst().start());
    }
  }

  private void add(Vec3 from, Vec3 to) {
    var a = new Coordinate(from.x(), from.y());
    var b = new Coordinate(to.x(), to.y());
    if (lines.size() < MOST_LINES && a.distance(b) > 1e-6) {
      lines.add(new LineWork.Line(a, b, 0));
      extents.expandToInclude(a);
      extents.expandToInclude(b);
    }
  }

  List<TextLabel> texts() {
    return texts;
  }

  /** The longer side of what is drawn, source units. */
  double longer() {
    return Math.max(extents.getWidth(), extents.getHeight());
  }

  LineIndex lines() {
    return new LineIndex(lines);
  }

  /** What sizes say: of doors, walls, rooms and all together. */
  UnitEvidence evidence(LineIndex index) {
    return sizes.evidence(swings.radii(index));
  }
}
