package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Disjoint sets of the numbers 0 to n−1. */
final class Groups {
  private final int[] parent;

  Groups(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  void join(int a, int b) {
    parent[root(a)] = root(b);
  }

  int root(int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The sets, by their root, members ascending. */
  Map<Integer, List<Integer>> members() {
    var members = new TreeMap<Integer, List<Integer>>();
    for (int i = 0; i < parent.length; i++) {
      members.computeIfAbsent(root(i), root -> new ArrayList<>()).add(i);
    }
    return members;
  }
}
