package dev.planlift.core.pdf;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.Option;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;

/**
 * A PDF, opened, decrypted, its pages found. Objects are read from the file as they are asked for.
 * Not thread-safe; to be closed.
 */
final class PdfFile implements AutoCloseable {
  /** There is something active in the file; it was left alone. */
  static final String ACTIVE_CONTENT = "ACTIVE_CONTENT";

  /** The file does not say, or says wrong, where its objects are; they were looked for. */
  static final String FILE_REBUILT = "FILE_REBUILT";

  /** The file names pages that it does not hold. */
  static final String PAGES_LOST = "PAGES_LOST";

  /** PDFBox writes a line for each thing it repairs, and a hostile file has millions. */
  private static final List<Logger> SILENCED =
      List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

  static {
    SILENCED.forEach(logger -> logger.setLevel(Level.OFF));
    PlainFonts.install();
  }

  private final String name;
  private final PDDocument document;
  private final DecodeBudget budget;
  private final List<COSDictionary> pages;
  private final PageNames names;
  private final List<Diagnostic> diagnostics;

  private PdfFile(
      String name,
      PDDocument document,
      DecodeBudget budget,
      List<COSDictionary> pages,
      PageNames names,
      List<Diagnostic> diagnostics) {
    this.name = name;
    this.document = document;
    this.budget = budget;
    this.pages = List.copyOf(pages);
    this.names = names;
    this.diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Opens a file.
   *
   * @param options of which {@code password} and {@code activeContent} tell how
   * @throws PermanentError NOT_FOUND; STORAGE_ERROR; PARSING_ERROR; ENCRYPTED where neither the
   *     password nor an empty one opens it; ACTIVE_CONTENT where that is refused;
   *     DECOMPRESSION_BOMB; ENTITY_BUDGET
   */
  static PdfFile open(Path file, ConversionOptions options) {
    var name = String.valueOf(file.getFileName());
    return open(name, source(file), options, new DecodeBudget());
  }

  /** Opens a file out of memory. */
  static PdfFile open(byte[] bytes, ConversionOptions options) {
    return open("", new RandomAccessReadBuffer(bytes), options, new DecodeBudget());
  }

  static PdfFile open(
      String name, RandomAccessRead source, ConversionOptions options, DecodeBudget budget) {
    Parsed parsed;
    try {
      parsed = Guard.in(Place.UNKNOWN, () -> parse(source, options, budget));
    } catch (PermanentError e) {
      IOUtils.closeQuietly(source);
      throw e;
    }
    try {
      return Guard.in(Place.UNKNOWN, () -> opened(name, parsed, options, budget));
    } catch (PermanentError e) {
      IOUtils.closeQuietly(parsed.document());
      throw e;
    }
  }

  private static RandomAccessRead source(Path file) {
    try {
      return new RandomAccessReadBufferedFile(file);
    } catch (NoSuchFileException e) {
      throw new PermanentError(
          ErrorCode.NOT_FOUND, "There is no file " + file.getFileName(), Place.UNKNOWN, e);
    } catch (IOException e) {
      throw new PermanentError(
          ErrorCode.STORAGE_ERROR, "The file cannot be read: " + e.getMessage(), Place.UNKNOWN, e);
    }
  }

  /**
   * A file whose objects can be had.
   *
   * @param rebuilt whether they had to be looked for
   */
  private record Parsed(PDDocument document, boolean rebuilt) {}

  private static Parsed parse(
      RandomAccessRead source, ConversionOptions options, DecodeBudget budget) throws IOException {
    var password = options.text(Option.PASSWORD);
    try {
      return parse(source, password, budget);
    } catch (InvalidPasswordException e) {
      throw new PermanentError(
          ErrorCode.ENCRYPTED,
          password.isEmpty()
              ? "The file is encrypted and needs a password"
              : "The password does not open the file",
          Place.UNKNOWN,
          e);
    }
  }

  private static Parsed parse(RandomAccessRead source, String password, DecodeBudget budget)
      throws IOException {
    try {
      return new Parsed(BoundedParser.trusting(source, password, budget).parse(), false);
    } catch (PermanentError | InvalidPasswordException e) {
      throw e;
    } catch (IOException | RuntimeException broken) {
      try {
        return new Parsed(BoundedParser.searching(source, password, budget).parse(), true);
      } catch (IOException e) {
        e.addSuppressed(broken);
        throw e;
      }
    }
  }

  private static PdfFile opened(
      String name, Parsed parsed, ConversionOptions options, DecodeBudget budget) {
    var document = parsed.document();
    var catalog = document.getDocumentCatalog().getCOSObject();
    var root = catalog.getCOSDictionary(COSName.PAGES);
    if (root == null) {
      throw new PermanentError(ErrorCode.PARSING_ERROR, "The file has no page tree");
    }
    var tree = PageTree.walk(root);
    var diagnostics = new ArrayList<Diagnostic>();
    if (parsed.rebuilt()) {
      diagnostics.add(
          new Diagnostic(
              FILE_REBUILT,
              "The file does not say where its pages are; they were looked for",
              Place.UNKNOWN));
    }
    if (tree.lost() > 0) {
      diagnostics.add(
          new Diagnostic(
              PAGES_LOST, tree.lost() + " pages are named but not in the file", Place.UNKNOWN));
    }
    diagnostics.addAll(activeContent(catalog, tree.pages(), options));
    var names = PageNames.of(catalog, tree.pages());
    return new PdfFile(name, document, budget, tree.pages(), names, diagnostics);
  }

  private static List<Diagnostic> activeContent(
      COSDictionary catalog, List<COSDictionary> pages, ConversionOptions options) {
    var findings = ActiveContent.in(catalog, pages);
    if (!findings.isEmpty() && options.text(Option.ACTIVE_CONTENT).equals("refuse")) {
      var first = findings.getFirst();
      throw new PermanentError(
          ErrorCode.ACTIVE_CONTENT, "The file holds " + first.what(), first.where());
    }
    return findings.stream()
        .map(
            finding ->
                new Diagnostic(
                    ACTIVE_CONTENT,
                    "The file holds " + finding.what() + "; it was left alone",
                    finding.where()))
        .toList();
  }

  /** The file's; empty where it came out of memory. */
  String name() {
    return name;
  }

  /** As the file says, such as "1.7". */
  String version() {
    return String.format(Locale.ROOT, "%.1f", document.getVersion());
  }

  /** At least one. */
  int pageCount() {
    return pages.size();
  }

  /** What was found at opening, in the file's order. */
  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /**
   * A page, with a cache of its own for what its content names: dropped with the page.
   *
   * @param number from 1
   */
  BoundedPage page(int number) {
    ResourceCache cache = new DefaultResourceCache();
    return new BoundedPage(pages.get(number - 1), cache, budget);
  }

  /**
   * What the file calls a page; may be nothing.
   *
   * @param number from 1
   */
  List<String> names(int number) {
    return names.of(pages.get(number - 1));
  }

  Optional<PDOptionalContentProperties> optionalContent() {
    return Optional.ofNullable(document.getDocumentCatalog().getOCProperties());
  }

  @Override
  public void close() {
    IOUtils.closeQuietly(document);
  }
}
