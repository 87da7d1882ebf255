package dev.planlift.core.preview;

import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.Scene;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which part of a scene the picture shows: the building where there is one, else where most of what
 * is drawn lies. A few strays far away do not count.
 */
final class Framing {
  private static final Set<Category> BUILDING =
      EnumSet.of(
          Category.WALL,
          Category.ROOM,
          Category.DOOR,
          Category.WINDOW,
          Category.SLAB,
          Category.COLUMN,
          Category.STAIR);

  private static final int SAMPLES = 400_000;

  /** Points beyond this share on either side may be strays. */
  private static final double TAIL = 0.01;

  /** Strays are points farther out than this share of the bulk's size. */
  private static final double REACH = 0.5;

  private final double[] points = new double[3 * SAMPLES];
  private long met;
  private int kept;

  /** Of so many points met, one is kept. */
  private long step = 1;

  private final Bearing bearing = new Bearing();

  private Framing() {}

  /**
   * What is shown.
   *
   * @param box around it
   * @param points of it from the middle of the box, 3 values each: what must be in the picture
   * @param bearingRad in which its walls run, −π/4 to π/4 from the x axis
   */
  @SuppressWarnings("ArrayRecordComponent") // flat, as meshes are
  record Shown(Box box, double[] points, double bearingRad) {}

  static Shown of(Scene scene) {
    var building = new Framing();
    SceneWalk.visit(
        scene,
        piece -> {
          if (BUILDING.contains(piece.category()) && !piece.isLines()) {
            building.add(piece.positions());
            if (piece.category() == Category.WALL) {
              building.bearing.add(piece.positions(), piece.primitive().indices());
            }
          }
        });
    if (building.kept >= 3) {
      return building.shown();
    }
    var everything = new Framing();
    SceneWalk.visit(scene, piece -> everything.add(piece.positions()));
    if (everything.kept == 0) {
      everything.add(new double[] {0, 0, 0, 1, 1, 0});
    }
    return everything.shown();
  }

  /** Keeps points evenly: when the store is full, every second one goes. */
  private void add(double[] xyz) {
    for (int i = 0; i + 2 < xyz.length; i += 3, met++) {
      if (!(Double.isFinite(xyz[i])
          && Double.isFinite(xyz[i + 1])
          && Double.isFinite(xyz[i + 2]))) {
        continue;
      }
      if (met % step != 0) {
        continue;
      }
      if (kept == SAMPLES) {
        halve();
      }
      System.arraycopy(xyz, i, points, 3 * kept, 3);
      kept++;
    }
  }

  private void halve() {
    for (int i = 0; i < kept / 2; i++) {
      System.arraycopy(points, 6 * i, points, 3 * i, 3);
    }
    kept /= 2;
    step *= 2;
  }

  private Shown shown() {
    var box = bulk();
    var middle = box.center();
    var inside = new double[3 * kept];
    int count = 0;
    for (int i = 0; i < 3 * kept; i += 3) {
      double x = points[i];
      double y = points[i + 1];
      double z = points[i + 2];
      if (isWithin(x, box.min().x(), box.max().x())
          && isWithin(y, box.min().y(), box.max().y())
          && isWithin(z, box.min().z(), box.max().z())) {
        inside[count++] = x - middle.x();
        inside[count++] = y - middle.y();
        inside[count++] = z - middle.z();
      }
    }
    return new Shown(box, Arrays.copyOf(inside, count), bearing.angleRad());
  }

  private static boolean isWithin(double value, double least, double most) {
    return least <= value && value <= most;
  }

  private Box bulk() {
    var min = new double[3];
    var max = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      var values = new double[kept];
      for (int i = 0; i < kept; i++) {
        values[i] = points[3 * i + axis];
      }
      Arrays.sort(values);
      int tail = (int) (kept * TAIL);
      double low = values[tail];
      double high = values[kept - 1 - tail];
      double reach = Math.max(REACH * (high - low), 0.5);
      min[axis] = values[firstAtLeast(values, low - reach)];
      max[axis] = values[firstAtLeast(values, Math.nextUp(high + reach)) - 1];
    }
    return new Box(new Vec3(min[0], min[1], min[2]), new Vec3(max[0], max[1], max[2]));
  }

  private static int firstAtLeast(double[] sorted, double bound) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
