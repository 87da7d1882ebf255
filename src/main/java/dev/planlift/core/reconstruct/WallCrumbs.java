package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Joins what is left over between the cuts of a wall area to the piece it lies against: nobody
 * builds a wall of a hand's breadth by itself. What lies against nothing and is finer is left out.
 */
final class WallCrumbs {
  private static final double CRUMB_M2 = 6e-3;
  private static final double NOTHING_M2 = 1e-3;

  /** So much of an edge must be shared, else the two would touch in a point. */
  private static final double SHARED_M = 5e-3;

  private final Polygon[] pieces;
  private final HPRtree index = new HPRtree();

  /** For each piece, itself or the one it was joined to. */
  private final int[] in;

  private int left;

  private WallCrumbs(List<Polygon> pieces) {
    this.pieces = pieces.toArray(new Polygon[0]);
    this.in = IntStream.range(0, pieces.size()).toArray();
    this.left = pieces.size();
    for (int i = 0; i < this.pieces.length; i++) {
      index.insert(this.pieces[i].getEnvelopeInternal(), i);
    }
  }

  /** The pieces without crumbs, in their order; together the same area, but for what is nothing. */
  static List<Polygon> joined(List<Polygon> pieces) {
    var crumbs =
        IntStream.range(0, pieces.size())
            .filter(i -> pieces.get(i).getArea() < CRUMB_M2)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pieces.get(i).getArea()))
            .toList();
    if (crumbs.isEmpty()) {
      return pieces;
    }
    var joining = new WallCrumbs(pieces);
    crumbs.forEach(joining::join);
    return joining.whole();
  }

  private List<Polygon> whole() {
    var whole = new ArrayList<Polygon>();
    for (int i = 0; i < pieces.length; i++) {
      if (in[i] == i && pieces[i].getArea() >= NOTHING_M2) {
        whole.add(pieces[i]);
      }
    }
    return whole;
  }

  /** The piece that another was joined to in the end. */
  private int host(int piece) {
    int at = piece;
    while (in[at] != at) {
      at = in[at];
    }
    return at;
  }

  private void join(int crumb) {
    if (in[crumb] != crumb || left == 1 || pieces[crumb].getArea() >= CRUMB_M2) {
      return;
    }
    var beside = new TreeSet<Integer>();
    index.query(
        pieces[crumb].getEnvelopeInternal(),
        item -> {
          if (item instanceof Integer piece) {
            beside.add(host(piece));
          }
        });
    beside.remove(crumb);
    int best = -1;
    double most = SHARED_M;
    for (int i : beside) {
      double shared = pieces[crumb].getBoundary().intersection(pieces[i].getBoundary()).getLength();
      if (shared > most) {
        most = shared;
        best = i;
      }
    }
    if (best >= 0) {
      var both = Polygons.parts(Polygons.union(List.of(pieces[crumb], pieces[best])));
      if (both.size() == 1) {
        both.getFirst().normalize();
        pieces[best] = both.getFirst();
        in[crumb] = best;
        left--;
      }
    }
  }
}
