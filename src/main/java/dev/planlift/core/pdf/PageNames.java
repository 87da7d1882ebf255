package dev.planlift.core.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a file calls its pages: the bookmarks that go to them (PDF 32000-1, §12.3.3), and the
 * prefixes of page labels (§12.4.2). What is odd in them is passed over.
 */
final class PageNames {
  private static final COSName NUMS = COSName.getPDFName("Nums");

  private static final int MOST_NODES = 20_000;
  private static final int MOST_NAMES = 8;
  private static final int LONGEST = 200;

  private final IdentityHashMap<COSDictionary, List<String>> names = new IdentityHashMap<>();

  private PageNames(List<COSDictionary> pages) {
    pages.forEach(page -> names.put(page, new ArrayList<>()));
  }

  static PageNames of(COSDictionary catalog, List<COSDictionary> pages) {
    var names = new PageNames(pages);
    var outlines = catalog.getCOSDictionary(COSName.OUTLINES);
    if (outlines != null) {
      names.bookmarks(outlines, NamedPlaces.of(catalog));
    }
    names.labels(catalog.getCOSDictionary(COSName.PAGE_LABELS), pages);
    return names;
  }

  /** Bookmarks first, in their order. */
  List<String> of(COSDictionary page) {
    return List.copyOf(names.getOrDefault(page, List.of()));
  }

  private void bookmarks(COSDictionary root, NamedPlaces places) {
    var met = Collections.newSetFromMap(new IdentityHashMap<COSDictionary, Boolean>());
    var open = new ArrayDeque<COSDictionary>();
    push(root.getCOSDictionary(COSName.FIRST), open);
    while (!open.isEmpty() && met.size() < MOST_NODES) {
      var item = open.pop();
      if (met.add(item)) {
        push(item.getCOSDictionary(COSName.NEXT), open);
        push(item.getCOSDictionary(COSName.FIRST), open);
        add(target(item, places), item.getString(COSName.TITLE));
      }
    }
  }

  private static void push(@Nullable COSDictionary item, ArrayDeque<COSDictionary> open) {
    if (item != null) {
      open.push(item);
    }
  }

  /** The page that a bookmark goes to. */
  private static @Nullable COSBase target(COSDictionary item, NamedPlaces places) {
    var action = item.getCOSDictionary(COSName.A);
    var to =
        places.resolved(
            action == null
                ? item.getDictionaryObject(COSName.DEST)
                : action.getDictionaryObject(COSName.D));
    return to != null && to.size() > 0 ? to.getObject(0) : null;
  }

  /** A tree of numbers (§7.9.7), most often of a single node. */
  private void labels(@Nullable COSDictionary root, List<COSDictionary> pages) {
    var met = Collections.newSetFromMap(new IdentityHashMap<COSDictionary, Boolean>());
    var open = new ArrayDeque<COSDictionary>();
    push(root, open);
    while (!open.isEmpty() && met.size() < MOST_NODES) {
      var node = open.pop();
      if (met.add(node)) {
        prefixes(node.getCOSArray(NUMS), pages);
        var kids = node.getCOSArray(COSName.KIDS);
        for (int i = 0; kids != null && i < Math.min(MOST_NODES, kids.size()); i++) {
          push(kids.getObject(i) instanceof COSDictionary kid ? kid : null, open);
        }
      }
    }
  }

  private void prefixes(@Nullable COSArray nums, List<COSDictionary> pages) {
    for (int i = 0; nums != null && i + 1 < Math.min(MOST_NODES, nums.size()); i += 2) {
      if (nums.getObject(i) instanceof COSNumber page
          && nums.getObject(i + 1) instanceof COSDictionary label
          && page.intValue() >= 0
          && page.intValue() < pages.size()) {
        add(pages.get(page.intValue()), label.getString(COSName.P));
      }
    }
  }

  private void add(@Nullable COSBase page, @Nullable String name) {
    if (page instanceof COSDictionary known && names.containsKey(known) && name != null) {
      var all = names.get(known);
      var text = name.strip();
      if (!text.isEmpty() && text.length() <= LONGEST && all.size() < MOST_NAMES) {
        all.add(text);
      }
    }
  }
}
