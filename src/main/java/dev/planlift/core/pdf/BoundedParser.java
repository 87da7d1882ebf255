package dev.planlift.core.pdf;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDFBox's parser over a {@link BoundedDocument}: object and cross-reference streams included. */
final class BoundedParser extends PDFParser {
  private static final COSName STANDARD = COSName.getPDFName("Standard");

  /** So few bytes at a file's end hold no word that tells where its tables are. */
  private static final int NO_TABLES = 16;

  private final boolean searching;
  private boolean asked;

  private BoundedParser(
      RandomAccessRead source, String password, DecodeBudget budget, boolean searching)
      throws IOException {
    super(source, password);
    this.searching = searching;
    document.close();
    document = new BoundedDocument(this, budget);
  }

  /** Goes by what the file says where its objects are, as far as that is true. */
  static BoundedParser trusting(RandomAccessRead source, String password, DecodeBudget budget)
      throws IOException {
    return new BoundedParser(source, password, budget, false);
  }

  /** Goes through the file for its objects, and through these for what holds the pages. */
  static BoundedParser searching(RandomAccessRead source, String password, DecodeBudget budget)
      throws IOException {
    source.seek(0);
    var parser = new BoundedParser(source, password, budget, true);
    parser.setEOFLookupRange(NO_TABLES);
    return parser;
  }

  @Override
  protected COSDictionary retrieveTrailer() throws IOException {
    return searching ? searched() : trusted();
  }

  /** PDFBox searches as well where it finds no table, but without the password. */
  private COSDictionary trusted() throws IOException {
    COSDictionary trailer;
    try {
      trailer = super.retrieveTrailer();
    } catch (InvalidPasswordException e) {
      throw asked ? e : new IOException("The file does not say where its lock is", e);
    }
    // What was put together from what was found has no size, and no lock of a lost table.
    if (!trailer.containsKey(COSName.SIZE)
        && !trailer.containsKey(COSName.ENCRYPT)
        && new LostLock(source, document).trailer().isPresent()) {
      throw new IOException("The file is locked and does not say where");
    }
    return trailer;
  }

  private COSDictionary searched() throws IOException {
    var lock = new LostLock(source, document);
    var locked = lock.trailer();
    COSDictionary trailer;
    if (locked.isPresent()) {
      trailer = locked.get();
      document.setTrailer(trailer);
      document.addXRefTable(lock.offsets());
      prepareDecryption();
      document.addXRefTable(lock.packed(securityHandler));
    } else {
      trailer = super.retrieveTrailer();
    }
    if (!LostCatalog.isKnown(trailer)) {
      LostCatalog.of(document).ifPresent(catalog -> trailer.setItem(COSName.ROOT, catalog));
    }
    return trailer;
  }

  /** Knows the locks that a password opens; one for certificates is for its addressees alone. */
  @Override
  protected void prepareDecryption() throws IOException {
    asked = true;
    var lock = document.getEncryptionDictionary();
    if (lock != null && !STANDARD.equals(lock.getCOSName(COSName.FILTER))) {
      throw new PermanentError(
          ErrorCode.ENCRYPTED, "The file is encrypted, but not with a password");
    }
    super.prepareDecryption();
  }

  /** Leaves the tree as it is, which PDFBox walks without bounds: {@link PageTree} takes it on. */
  @Override
  protected void checkPages(COSDictionary root) throws IOException {
    if (root.getCOSDictionary(COSName.PAGES) == null) {
      throw new IOException("The catalog names no page tree");
    }
  }
}
