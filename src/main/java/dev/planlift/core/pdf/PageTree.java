package dev.planlift.core.pdf;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** The pages of a file in order, whatever its tree says of their number. */
final class PageTree {
  /** The largest sets of drawings have hundreds. */
  static final int MAX_PAGES = 10_000;

  /** Branches that hold no page count as well: a small file may name one of them for ever. */
  static final int MAX_NODES = 100_000;

  /** What a page inherits is looked for upwards by recursion. */
  static final int MAX_DEPTH = 200;

  private final List<COSDictionary> pages = new ArrayList<>();
  private final Deque<Branch> path = new ArrayDeque<>();
  private final Set<COSDictionary> onPath = Collections.newSetFromMap(new IdentityHashMap<>());
  private int nodes;
  private int lost;

  /** A branch being walked, and which of its kids comes next. */
  private static final class Branch {
    final COSDictionary node;
    final COSArray kids;
    int next;

    Branch(COSDictionary node, COSArray kids) {
      this.node = node;
      this.kids = kids;
    }
  }

  private PageTree() {}

  /**
   * Walks a tree.
   *
   * @param root of the tree, or the only page
   * @return with at least one page
   * @throws PermanentError PARSING_ERROR where the tree has no page, holds itself or is too deep;
   *     ENTITY_BUDGET for more than {@link #MAX_PAGES}
   */
  static PageTree walk(COSDictionary root) {
    var tree = new PageTree();
    tree.enter(root);
    while (!tree.path.isEmpty()) {
      tree.step();
    }
    if (tree.pages.isEmpty()) {
      throw broken("The file has no page");
    }
    return tree;
  }

  /** In order. */
  List<COSDictionary> pages() {
    return List.copyOf(pages);
  }

  /** How many are named that are not in the file, or cannot be read. */
  int lost() {
    return lost;
  }

  private void step() {
    var branch = path.getLast();
    if (branch.next == branch.kids.size()) {
      path.removeLast();
      onPath.remove(branch.node);
    } else if (branch.kids.getObject(branch.next++) instanceof COSDictionary kid) {
      enter(kid);
    } else {
      lost++;
    }
  }

  private void enter(COSDictionary node) {
    if (++nodes > MAX_NODES) {
      throw tooMany("The page tree has more than " + MAX_NODES + " nodes");
    }
    var kids = node.getCOSArray(COSName.KIDS);
    if (kids == null) {
      leaf(node);
      return;
    }
    if (!onPath.add(node)) {
      throw broken("The page tree holds itself, at page " + (pages.size() + 1));
    }
    path.addLast(new Branch(node, kids));
    if (path.size() > MAX_DEPTH) {
      throw broken("The page tree is deeper than " + MAX_DEPTH);
    }
  }

  private void leaf(COSDictionary node) {
    if (COSName.PAGES.equals(node.getCOSName(COSName.TYPE))) {
      return;
    }
    if (pages.size() == MAX_PAGES) {
      throw tooMany("The file has more than " + MAX_PAGES + " pages");
    }
    pages.add(node);
  }

  private PermanentError tooMany(String detail) {
    return new PermanentError(ErrorCode.ENTITY_BUDGET, detail, Place.of("page", pages.size() + 1));
  }

  private static PermanentError broken(String detail) {
    return new PermanentError(ErrorCode.PARSING_ERROR, detail);
  }
}
