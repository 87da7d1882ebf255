package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts edges together to closed loops. Most files give them in order; some programs write them
 * against their direction, in any order, with gaps, or several loops in one path. An edge is
 * followed by the one that begins (or ends, then it is turned round) nearest to its end; a loop is
 * closed where its own start is nearer still.
 */
final class EdgeChain {
  /** Of more edges than this the next one in order is taken: looking for it is quadratic. */
  private static final int MAX_SEARCHED = 3000;

  /** Ends nearer than this share of the whole meet. */
  private static final double MEETING = 1e-6;

  private final List<Segment> edges;
  private final boolean[] used;
  private final double meeting;
  private int firstUnused;

  private EdgeChain(List<Segment> edges) {
    this.edges = edges;
    this.used = new boolean[edges.size()];
    double size = 0;
    for (var edge : edges) {
      size = Math.max(size, edge.start().distance(edges.getFirst().start()));
      size = Math.max(size, edge.end().distance(edges.getFirst().start()));
    }
    this.meeting = MEETING * size;
  }

  /** The loops that edges make, each edge once. */
  static List<List<Segment>> loops(List<Segment> edges) {
    return edges.isEmpty() ? List.of() : new EdgeChain(edges).loops();
  }

  private List<List<Segment>> loops() {
    var loops = new ArrayList<List<Segment>>();
    for (int first = unused(); first < edges.size(); first = unused()) {
      loops.add(loop(first));
    }
    return loops;
  }

  private int unused() {
    while (firstUnused < edges.size() && used[firstUnused]) {
      firstUnused++;
    }
    return firstUnused;
  }

  private List<Segment> loop(int first) {
    var loop = new ArrayList<Segment>();
    var edge = edges.get(first);
    used[first] = true;
    int second = unused();
    boolean alone = edge.start().distance(edge.end()) <= meeting;
    if (!alone && second < edges.size() && isBehind(edge, edges.get(second))) {
      edge = SegmentTurn.reversed(edge);
    }
    loop.add(edge);
    var start = edge.start();
    var end = edge.end();
    while (loop.size() > 1 ? end.distance(start) > meeting : !alone) {
      int next = next(end);
      if (next < 0 || gap(end, edges.get(next)) > Math.max(meeting, end.distance(start))) {
        return loop;
      }
      used[next] = true;
      var follower = edges.get(next);
      boolean against = follower.end().distance(end) < follower.start().distance(end);
      loop.add(against ? SegmentTurn.reversed(follower) : follower);
      end = loop.getLast().end();
    }
    return loop;
  }

  /** Whether the other edge hangs on this one's start. */
  private boolean isBehind(Segment edge, Segment other) {
    double byEnd = gap(edge.end(), other);
    return byEnd > meeting && gap(edge.start(), other) < byEnd;
  }

  /** The next edge in order where it follows, else the nearest one; −1 where none is left. */
  private int next(Vec3 end) {
    int inOrder = unused();
    if (inOrder == edges.size()) {
      return -1;
    }
    double least = gap(end, edges.get(inOrder));
    if (least <= meeting || edges.size() > MAX_SEARCHED) {
      return inOrder;
    }
    int nearest = inOrder;
    for (int i = inOrder + 1; i < edges.size(); i++) {
      double gap = used[i] ? Double.POSITIVE_INFINITY : gap(end, edges.get(i));
      if (gap < least) {
        least = gap;
        nearest = i;
      }
    }
    return nearest;
  }

  private static double gap(Vec3 p, Segment to) {
    return Math.min(p.distance(to.start()), p.distance(to.end()));
  }
}
