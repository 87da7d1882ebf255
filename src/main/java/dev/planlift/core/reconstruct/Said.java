package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.DisjointSets;
import dev.planlift.core.geom.Vec2;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** A text and what it says of the room it stands in. */
record Said(LineWork.Label label, RoomText text) {
  /** Lines of one name are much as tall. */
  private static final double AS_TALL = 1.4;

  /** The most that is free between two lines of one name, text heights. */
  private static final double LEADING = 1.2;

  /** From one line of a text of several to the next, text heights. */
  private static final double LINE = 5.0 / 3;

  private static final double PARALLEL = Math.cos(Math.toRadians(4));

  double height() {
    return label.text().height();
  }

  Coordinate place() {
    return label.center();
  }

  private Vec2 direction() {
    return label.text().direction().xy();
  }

  /** In source units a metre is this much: heights and widths of texts are not local metres. */
  private double half(double metresPerUnit) {
    long lines = Math.max(1, label.text().text().lines().count());
    return metresPerUnit * height() * (1 + (lines - 1) * LINE) / 2;
  }

  private double halfWidth(double metresPerUnit) {
    return metresPerUnit * label.text().width() / 2;
  }

  /** What is free between two texts: along the baseline and across it, metres, negative: common. */
  private double[] between(Said other, double metresPerUnit) {
    var u = direction();
    double dx = other.place().x - place().x;
    double dy = other.place().y - place().y;
    double along = Math.abs(dx * u.x() + dy * u.y());
    double across = Math.abs(dy * u.x() - dx * u.y());
    return new double[] {
      along - halfWidth(metresPerUnit) - other.halfWidth(metresPerUnit),
      across - half(metresPerUnit) - other.half(metresPerUnit)
    };
  }

  /** What is free between a point and this text, as {@link #between}. */
  double[] from(Coordinate point, double metresPerUnit) {
    var u = direction();
    double dx = point.x - place().x;
    double dy = point.y - place().y;
    return new double[] {
      Math.abs(dx * u.x() + dy * u.y()) - halfWidth(metresPerUnit),
      Math.abs(dy * u.x() - dx * u.y()) - half(metresPerUnit)
    };
  }

  /** Whether two texts are lines of one name, over each other. */
  boolean stacks(Said other, double metresPerUnit) {
    double taller = Math.max(height(), other.height());
    var free = between(other, metresPerUnit);
    return taller <= AS_TALL * Math.min(height(), other.height())
        && direction().dot(other.direction()) > PARALLEL
        && free[0] < 0
        && free[1] < LEADING * taller * metresPerUnit;
  }

  /** Whether the other stands so many text heights at most from this. */
  boolean near(Said other, double heights, double metresPerUnit) {
    var free = between(other, metresPerUnit);
    double most = heights * height() * metresPerUnit;
    return free[0] < most && free[1] < most;
  }

  /** From top to bottom as they are read, then in drawing order. */
  static void sort(List<Said> texts) {
    texts.sort(
        Comparator.comparingDouble((Said said) -> -said.up())
            .thenComparingInt(said -> said.label().item()));
  }

  private double up() {
    var up = direction().perpendicular();
    return Math.round((place().x * up.x() + place().y * up.y()) * 20) / 20.0;
  }

  /** Texts over each other together, each list from top to bottom. */
  static List<List<Said>> stacked(List<Said> texts, double metresPerUnit) {
    var groups = new DisjointSets(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (texts.get(i).stacks(texts.get(j), metresPerUnit)) {
          groups.join(i, j);
        }
      }
    }
    var stacks = new ArrayList<List<Said>>();
    for (var members : groups.members().values()) {
      var stack = new ArrayList<>(members.stream().map(texts::get).toList());
      sort(stack);
      stacks.add(stack);
    }
    return stacks;
  }
}
