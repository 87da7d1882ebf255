package dev.planlift.core.dxf;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Which blocks contain each other, however many others lie between: the strongly connected parts of
 * the graph of their inserts. R. Tarjan, “Depth-first search and linear graph algorithms”, 1972;
 * without recursion, linear in blocks and their uses.
 */
final class BlockCycles {
  private static final class Node {
    final Iterator<BlockTable.Block> left;
    final int number;
    int low;
    int part = -1;

    Node(BlockTable.Block block, int number) {
      left = block.used().iterator();
      this.number = number;
      low = number;
    }
  }

  private final Map<BlockTable.Block, Node> nodes = new HashMap<>();
  private final Deque<Node> open = new ArrayDeque<>();
  private int parts;

  BlockCycles(Collection<BlockTable.Block> blocks) {
    for (var block : blocks) {
      if (!block.used().isEmpty() && !nodes.containsKey(block)) {
        visit(block);
      }
    }
  }

  /** Whether the content of each of the two contains the other. */
  boolean contain(BlockTable.Block one, BlockTable.Block other) {
    var a = nodes.get(one);
    var b = nodes.get(other);
    return a != null && b != null && a.part == b.part;
  }

  private void visit(BlockTable.Block root) {
    var path = new ArrayDeque<Node>();
    path.push(enter(root));
    while (!path.isEmpty()) {
      var node = path.peek();
      if (node.left.hasNext()) {
        var next = node.left.next();
        var known = nodes.get(next);
        if (known == null) {
          path.push(enter(next));
        } else if (known.part < 0) {
          node.low = Math.min(node.low, known.number);
        }
      } else {
        path.pop();
        if (node.low == node.number) {
          close(node);
        }
        if (!path.isEmpty()) {
          path.peek().low = Math.min(path.peek().low, node.low);
        }
      }
    }
  }

  private Node enter(BlockTable.Block block) {
    var node = new Node(block, nodes.size());
    nodes.put(block, node);
    open.push(node);
    return node;
  }

  private void close(Node first) {
    Node node;
    do {
      node = open.pop();
      node.part = parts;
    } while (node.number != first.number);
    parts++;
  }
}
