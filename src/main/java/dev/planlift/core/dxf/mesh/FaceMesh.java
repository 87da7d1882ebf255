package dev.planlift.core.dxf.mesh;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.SurfaceMesh;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import earcut4j.Earcut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Grows a mesh of polygons in space, which may be concave, have holes and be somewhat bent. */
public final class FaceMesh {
  /** A polygon of more corners is cut as a fan: ear clipping takes the square of their number. */
  static final int MAX_CORNERS = 4000;

  private double[] positions = new double[24];
  private int[] triangles = new int[36];
  private int coordinates;
  private int corners;
  private int refused;

  /** Adds a vertex; returns its index. */
  public int vertex(double x, double y, double z) {
    if (coordinates + 3 > positions.length) {
      positions = Arrays.copyOf(positions, positions.length * 2);
    }
    positions[coordinates++] = x;
    positions[coordinates++] = y;
    positions[coordinates++] = z;
    return coordinates / 3 - 1;
  }

  public int vertex(Vec3 p) {
    return vertex(p.x(), p.y(), p.z());
  }

  public int vertices() {
    return coordinates / 3;
  }

  public Vec3 at(int vertex) {
    int i = 3 * vertex;
    return new Vec3(positions[i], positions[i + 1], positions[i + 2]);
  }

  /** Faces left out as a corner of theirs is not there. */
  public int refused() {
    return refused;
  }

  /** Corners of all triangles: three each. */
  public int corners() {
    return corners;
  }

  public boolean isEmpty() {
    return corners == 0;
  }

  /** Adds a polygon whose corners run counter-clockwise as seen from outside. */
  public void polygon(int... ring) {
    if (!allThere(ring)) {
      refused++;
      return;
    }
    var clean = withoutRepeats(ring);
    if (clean.length == 3) {
      triangle(clean[0], clean[1], clean[2]);
    } else if (clean.length == 4) {
      quad(clean);
    } else if (clean.length > 4) {
      region(List.of(clean), newell(clean));
    }
  }

  /**
   * Adds a face with holes.
   *
   * @param rings closed, without a repeated end; the widest is the outer one, however it runs
   * @param outward a direction to which the face's front looks, of any length but zero
   */
  public void region(List<int[]> rings, Vec3 outward) {
    var projection = new Projection(outward);
    var usable = new ArrayList<int[]>();
    int outer = -1;
    double widest = 0;
    int count = 0;
    for (var ring : rings) {
      if (!allThere(ring)) {
        refused++;
        return;
      }
      var clean = withoutRepeats(ring);
      if (clean.length < 3) {
        continue;
      }
      double area = Math.abs(projection.area(clean));
      if (area > widest) {
        widest = area;
        outer = usable.size();
      }
      usable.add(clean);
      count += clean.length;
    }
    if (outer < 0) {
      return;
    }
    usable.addFirst(usable.remove(outer));
    if (count > MAX_CORNERS) {
      fan(usable.getFirst(), projection);
    } else {
      ears(usable, count, projection);
    }
  }

  private void ears(List<int[]> rings, int count, Projection projection) {
    var flat = new double[2 * count];
    var vertex = new int[count];
    var holes = new int[rings.size() - 1];
    int next = 0;
    for (int r = 0; r < rings.size(); r++) {
      if (r > 0) {
        holes[r - 1] = next;
      }
      for (int corner : rings.get(r)) {
        flat[2 * next] = projection.u(corner);
        flat[2 * next + 1] = projection.v(corner);
        vertex[next++] = corner;
      }
    }
    var ears = Earcut.earcut(flat, holes.length == 0 ? null : holes, 2);
    for (int i = 0; i + 2 < ears.size(); i += 3) {
      projection.outward(vertex[ears.get(i)], vertex[ears.get(i + 1)], vertex[ears.get(i + 2)]);
    }
  }

  private void fan(int[] ring, Projection projection) {
    for (int i = 1; i + 1 < ring.length; i++) {
      projection.outward(ring[0], ring[i], ring[i + 1]);
    }
  }

  /**
   * Of the two ways to halve a quadrangle the one that keeps inside where it is concave, else the
   * shorter cut.
   */
  private void quad(int[] q) {
    int from = goodDiagonal(at(q[0]), at(q[1]), at(q[2]), at(q[3]));
    triangle(q[from], q[from + 1], q[from + 2]);
    triangle(q[from], q[from + 2], q[(from + 3) % 4]);
  }

