package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Lines by place. */
final class LineIndex {
  private final HPRtree tree = new HPRtree();
  private final List<LineWork.Line> lines;

  LineIndex(List<LineWork.Line> lines) {
    this.lines = lines;
    for (var line : lines) {
      tree.insert(new Envelope(line.a(), line.b()), line);
    }
  }

  List<LineWork.Line> lines() {
    return lines;
  }

  /** Lines whose box meets the square of that half side around a point. */
  List<LineWork.Line> near(Coordinate at, double reach) {
    return in(new Envelope(at.x - reach, at.x + reach, at.y - reach, at.y + reach));
  }

  List<LineWork.Line> in(Envelope box) {
    return in(box, line -> true);
  }

  List<LineWork.Line> in(Envelope box, Predicate<LineWork.Line> which) {
    var found = new ArrayList<LineWork.Line>();
    visit(
        box,
        line -> {
          if (which.test(line)) {
            found.add(line);
          }
        });
    return found;
  }

  /** In the same order as in a list of them. */
  void visit(Envelope box, Consumer<LineWork.Line> visitor) {
    if (!lines.isEmpty()) {
      tree.query(
          box,
          item -> {
            if (item instanceof LineWork.Line line) {
              visitor.accept(line);
            }
          });
    }
  }
}
