package dev.planlift.core.pdf;

import dev.planlift.core.drawing.Cutting;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Understands the clip paths of a page's graphics states, each only once. */
final class ClipPaths {
  /** Points. A chord of a clip's curve lies off it by at most this. */
  private static final double FLATNESS = 0.05;

  /** Points. Corners this near an upright rectangle's are its own. */
  private static final double UPRIGHT = 1e-3;

  /** So many shapes are remembered. */
  private static final int MOST_KNOWN = 4096;

  /** A clip of more corners than this is taken by its box. */
  private static final int MOST_CORNERS = 2000;

  /** One clip path: all of the box, or what the cutting leaves of it. */
  private record Shape(Box box, @Nullable Cutting cutting) {}

  private final AffineTransform toShown;
  private final Box page;
  private final IdentityHashMap<Path2D, Shape> known = new IdentityHashMap<>();
  private @Nullable List<Path2D> lastPaths;
  private int lastSize;
  private PageClip lastClip;

  ClipPaths(PageFrame frame) {
    toShown = frame.toShown();
    page = frame.box();
    lastClip = new PageClip(page, List.of());
  }

  /** All of the page. */
  PageClip whole() {
    return new PageClip(page, List.of());
  }

  /** The clip that some paths in the page's default user space make together. */
  @SuppressWarnings("ReferenceEquality") // the state's own list tells whether it is still the same
  PageClip of(List<Path2D> paths) {
    if (paths == lastPaths && paths.size() == lastSize) {
      return lastClip;
    }
    var box = page;
    var cuttings = new ArrayList<Cutting>();
    for (var path : paths) {
      var shape = shape(path);
      box = PageClip.common(box, shape.box());
      if (shape.cutting() != null) {
        cuttings.add(shape.cutting());
      }
    }
    lastPaths = paths;
    lastSize = paths.size();
    lastClip = new PageClip(box, cuttings);
    return lastClip;
  }

  private Shape shape(Path2D path) {
    var shape = known.get(path);
    if (shape == null) {
      if (known.size() >= MOST_KNOWN) {
        known.clear();
      }
      shape = understood(path);
      known.put(path, shape);
    }
    return shape;
  }

  private Shape understood(Path2D path) {
    var rings = rings(path.getPathIterator(toShown, FLATNESS));
    var box = Box.EMPTY;
    int corners = 0;
    for (var ring : rings) {
      for (var corner : ring) {
        box = box.with(new Vec3(corner.x(), corner.y(), 0));
      }
      corners += ring.size();
    }
    boolean one = rings.size() == 1;
    if (rings.isEmpty() || corners > MOST_CORNERS || (one && isBox(rings.getFirst(), box))) {
      return new Shape(box, null);
    }
    if (!one && path.getWindingRule() == Path2D.WIND_NON_ZERO) {
      rings = rings(new Area(path).getPathIterator(toShown, FLATNESS));
    }
    return new Shape(box, rings.isEmpty() ? null : Cutting.by(rings));
  }

  private static List<List<Vec2>> rings(PathIterator i) {
    var rings = new ArrayList<List<Vec2>>();
    var ring = new ArrayList<Vec2>();
    var at = new double[6];
    for (; !i.isDone(); i.next()) {
      int kind = i.currentSegment(at);
      if (kind == PathIterator.SEG_MOVETO) {
        addRing(ring, rings);
        ring = new ArrayList<>();
      }
      if (kind != PathIterator.SEG_CLOSE) {
        var corner = new Vec2(at[0], at[1]);
        if (ring.isEmpty() || !ring.getLast().equals(corner)) {
          ring.add(corner);
        }
      }
    }
    addRing(ring, rings);
    return rings;
  }

  private static void addRing(List<Vec2> ring, List<List<Vec2>> rings) {
    if (ring.size() > 1 && ring.getFirst().equals(ring.getLast())) {
      ring.removeLast();
    }
    if (ring.size() > 2) {
      rings.add(ring);
    }
  }

  private static boolean isBox(List<Vec2> ring, Box box) {
    return ring.size() == 4
        && ring.stream()
            .allMatch(
                p ->
                    near(p.x(), box.min().x(), box.max().x())
                        && near(p.y(), box.min().y(), box.max().y()));
  }

  private static boolean near(double value, double one, double other) {
    return Math.min(Math.abs(value - one), Math.abs(value - other)) < UPRIGHT;
  }
}