  /** 0 where a quadrangle is to be cut from its first corner to its third, else 1. */
  public static int goodDiagonal(Vec3 a, Vec3 b, Vec3 c, Vec3 d) {
    var normal = c.minus(a).cross(d.minus(b));
    boolean first = turns(a, b, c, normal) && turns(c, d, a, normal);
    boolean second = turns(b, c, d, normal) && turns(d, a, b, normal);
    if (first != second) {
      return first ? 0 : 1;
    }
    return a.distance(c) <= b.distance(d) ? 0 : 1;
  }

  private static boolean turns(Vec3 a, Vec3 b, Vec3 c, Vec3 normal) {
    return b.minus(a).cross(c.minus(a)).dot(normal) > 0;
  }

  /** The area's direction and twice its size (Newell), whatever the polygon's bends. */
  private Vec3 newell(int[] ring) {
    var sum = Vec3.ZERO;
    var origin = at(ring[0]);
    for (int i = 1; i + 1 < ring.length; i++) {
      sum = sum.plus(at(ring[i]).minus(origin).cross(at(ring[i + 1]).minus(origin)));
    }
    return sum;
  }

  private boolean allThere(int[] ring) {
    for (int corner : ring) {
      if (corner < 0 || corner >= vertices()) {
        return false;
      }
    }
    return true;
  }

  /** The ring without corners that stand where the one before them stands. */
  private int[] withoutRepeats(int[] ring) {
    var kept = new int[ring.length];
    int count = 0;
    for (int corner : ring) {
      if (count == 0 || !same(kept[count - 1], corner)) {
        kept[count++] = corner;
      }
    }
    while (count > 1 && same(kept[count - 1], kept[0])) {
      count--;
    }
    return Arrays.copyOf(kept, count);
  }

  private boolean same(int a, int b) {
    int i = 3 * a;
    int k = 3 * b;
    return positions[i] == positions[k]
        && positions[i + 1] == positions[k + 1]
        && positions[i + 2] == positions[k + 2];
  }

  /** Adds a triangle as it is. */
  public void triangle(int a, int b, int c) {
    if (corners + 3 > triangles.length) {
      triangles = Arrays.copyOf(triangles, triangles.length * 2);
    }
    triangles[corners++] = a;
    triangles[corners++] = b;
    triangles[corners++] = c;
  }

  public SurfaceMesh toItem(Appearance appearance, SourceRef source) {
    return new SurfaceMesh(
        Arrays.copyOf(positions, coordinates),
        Arrays.copyOf(triangles, corners),
        appearance,
        source);
  }

  /** The plane of two axes on which a face looking a certain way is widest. */
  private final class Projection {
    private final int first;
    private final int second;
    private final boolean mirrored;

    Projection(Vec3 outward) {
      double x = Math.abs(outward.x());
      double y = Math.abs(outward.y());
      double z = Math.abs(outward.z());
      int dropped = x > y && x > z ? 0 : y > z ? 1 : 2;
      first = (dropped + 1) % 3;
      second = (dropped + 2) % 3;
      mirrored = (dropped == 0 ? outward.x() : dropped == 1 ? outward.y() : outward.z()) < 0;
    }

    double u(int vertex) {
      return positions[3 * vertex + first];
    }

    double v(int vertex) {
      return positions[3 * vertex + second];
    }

    /** Twice the signed area, about the first corner to keep digits. */
    double area(int[] ring) {
      double sum = 0;
      for (int i = 1; i + 1 < ring.length; i++) {
        sum += twice(ring[0], ring[i], ring[i + 1]);
      }
      return sum;
    }

    private double twice(int a, int b, int c) {
      return (u(b) - u(a)) * (v(c) - v(a)) - (v(b) - v(a)) * (u(c) - u(a));
    }

    /** Adds a triangle so turned that it looks outward; none where it has no area. */
    void outward(int a, int b, int c) {
      double twice = twice(a, b, c);
      if (twice != 0) {
        boolean turned = twice < 0 != mirrored;
        triangle(a, turned ? c : b, turned ? b : c);
      }
    }
  }
}
