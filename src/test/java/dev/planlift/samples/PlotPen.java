package dev.planlift.samples;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.CurveFlattening;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.FilledRegion.Fill;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.PatternStrokes;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws items whose coordinates are points already. Not thread-safe. */
final class PlotPen {
  private static final double FLAT_PT = 0.005;
  private static final double CHORD_RAD = Math.toRadians(4);
  private static final double HEAVY_PT = 1.42;
  private static final double LIGHT_PT = 0.51;
  private static final double FINE_PT = 0.25;
  private static final double[] DASH_DOT = {12, 3, 1, 3};

  private final PlotManner manner;
  private final PlotStream out;
  private final PlotFonts fonts;

  PlotPen(PlotManner manner, PlotStream out, PlotFonts fonts) {
    this.manner = manner;
    this.out = out;
    this.fonts = fonts;
  }

  void draw(DrawingItem item) {
    switch (item) {
      case Path path when !path.isPoint() -> path(path);
      case FilledRegion region -> region(region);
      case TextLabel label -> text(label);
      case MeasuredDimension dimension -> dimension.picture().forEach(this::draw);
      default -> {}
    }
  }

  private double weight(Appearance appearance) {
    boolean wall =
        appearance
            .layer()
            .name()
            .toLowerCase(Locale.ROOT)
            .matches(".*(wall|wand|벽|墙|壁|muros|murs|sciany|layer1)");
    boolean axis = isAxis(appearance);
    return switch (manner.strokes()) {
      case HAIRLINES -> 0;
      case ONE_PEN -> LIGHT_PT;
      default -> wall ? HEAVY_PT : axis ? FINE_PT : LIGHT_PT;
    };
  }

  private static boolean isAxis(Appearance appearance) {
    return appearance
        .layer()
        .name()
        .toLowerCase(Locale.ROOT)
        .matches(".*(grid|achsen|중심선|轴线|通り芯|ejes|axes|osie|layer6)");
  }

  private void path(Path path) {
    double width = path.stroke().isWide() ? path.stroke().startWidth() : weight(path.appearance());
    if (isAxis(path.appearance()) && manner.dashes() == PlotManner.Dashes.PIECES) {
      out.op("w", width);
      dashes(points(path, FLAT_PT));
      return;
    }
    if (manner.strokes() == PlotManner.Strokes.FILLS || path.stroke().isWide()) {
      if (path.stroke().isWide() && manner.strokes() != PlotManner.Strokes.FILLS) {
        out.op("w", width).op("J", 0).op("j", 0);
        whole(path);
      } else {
        thinFills(points(path, FLAT_PT), Math.max(width, FINE_PT));
      }
      return;
    }
    out.op("w", width);
    if (isAxis(path.appearance())) {
      out.raw("[12 3 1 3] 0 d");
    }
    stroked(path);
    if (manner.strokes() == PlotManner.Strokes.DOUBLE) {
      stroked(path);
    }
    if (isAxis(path.appearance())) {
      out.raw("[] 0 d");
    }
  }

  private void stroked(Path path) {
    boolean curved = path.segments().stream().anyMatch(s -> !(s instanceof Segment.Polyline));
    if (curved && manner.curves() == PlotManner.Curves.LOOSE_CHORDS) {
      pieces(points(path, 0));
    } else if (!curved && manner.strokes() == PlotManner.Strokes.PIECES) {
      pieces(points(path, FLAT_PT));
    } else {
      whole(path);
    }
  }

  private void whole(Path path) {
    var start = path.segments().getFirst().start();
    out.at("m", start.x(), start.y());
    for (var segment : path.segments()) {
      segment(segment);
    }
    out.op(path.closed() ? "s" : "S");
  }

  private void segment(Segment segment) {
    switch (segment) {
      case Segment.Polyline line -> vertices(line);
      case Segment.EllipticArc arc when manner.curves() == PlotManner.Curves.BEZIER -> arc(arc);
      case Segment.CubicBezier b when manner.curves() == PlotManner.Curves.BEZIER ->
          out.at("c", b.p1().x(), b.p1().y(), b.p2().x(), b.p2().y(), b.p3().x(), b.p3().y());
      default -> vertices(flat(segment));
    }
  }

  private void vertices(Segment.Polyline line) {
    for (int i = 1; i < line.size(); i++) {
      out.at("l", line.vertex(i).x(), line.vertex(i).y());
    }
  }

  /** Pieces of at most a quarter: k = 4/3 · tan(sweep/4). */
  private void arc(Segment.EllipticArc arc) {
    int count = (int) Math.ceil(Math.abs(arc.sweepRad()) / (Math.PI / 2) - 1e-9);
    double step = arc.sweepRad() / count;
    double k = 4.0 / 3 * Math.tan(step / 4);
    for (int i = 0; i < count; i++) {
      double t0 = arc.startRad() + i * step;
      double t1 = t0 + step;
      var a = arc.at(t0).plus(tangent(arc, t0).times(k));
      var b = arc.at(t1).plus(tangent(arc, t1).times(-k));
      var end = arc.at(t1);
      out.at("c", a.x(), a.y(), b.x(), b.y(), end.x(), end.y());
    }
  }

  private static Vec3 tangent(Segment.EllipticArc arc, double t) {
    return arc.u().times(-Math.sin(t)).plus(arc.v().times(Math.cos(t)));
  }

