package dev.planlift.core.preview;

import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/**
 * A scene made ready to be painted: flat arrays, metres, relative to the middle of the framed box.
 */
final class Model {
  /** How much darker than its sides the cut top of a wall is, as in a plan. */
  private static final double CUT = 0.30;

  private static final double TOP_TOLERANCE_M = 0.005;

  final Triangles opaque = new Triangles();
  final Triangles glass = new Triangles();
  final Lines lines = new Lines();

  /** The rooms' floors, in the order of their triangles. */
  final List<RoomFloor> rooms = new ArrayList<>();

  private final Vec3 middle;

  private final Thinning thinning;

  private Model(Vec3 middle, Thinning thinning) {
    this.middle = middle;
    this.thinning = thinning;
  }

  /**
   * A scene's model.
   *
   * @param shown what the picture shows of it
   */
  static Model of(Scene scene, Box shown) {
    var model = new Model(shown.center(), Thinning.of(scene, shown));
    SceneWalk.visit(scene, model::add);
    return model;
  }

  private void add(SceneWalk.Piece piece) {
    if (piece.isLines()) {
      addLines(piece);
    } else {
      int first = opaque.count;
      addTriangles(piece);
      if (piece.category() == Category.ROOM && opaque.count > first) {
        rooms.add(RoomFloor.of(piece.node(), first, opaque.count));
      }
    }
  }

  private void addLines(SceneWalk.Piece piece) {
    var p = piece.positions();
    var indices = piece.primitive().indices();
    int rgb = piece.material().rgb();
    for (int i = 0; i + 1 < indices.length; i += 2) {
      int a = 3 * indices[i];
      int b = 3 * indices[i + 1];
      lines.add(x(p, a), y(p, a), z(p, a), x(p, b), y(p, b), z(p, b), rgb);
    }
  }

  private void addTriangles(SceneWalk.Piece piece) {
    var p = piece.positions();
    var indices = piece.primitive().indices();
    double opacity = piece.material().opacity();
    var into = opacity < 0.99 ? glass : opaque;
    int rgb = piece.material().rgb();
    int argb = (int) Math.round(255 * opacity) << 24 | rgb;
    boolean wall = piece.category() == Category.WALL;
    double top = wall ? top(p) - middle.z() - TOP_TOLERANCE_M : 0;
    int cut = 0xFF000000 | Rgb.scaled(rgb, CUT);
    boolean mirrored = piece.placement().determinant() < 0;
    var corners = new float[9];
    for (int i = 0; i + 2 < indices.length; i += 3) {
      for (int c = 0; c < 3; c++) {
        int v = 3 * indices[i + (mirrored ? 2 - c : c)];
        corners[3 * c] = x(p, v);
        corners[3 * c + 1] = y(p, v);
        corners[3 * c + 2] = z(p, v);
      }
      if (thinning.keeps(corners, i / 3)) {
        addTriangle(into, corners, wall && lowest(corners) >= top ? cut : argb);
      }
    }
  }

  private static void addTriangle(Triangles into, float[] t, int argb) {
    float ux = t[3] - t[0];
    float uy = t[4] - t[1];
    float uz = t[5] - t[2];
    float vx = t[6] - t[0];
    float vy = t[7] - t[1];
    float vz = t[8] - t[2];
    float nx = uy * vz - uz * vy;
    float ny = uz * vx - ux * vz;
    float nz = ux * vy - uy * vx;
    float length = (float) Math.sqrt((double) nx * nx + (double) ny * ny + (double) nz * nz);
    if (length > 0 && Float.isFinite(length)) {
      into.add(t, 0, nx / length, ny / length, nz / length, argb);
    }
  }

  private static double top(double[] p) {
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 2; i < p.length; i += 3) {
      top = Math.max(top, p[i]);
    }
    return top;
  }

  private static float lowest(float[] t) {
    return Math.min(t[2], Math.min(t[5], t[8]));
  }

  private float x(double[] p, int at) {
    return (float) (p[at] - middle.x());
  }

  private float y(double[] p, int at) {
    return (float) (p[at + 1] - middle.y());
  }

  private float z(double[] p, int at) {
    return (float) (p[at + 2] - middle.z());
  }
}
