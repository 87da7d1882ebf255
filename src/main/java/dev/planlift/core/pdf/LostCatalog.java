package dev.planlift.core.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;

/**
 * Finds what holds a file's pages where its trailer does not say, as viewers do: a catalog, else
 * the top of a page tree, else the pages themselves in the order of their numbers.
 */
final class LostCatalog {
  /** Objects that are looked at; each is kept by PDFBox afterwards. */
  private static final int MOST_LOOKS = 200_000;

  private final List<COSObject> pages = new ArrayList<>();
  private Optional<COSDictionary> catalog = Optional.empty();
  private Optional<COSDictionary> tree = Optional.empty();

  private LostCatalog() {}

  /** Whether a trailer leads to a page tree. */
  static boolean isKnown(COSDictionary trailer) {
    var root = trailer.getCOSDictionary(COSName.ROOT);
    return root != null && root.getCOSDictionary(COSName.PAGES) != null;
  }

  /**
   * A catalog of the file, made where it has none; empty where there are no pages either.
   *
   * @param document whose objects are found already
   */
  static Optional<COSDictionary> of(COSDocument document) {
    var lost = new LostCatalog();
    document.getXrefTable().keySet().stream()
        .sorted()
        .limit(MOST_LOOKS)
        .forEach(key -> lost.look(document, key));
    return lost.catalog.or(lost::made);
  }

  private void look(COSDocument document, COSObjectKey key) {
    var object = document.getObjectFromPool(key);
    if (!(object.getObject() instanceof COSDictionary dictionary)) {
      return;
    }
    if (dictionary.getCOSDictionary(COSName.PAGES) != null) {
      catalog = Optional.of(dictionary);
    } else if (isTop(dictionary)) {
      tree = Optional.of(dictionary);
    } else if (COSName.PAGE.equals(dictionary.getCOSName(COSName.TYPE))) {
      pages.add(object);
    }
  }

  private static boolean isTop(COSDictionary dictionary) {
    var type = dictionary.getCOSName(COSName.TYPE);
    return (type == null || type.equals(COSName.PAGES))
        && !dictionary.containsKey(COSName.PARENT)
        && dictionary.getCOSArray(COSName.KIDS) != null;
  }

  private Optional<COSDictionary> made() {
    return tree.or(this::treeOfPages).map(LostCatalog::catalog);
  }

  private Optional<COSDictionary> treeOfPages() {
    if (pages.isEmpty()) {
      return Optional.empty();
    }
    var made = new COSDictionary();
    made.setItem(COSName.TYPE, COSName.PAGES);
    made.setItem(COSName.KIDS, new COSArray(pages));
    return Optional.of(made);
  }

  private static COSDictionary catalog(COSDictionary tree) {
    var made = new COSDictionary();
    made.setItem(COSName.TYPE, COSName.CATALOG);
    made.setItem(COSName.PAGES, tree);
    return made;
  }
}
