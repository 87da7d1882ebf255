package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.TextLabel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Finds what a dimension text may measure where nothing but texts and lines are left of dimensions:
 * a line runs beside the text or breaks off for it, and on it, to both sides of the text, lie its
 * ends, ticks, arrows and the extension lines that cross it. All that come into question are told;
 * only many texts together show which are meant.
 */
final class PaperSpans {
  /** The dimension line lies so many heights of a capital letter off the text's middle. */
  private static final double REACH = 3.2;

  /** Lines off the text's direction by more are no dimension lines of it. */
  private static final double PARALLEL = Math.sin(Math.toRadians(2.5));

  private static final double UPRIGHT = Math.sin(Math.toRadians(20));

  /** Coordinates are rounded when a sheet is plotted, points. */
  private static final double ON_LINE = 0.4;

  /** Stops nearer to each other than this are one, points. */
  private static final double SAME_STOP = 0.25;

  /** No dimension is drawn shorter, points. */
  private static final double SHORTEST = 3;

  /** So many stops to each side are looked at. */
  private static final int MOST_STOPS = 4;

  private static final int MOST_CARRIERS = 4;

  /** A text stands in the middle of what it measures, within this share of it. */
  private static final double CENTRED = 0.12;

  /**
   * A length on paper that a text may speak of.
   *
   * @param length source units
   * @param weight 0 to 1, less where it is odd
   */
  record Span(double length, double weight) {}

  private final LineIndex lines;
  private final double farthest;

  /**
   * @param lines of the paper, source units
   * @param farthest that a dimension may reach, source units
   */
  PaperSpans(LineIndex lines, double farthest) {
    this.lines = lines;
    this.farthest = farthest;
  }

  List<Span> of(TextLabel text) {
    var center = new Coordinate(text.center().x(), text.center().y());
    double length = Math.hypot(text.direction().x(), text.direction().y());
    if (length == 0 || text.height() <= 0) {
      return List.of();
    }
    double ux = text.direction().x() / length;
    double uy = text.direction().y() / length;
    var spans = new ArrayList<Span>();
    var along = new Axis(center, ux, uy);
    collect(along, text.height(), text.width() / 2, REACH * text.height(), 1, spans);
    // Some write all texts level, also those of upright dimensions, in a gap of their line.
    var across = new Axis(center, -uy, ux);
    double reach = Math.max(text.width() / 2 + text.height(), REACH * text.height() / 2);
    collect(across, text.height(), text.height() / 2, reach, 0.7, spans);
    return spans;
  }

  /** A direction through a text's middle. */
  private record Axis(Coordinate at, double ux, double uy) {
    double along(Coordinate p) {
      return (p.x - at.x) * ux + (p.y - at.y) * uy;
    }

    double off(Coordinate p) {
      return (p.y - at.y) * ux - (p.x - at.x) * uy;
    }

    Envelope strip(double reach, double off, double breadth) {
      var box = new Envelope();
      for (double t : new double[] {-reach, reach}) {
        box.expandToInclude(at.x + t * ux - off * uy, at.y + t * uy + off * ux);
      }
      box.expandBy(breadth);
      return box;
    }

    double slope(LineWork.Line line) {
      var d = line.direction();
      return Math.abs(d.y * ux - d.x * uy);
    }
  }

  private void collect(
      Axis axis, double height, double half, double reach, double weight, List<Span> spans) {
    int found = 0;
    for (double off : carriers(axis, height, half, reach)) {
      if (found++ == MOST_CARRIERS) {
        return;
      }
      spans(axis, off, height, weight, spans);
    }
  }

  /** How far the lines lie that run beside the text, the nearest first. */
  private double[] carriers(Axis axis, double height, double half, double reach) {
    double ahead = half + 3 * height;
    var offs = new ArrayList<Double>();
    for (var line : lines.in(axis.strip(ahead, 0, reach))) {
      double a = axis.along(line.a());
      double b = axis.along(line.b());
      double off = (axis.off(line.a()) + axis.off(line.b())) / 2;
      boolean beside = Math.min(a, b) < ahead && Math.max(a, b) > -ahead;
      if (beside
          && line.length() > 0.5 * height
          && Math.abs(off) < reach
          && axis.slope(line) < PARALLEL
          && offs.stream().noneMatch(known -> Math.abs(known - off) < ON_LINE)) {
        offs.add(off);
      }
    }
    return offs.stream()
        .sorted((a, b) -> Double.compare(Math.abs(a), Math.abs(b)))
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private void spans(Axis axis, double off, double height, double weight, List<Span> spans) {
    var ends = new Samples();
    var crossings = new Samples();
    look(axis, off, ends, crossings);
    var places = new TreeSet<Double>();
    nearest(merged(ends.sorted(), height), places);
    for (double end : places) {
      crossings.add(end);
    }
    nearest(merged(crossings.sorted(), height), places);
    var stops = merged(places.stream().mapToDouble(Double::doubleValue).toArray(), height);
    for (double from : stops) {
      for (double to : stops) {
        double length = to - from;
        double aside = Math.abs(from + to) / 2;
        if (from < 0 && to > 0 && length > Math.max(height, SHORTEST)) {
          double middle = aside < CENTRED * length ? 1 : aside < 0.35 * length ? 0.5 : 0.25;
          spans.add(new Span(length, weight * middle));
        }
      }
    }
  }

  /** The nearest ones to both sides of the text. */
  private static void nearest(double[] stops, Set<Double> places) {
    int right = Arrays.binarySearch(stops, 0);
    right = right < 0 ? -right - 1 : right;
    int from = Math.max(0, right - MOST_STOPS);
    int to = Math.min(stops.length, right + MOST_STOPS);
    for (int i = from; i < to; i++) {
      places.add(stops[i]);
    }
  }

  /** Where on a line beside the text pieces of it end, and where others cross or mark it. */
  private void look(Axis axis, double off, Samples ends, Samples crossings) {
    for (var line : lines.in(axis.strip(farthest, off, ON_LINE))) {
      double a = axis.off(line.a()) - off;
      double b = axis.off(line.b()) - off;
      double slope = axis.slope(line);
      if (slope < PARALLEL) {
        if (Math.abs(a) < ON_LINE && Math.abs(b) < ON_LINE) {
          ends.add(axis.along(line.a()));
          ends.add(axis.along(line.b()));
        }
      } else if (slope > UPRIGHT && Math.min(a, b) < ON_LINE && Math.max(a, b) > -ON_LINE) {
        double t = Math.abs(a - b) < 1e-9 ? 0.5 : Math.clamp(a / (a - b), 0, 1);
        double from = axis.along(line.a());
        crossings.add(from + t * (axis.along(line.b()) - from));
      }
    }
  }

  private static double[] merged(double[] places, double height) {
    var stops = new Samples();
    double same = Math.min(SAME_STOP, height / 8);
    double first = Double.NaN;
    double last = Double.NaN;
    for (double place : places) {
      if (place - first <= same) {
        last = place;
        continue;
      }
      if (!Double.isNaN(first)) {
        stops.add((first + last) / 2);
      }
      first = place;
      last = place;
    }
    if (!Double.isNaN(first)) {
      stops.add((first + last) / 2);
    }
    return stops.sorted();
  }
}
