package dev.planlift.core.geom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Disjoint sets of the numbers 0 to n−1 (union-find with path halving). Not thread-safe. */
public final class DisjointSets {
  private final int[] parent;

  /** Each number in a set of its own. */
  public DisjointSets(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  /** The set of both, with the root of the second. */
  public void join(int a, int b) {
    parent[root(a)] = root(b);
  }

  /** The member that stands for a number's set. */
  public int root(int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The sets, by their root, members ascending. */
  public Map<Integer, List<Integer>> members() {
    var members = new TreeMap<Integer, List<Integer>>();
    for (int i = 0; i < parent.length; i++) {
      members.computeIfAbsent(root(i), root -> new ArrayList<>()).add(i);
    }
    return members;
  }
}
