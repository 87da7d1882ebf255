package dev.planlift.core.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The path that a content stream is building, in the page's default user space. */
final class CurrentPath {
  private static final byte MOVE = 0;
  private static final byte LINE = 1;
  private static final byte CURVE = 2;
  private static final byte CLOSE = 3;

  private byte[] steps = new byte[64];
  private double[] xy = new double[256];
  private int stepCount;
  private int numberCount;
  private double startX;
  private double startY;
  private double x;
  private double y;
  private boolean begun;
  private boolean closed;

  void moveTo(double toX, double toY) {
    step(MOVE);
    number(toX, toY);
    startX = toX;
    startY = toY;
    at(toX, toY);
    begun = true;
    closed = false;
  }

  void lineTo(double toX, double toY) {
    goOn();
    step(LINE);
    number(toX, toY);
    at(toX, toY);
  }

  void curveTo(double x1, double y1, double x2, double y2, double x3, double y3) {
    goOn();
    step(CURVE);
    number(x1, y1);
    number(x2, y2);
    number(x3, y3);
    at(x3, y3);
  }

  void close() {
    if (begun && !closed) {
      step(CLOSE);
      at(startX, startY);
      closed = true;
    }
  }

  /** After a subpath was closed, what follows begins a new one where that began. */
  private void goOn() {
    if (closed) {
      moveTo(startX, startY);
    }
  }

  @Nullable Point2D currentPoint() {
    return begun ? new Point2D.Double(x, y) : null;
  }

  void clear() {
    stepCount = 0;
    numberCount = 0;
    begun = false;
    closed = false;
  }

  /** Whether anything but places was drawn. */
  boolean isDrawn() {
    for (int i = 0; i < stepCount; i++) {
      if (steps[i] == LINE || steps[i] == CURVE) {
        return true;
      }
    }
    return false;
  }

  /** The same as a path of Java's. */
  Path2D toPath(int windingRule) {
    var path = new Path2D.Double(windingRule, stepCount);
    int n = 0;
    for (int i = 0; i < stepCount; i++) {
      switch (steps[i]) {
        case MOVE -> path.moveTo(xy[n++], xy[n++]);
        case LINE -> path.lineTo(xy[n++], xy[n++]);
        case CURVE -> path.curveTo(xy[n++], xy[n++], xy[n++], xy[n++], xy[n++], xy[n++]);
        default -> path.closePath();
      }
    }
    return path;
  }

  /** Its subpaths where a map puts them, without those that only mark a place. */
  List<Subpath> subpaths(AffineTransform map) {
    var moved = new double[numberCount];
    map.transform(xy, 0, moved, 0, numberCount / 2);
    var all = new ArrayList<Subpath>();
    var current = new SubpathBuilder();
    int n = 0;
    for (int i = 0; i < stepCount; i++) {
      switch (steps[i]) {
        case MOVE -> {
          current.finish(false).ifPresent(all::add);
          current.start(moved[n], moved[n + 1]);
          n += 2;
        }
        case LINE -> {
          current.line(moved[n], moved[n + 1]);
          n += 2;
        }
        case CURVE -> {
          current.curve(moved, n);
          n += 6;
        }
        default -> current.finish(true).ifPresent(all::add);
      }
    }
    current.finish(false).ifPresent(all::add);
    return all;
  }

  private void at(double nowX, double nowY) {
    x = nowX;
    y = nowY;
  }

  private void step(byte kind) {
    if (stepCount == steps.length) {
      steps = Arrays.copyOf(steps, 2 * stepCount);
    }
    steps[stepCount++] = kind;
  }

  private void number(double a, double b) {
    if (numberCount + 2 > xy.length) {
      xy = Arrays.copyOf(xy, 2 * xy.length);
    }
    xy[numberCount++] = a;
    xy[numberCount++] = b;
  }
}