  /** As short chords where the manner has such curves. */
  private Segment.Polyline flat(Segment segment) {
    if (segment instanceof Segment.EllipticArc arc) {
      int count = (int) Math.ceil(Math.abs(arc.sweepRad()) / CHORD_RAD);
      var xyz = new double[3 * (count + 1)];
      for (int i = 0; i <= count; i++) {
        var p = arc.at(arc.startRad() + arc.sweepRad() * i / count);
        xyz[3 * i] = p.x();
        xyz[3 * i + 1] = p.y();
      }
      return new Segment.Polyline(xyz);
    }
    return CurveFlattening.flatten(segment, FLAT_PT);
  }

  private List<Vec3> points(Path path, double tolerance) {
    var points = new ArrayList<Vec3>();
    for (var segment : path.segments()) {
      var line = tolerance > 0 ? CurveFlattening.flatten(segment, tolerance) : flat(segment);
      for (int i = points.isEmpty() ? 0 : 1; i < line.size(); i++) {
        points.add(line.vertex(i));
      }
    }
    if (path.closed()) {
      points.add(points.getFirst());
    }
    return points;
  }

  /** Every other one, then the rest: neighbours do not follow each other. */
  private void pieces(List<Vec3> points) {
    for (int from = 1; from <= 2; from++) {
      for (int i = from; i < points.size(); i += 2) {
        line(points.get(i - 1), points.get(i));
      }
    }
  }

  private void line(Vec3 a, Vec3 b) {
    out.line(a.x(), a.y(), b.x(), b.y());
  }

  private void dashes(List<Vec3> points) {
    double left = DASH_DOT[0];
    int dash = 0;
    for (int i = 1; i < points.size(); i++) {
      var a = points.get(i - 1);
      double length = points.get(i).minus(a).length();
      var along = points.get(i).minus(a).times(1 / Math.max(length, 1e-12));
      double at = 0;
      while (at < length) {
        double to = Math.min(length, at + left);
        if (dash % 2 == 0) {
          line(a.plus(along.times(at)), a.plus(along.times(to)));
        }
        left -= to - at;
        if (left <= 1e-9) {
          dash = (dash + 1) % DASH_DOT.length;
          left = DASH_DOT[dash];
        }
        at = to;
      }
    }
  }

  private void thinFills(List<Vec3> points, double width) {
    for (int i = 1; i < points.size(); i++) {
      var a = points.get(i - 1);
      var b = points.get(i);
      var along = b.minus(a);
      if (along.length() > 1e-9) {
        var across = new Vec3(-along.y(), along.x(), 0).times(width / 2 / along.length());
        out.at("m", a.x() + across.x(), a.y() + across.y());
        out.at("l", b.x() + across.x(), b.y() + across.y());
        out.at("l", b.x() - across.x(), b.y() - across.y());
        out.at("l", a.x() - across.x(), a.y() - across.y());
        out.op("f");
      }
    }
  }

  private void region(FilledRegion region) {
    switch (region.fill()) {
      case Fill.Solid ignored -> filled(region, "0.55 g");
      case Fill.Gradient ignored -> filled(region, "0.8 g");
      case Fill.Pattern pattern when manner.hatches() == PlotManner.Hatches.TILING -> {
        for (var line : pattern.lines()) {
          filled(region, "/Pattern cs /" + fonts.tiling(line) + " scn");
        }
      }
      case Fill.Pattern pattern -> {
        out.op("w", Math.min(FINE_PT, weight(region.appearance())));
        PatternStrokes.draw(region, pattern, FLAT_PT, this::line);
      }
    }
  }

  private void filled(FilledRegion region, String colour) {
    out.raw("q").raw(colour);
    for (var loop : region.loops()) {
      if (!loop.isEmpty()) {
        out.at("m", loop.getFirst().start().x(), loop.getFirst().start().y());
        loop.forEach(this::segment);
        out.op("h");
      }
    }
    out.raw("f*").raw("Q");
  }

  private void text(TextLabel label) {
    var lines = label.text().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      double down = (i - (lines.length - 1) / 2.0) * 1.6 * label.height();
      var up = new Vec3(-label.direction().y(), label.direction().x(), 0);
      text(lines[i], label.center().minus(up.times(down)), label.direction(), label.height());
    }
  }

  private void text(String text, Vec3 center, Vec3 direction, double height) {
    if (manner.texts() == PlotManner.Texts.NONE || text.isBlank()) {
      return;
    }
    boolean strokes = manner.texts() == PlotManner.Texts.STROKES;
    double unit = strokes ? height / StrokeLetters.HEIGHT : height / PlotFonts.CAP_HEIGHT;
    double width = unit * (strokes ? StrokeLetters.width(text) : fonts.width(text));
    var up = new Vec3(-direction.y(), direction.x(), 0);
    var start = center.minus(direction.times(width / 2)).minus(up.times(height / 2));
    if (!strokes) {
      out.raw(fonts.show(text, start, direction, unit));
      return;
    }
    out.op("w", manner.strokes() == PlotManner.Strokes.HAIRLINES ? 0 : FINE_PT);
    StrokeLetters.draw(
        text,
        xy -> {
          for (int i = 0; i < xy.length; i += 2) {
            var p = start.plus(direction.times(xy[i] * unit)).plus(up.times(xy[i + 1] * unit));
            out.at(i == 0 ? "m" : "l", p.x(), p.y());
          }
          out.op("S");
        });
  }
}
