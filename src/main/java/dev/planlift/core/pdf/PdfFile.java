package dev.planlift.core.pdf;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** An opened PDF. One thread. */
final class PdfFile implements AutoCloseable {
  /** Kept, as the level of a logger that nobody holds is forgotten. */
  private static final Logger LOG = Logger.getLogger("org.apache.pdfbox");

  private static final Logger FONT_LOG = Logger.getLogger("org.apache.fontbox");

  static {
    // What it puts right it tells its log for every operator; the account of the reading says it.
    LOG.setLevel(Level.OFF);
    FONT_LOG.setLevel(Level.OFF);
    PlainFonts.install();
  }

  private final PDDocument document;
  private final String name;

  private PdfFile(PDDocument document, String name) {
    this.document = document;
    this.name = name;
  }

  /**
   * Opens a file.
   *
   * @throws PermanentError ENCRYPTED or PARSING_ERROR
   */
  static PdfFile open(Path file) {
    var name = String.valueOf(file.getFileName());
    try {
      return new PdfFile(Loader.loadPDF(file.toFile()), name);
    } catch (InvalidPasswordException e) {
      throw new PermanentError(
          ErrorCode.ENCRYPTED, "The PDF needs a password", Place.of("file", name), e);
    } catch (IOException e) {
      throw new PermanentError(
          ErrorCode.PARSING_ERROR,
          "Not to be read as a PDF: " + e.getMessage(),
          Place.of("file", name),
          e);
    }
  }

  String name() {
    return name;
  }

  /** As "1.7". */
  String version() {
    return String.format(Locale.ROOT, "%.1f", document.getVersion());
  }

  int pageCount() {
    return document.getNumberOfPages();
  }

  /**
   * A page.
   *
   * @param number from 1
   */
  PDPage page(int number) {
    return document.getPage(number - 1);
  }

  Optional<PDOptionalContentProperties> optionalContent() {
    return Optional.ofNullable(document.getDocumentCatalog().getOCProperties());
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new PermanentError(
          ErrorCode.INTERNAL, "The PDF cannot be closed: " + e, Place.of("file", name), e);
    }
  }
}
