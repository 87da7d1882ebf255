package dev.planlift.core.pdf;

import dev.planlift.error.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/**
 * What in a file would do something or carry something, were it opened in a viewer: scripts,
 * launched programs, other files inside, XFA forms (PDF 32000-1, 7.11.4, 12.6.4, 12.7.8). It is
 * only looked for: none of it is ever run or unpacked. Links and jumps are not among it.
 */
final class ActiveContent {
  /** So many dictionaries are looked at: no drawing's forms and links come near. */
  private static final int MAX_LOOKS = 1_000_000;

  private static final int MAX_CHAIN = 1000;
  private static final int MAX_DEPTH = 50;
  private static final int MAX_FINDINGS = 100;

  private static final Set<String> ACTIONS =
      Set.of("JavaScript", "Launch", "ImportData", "Rendition", "RichMediaExecute");
  private static final Set<String> CARRIERS = Set.of("FileAttachment", "RichMedia");

  private static final COSName ASSOCIATED = COSName.getPDFName("AF");
  private static final COSName ADDITIONAL = COSName.getPDFName("AA");
  private static final COSName NEXT = COSName.getPDFName("Next");
  private static final COSName XFA = COSName.getPDFName("XFA");

  private final List<Finding> findings = new ArrayList<>();
  private int looks;

  private ActiveContent() {}

  /** One thing found: what it is, such as "JavaScript", and where. */
  record Finding(String what, Place where) {}

  /** Looks through catalog, forms, pages and their annotations. */
  static List<Finding> in(COSDictionary catalog, List<COSDictionary> pages) {
    var look = new ActiveContent();
    look.document(catalog);
    for (int i = 0; i < pages.size(); i++) {
      look.page(pages.get(i), Place.of("page", i + 1));
    }
    return List.copyOf(look.findings);
  }

  private void document(COSDictionary catalog) {
    triggers(catalog, Place.of("object", "Catalog"));
    if (holds(catalog, ASSOCIATED)) {
      found("an embedded file", Place.of("object", "Catalog"));
    }
    var names = catalog.getCOSDictionary(COSName.NAMES);
    if (names != null) {
      names(names);
    }
    var form = catalog.getCOSDictionary(COSName.ACRO_FORM);
    if (form != null) {
      if (form.getDictionaryObject(XFA) != null) {
        found("XFA", Place.of("object", "AcroForm"));
      }
      each(form.getCOSArray(COSName.FIELDS), field -> field(field, 0));
    }
  }

  private void names(COSDictionary names) {
    if (names.getDictionaryObject(COSName.JAVA_SCRIPT) != null) {
      found("JavaScript", Place.of("object", "Names"));
    }
    var files = names.getCOSDictionary(COSName.EMBEDDED_FILES);
    if (files != null && (holds(files, COSName.NAMES) || holds(files, COSName.KIDS))) {
      found("an embedded file", Place.of("object", "Names"));
    }
  }

  private static boolean holds(COSDictionary tree, COSName key) {
    var entries = tree.getCOSArray(key);
    return entries != null && entries.size() > 0;
  }

  private void field(COSDictionary field, int depth) {
    triggers(field, Place.of("object", "AcroForm"));
    if (depth < MAX_DEPTH) {
      each(field.getCOSArray(COSName.KIDS), kid -> field(kid, depth + 1));
    }
  }

  private void page(COSDictionary page, Place where) {
    triggers(page, where);
    each(
        page.getCOSArray(COSName.ANNOTS),
        annotation -> {
          triggers(annotation, where);
          var kind = annotation.getNameAsString(COSName.SUBTYPE);
          if (kind != null && CARRIERS.contains(kind)) {
            found("an embedded file (" + kind + ")", where);
          }
        });
  }

  /** What is done when a thing is opened, clicked on, left and so on. */
  private void triggers(COSDictionary thing, Place where) {
    if (looks++ > MAX_LOOKS) {
      return;
    }
    action(thing.getDictionaryObject(COSName.OPEN_ACTION), where);
    action(thing.getDictionaryObject(COSName.A), where);
    var more = thing.getCOSDictionary(ADDITIONAL);
    if (more != null) {
      more.keySet().forEach(key -> action(more.getDictionaryObject(key), where));
    }
  }

  /** An action and those that follow it; one that leads back to itself ends with the looks. */
  private void action(@Nullable COSBase first, Place where) {
    var waiting = new ArrayDeque<COSDictionary>();
    follow(first, waiting);
    while (!waiting.isEmpty() && looks++ < MAX_LOOKS) {
      var action = waiting.removeFirst();
      var kind = action.getNameAsString(COSName.S);
      if (kind != null && ACTIONS.contains(kind)) {
        found(kind, where);
      }
      follow(action.getDictionaryObject(NEXT), waiting);
    }
  }

  private static void follow(@Nullable COSBase next, Deque<COSDictionary> waiting) {
    if (next instanceof COSDictionary action) {
      waiting.add(action);
    } else if (next instanceof COSArray several) {
      for (int i = 0; i < several.size() && waiting.size() < MAX_CHAIN; i++) {
        follow(several.getObject(i) instanceof COSDictionary one ? one : null, waiting);
      }
    }
  }

  private void each(@Nullable COSArray things, Consumer<COSDictionary> look) {
    for (int i = 0; things != null && i < things.size() && looks <= MAX_LOOKS; i++) {
      looks++;
      if (things.getObject(i) instanceof COSDictionary thing) {
        look.accept(thing);
      }
    }
  }

  private void found(String what, Place where) {
    var finding = new Finding(what, where);
    if (findings.size() < MAX_FINDINGS && !findings.contains(finding)) {
      findings.add(finding);
    }
  }
}
