package dev.planlift.core.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * Where in a file its names lead: destinations that have one, in the catalog's dictionary of them
 * or in the tree of names (PDF 32000-1, §12.3.2.3, §7.9.6). What is odd in them is passed over.
 */
final class NamedPlaces {
  private static final int MOST_NODES = 20_000;
  private static final int MOST_PLACES = 200_000;

  private final Map<String, COSArray> places = new HashMap<>();

  private NamedPlaces() {}

  static NamedPlaces of(COSDictionary catalog) {
    var named = new NamedPlaces();
    var old = catalog.getCOSDictionary(COSName.DESTS);
    if (old != null) {
      old.keySet().forEach(name -> named.add(name.getName(), old.getDictionaryObject(name)));
    }
    var names = catalog.getCOSDictionary(COSName.NAMES);
    if (names != null) {
      named.tree(names.getCOSDictionary(COSName.DESTS));
    }
    return named;
  }

  /** What a destination is, said outright or by a name; null where it leads nowhere. */
  @Nullable COSArray resolved(@Nullable COSBase destination) {
    return switch (destination) {
      case COSArray array -> array;
      case COSName name -> places.get(name.getName());
      case COSString name -> places.get(key(name));
      case null, default -> null;
    };
  }

  private void tree(@Nullable COSDictionary root) {
    Set<COSDictionary> met = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSDictionary> open = new ArrayDeque<>();
    push(root, open);
    while (!open.isEmpty() && met.size() < MOST_NODES) {
      var node = open.pop();
      if (met.add(node)) {
        leaves(node.getCOSArray(COSName.NAMES));
        var kids = node.getCOSArray(COSName.KIDS);
        for (int i = 0; kids != null && i < Math.min(MOST_NODES, kids.size()); i++) {
          push(kids.getObject(i), open);
        }
      }
    }
  }

  private static void push(@Nullable COSBase node, Deque<COSDictionary> open) {
    if (node instanceof COSDictionary branch) {
      open.push(branch);
    }
  }

  /** Names and what they lead to in turn. */
  private void leaves(@Nullable COSArray pairs) {
    for (int i = 0; pairs != null && i + 1 < pairs.size() && places.size() < MOST_PLACES; i += 2) {
      if (pairs.getObject(i) instanceof COSString name) {
        add(key(name), pairs.getObject(i + 1));
      }
    }
  }

  private void add(String name, @Nullable COSBase place) {
    var array =
        place instanceof COSDictionary wrapped ? wrapped.getDictionaryObject(COSName.D) : place;
    if (array instanceof COSArray known && places.size() < MOST_PLACES) {
      places.putIfAbsent(name, known);
    }
  }

  /** Names are bytes, whatever they may mean as text. */
  private static String key(COSString name) {
    return new String(name.getBytes(), StandardCharsets.ISO_8859_1);
  }
}
