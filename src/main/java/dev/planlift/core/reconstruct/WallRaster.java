package dev.planlift.core.reconstruct;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;

/**
 * A wall area as cells that are wall or not, to tell fast how much of two areas lies over each
 * other. Cells are counted from zero of the plan, so that those of equal size fit each other.
 */
final class WallRaster {
  private final double cellM;
  private final int left;
  private final int bottom;
  private final int rows;
  private final int words;
  private final long[] bits;
  private final long count;

  WallRaster(Geometry walls, double cellM) {
    this.cellM = cellM;
    Envelope box = walls.getEnvelopeInternal();
    left = (int) Math.floor(box.getMinX() / cellM);
    bottom = (int) Math.floor(box.getMinY() / cellM);
    rows = (int) Math.floor(box.getMaxY() / cellM) - bottom + 1;
    words = ((int) Math.floor(box.getMaxX() / cellM) - left + 2) / 64 + 1;
    bits = new long[rows * words];
    for (var part : Polygons.parts(walls)) {
      toggle(part.getExteriorRing());
      for (int i = 0; i < part.getNumInteriorRing(); i++) {
        toggle(part.getInteriorRingN(i));
      }
    }
    fill();
    long sum = 0;
    for (long word : bits) {
      sum += Long.bitCount(word);
    }
    count = sum;
  }

  /** How many cells are wall. */
  long count() {
    return count;
  }

  /** Marks where the middle line of each row of cells goes in or out of an area. */
  private void toggle(LinearRing ring) {
    Coordinate[] points = ring.getCoordinates();
    for (int i = 1; i < points.length; i++) {
      var low = points[i - 1].y <= points[i].y ? points[i - 1] : points[i];
      var high = points[i - 1].y <= points[i].y ? points[i] : points[i - 1];
      int from = (int) Math.ceil(low.y / cellM - 0.5);
      int to = (int) Math.ceil(high.y / cellM - 0.5);
      for (int row = from; row < to; row++) {
        double t = ((row + 0.5) * cellM - low.y) / (high.y - low.y);
        double x = low.x + t * (high.x - low.x);
        int column = (int) Math.ceil(x / cellM - 0.5) - left;
        bits[(row - bottom) * words + (column >> 6)] ^= 1L << column;
      }
    }
  }

  /** Between an odd mark and the next lies wall: each bit becomes the parity of those up to it. */
  private void fill() {
    for (int row = 0; row < rows; row++) {
      long before = 0;
      for (int i = row * words; i < (row + 1) * words; i++) {
        long word = bits[i];
        for (int by = 1; by < 64; by *= 2) {
          word ^= word << by;
        }
        bits[i] = word ^ before;
        before = bits[i] >> 63; // all ones where the last cell is wall
      }
    }
  }

  /** How many of these cells lie over wall of another raster, moved by so many metres. */
  long over(WallRaster other, double moveX, double moveY) {
    int right = left + (int) Math.round(moveX / cellM) - other.left;
    int up = bottom + (int) Math.round(moveY / cellM) - other.bottom;
    long shared = 0;
    for (int row = Math.max(0, -up); row < Math.min(rows, other.rows - up); row++) {
      for (int word = 0; word < words; word++) {
        long own = bits[row * words + word];
        if (own != 0) {
          shared += Long.bitCount(own & other.word(row + up, 64 * word + right));
        }
      }
    }
    return shared;
  }

  /** 64 cells of a row from a column on. */
  private long word(int row, int column) {
    int index = Math.floorDiv(column, 64);
    int offset = Math.floorMod(column, 64);
    long low = whole(row, index) >>> offset;
    return offset == 0 ? low : low | whole(row, index + 1) << (64 - offset);
  }

  private long whole(int row, int index) {
    return index < 0 || index >= words ? 0 : bits[row * words + index];
  }
}
