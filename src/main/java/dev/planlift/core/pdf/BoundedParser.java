package dev.planlift.core.pdf;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;

/** PDFBox's parser over a {@link BoundedDocument}: object and cross-reference streams included. */
final class BoundedParser extends PDFParser {
  private static final COSName STANDARD = COSName.getPDFName("Standard");

  BoundedParser(RandomAccessRead source, String password, DecodeBudget budget) throws IOException {
    super(source, password);
    document.close();
    document = new BoundedDocument(this, budget);
  }

  /** Knows the locks that a password opens; one for certificates is for its addressees alone. */
  @Override
  protected void prepareDecryption() throws IOException {
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
