package dev.planlift.core.preview;

import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A broad sun over the viewer's left shoulder and an even sky, both sampled by a fixed set of
 * directions: soft shadows, and darker corners where little sky is seen. Immutable once made.
 */
final class Daylight {
  /** Neighbouring pixels look in different directions; this many see them all. */
  static final int TURNS = 4;

  private static final int MOST_SKY = 32;
  private static final int LEAST_SKY = 16;

  /** Triangles drawn for all directions together: more than that, and fewer directions do. */
  private static final long BUDGET = 2_000_000;

  private static final int SKY_SIZE = 256;
  private static final int SUN = 8;
  private static final int SUN_SIZE = 576;

  /** Half the angle that the sun spans: broad, for soft edges. */
  private static final double SUN_SPREAD = StrictMath.toRadians(6);

  private static final float SUN_SHARE = 0.46f;

  /** Light that comes from everywhere: bounced off walls and floors. */
  private static final float BOUNCED = 0.20f;

  private static final double GOLDEN_RAD = StrictMath.PI * (3 - StrictMath.sqrt(5));

  private final DepthMap[] maps;
  private final float[] weight;

  Daylight(Camera camera, Box box, Triangles triangles) {
    var directions = new ArrayList<Vec3>();
    var ahead = new Vec3(camera.forward().x(), camera.forward().y(), 0).normalized();
    var sun =
        camera.right().times(-0.60).plus(ahead.times(-0.22)).plus(Vec3.Z.times(1.0)).normalized();
    addSun(directions, sun);
    long sky = Math.clamp(BUDGET / Math.max(1, triangles.count), LEAST_SKY, MOST_SKY);
    addSky(directions, (int) sky / TURNS * TURNS);
    maps = new DepthMap[directions.size()];
    IntStream.range(0, maps.length)
        .parallel()
        .forEach(
            i ->
                maps[i] =
                    new DepthMap(directions.get(i), box, triangles, i < SUN ? SUN_SIZE : SKY_SIZE));
    weight = new float[maps.length];
    weigh(0, SUN, SUN_SHARE);
    weigh(SUN, maps.length, 1 - SUN_SHARE - BOUNCED);
  }

  /** So that, of each turn, the directions together give an open level floor their share. */
  private void weigh(int from, int to, float share) {
    for (int turn = 0; turn < TURNS; turn++) {
      float onFloor = 0;
      for (int i = from + turn; i < to; i += TURNS) {
        onFloor += maps[i].dz;
      }
      for (int i = from + turn; i < to; i += TURNS) {
        weight[i] = share / onFloor;
      }
    }
  }

  private static void addSun(List<Vec3> directions, Vec3 sun) {
    var a = Vec3.Z.cross(sun).normalized();
    var b = sun.cross(a);
    for (int i = 0; i < SUN; i++) {
      double r = StrictMath.tan(SUN_SPREAD) * StrictMath.sqrt((i + 0.5) / SUN);
      double t = i * GOLDEN_RAD;
      directions.add(
          sun.plus(a.times(r * StrictMath.cos(t)))
              .plus(b.times(r * StrictMath.sin(t)))
              .normalized());
    }
  }

  private static void addSky(List<Vec3> directions, int count) {
    for (int i = 0; i < count; i++) {
      double z = 0.12 + 0.88 * (i + 0.5) / count;
      double r = StrictMath.sqrt(1 - z * z);
      double t = i * GOLDEN_RAD + 0.5;
      directions.add(new Vec3(r * StrictMath.cos(t), r * StrictMath.sin(t), z));
    }
  }

  /**
   * The light on a surface: 1 on an open level floor, more towards the sun, less in corners.
   *
   * @param turn 0 to {@value #TURNS} − 1: which part of the directions to look in
   */
  float on(int turn, float x, float y, float z, float nx, float ny, float nz) {
    float light = BOUNCED;
    for (int i = turn; i < maps.length; i += TURNS) {
      var map = maps[i];
      float facing = nx * map.dx + ny * map.dy + nz * map.dz;
      if (facing > 0) {
        float lift = map.liftM();
        float px = x + lift * nx;
        float py = y + lift * ny;
        float pz = z + lift * nz;
        // The sun's edges are seen, those of one of many bits of sky are not.
        float open = i < SUN ? map.lightAt(px, py, pz) : map.roughLightAt(px, py, pz);
        light += weight[i] * facing * open;
      }
    }
    return light;
  }
}
