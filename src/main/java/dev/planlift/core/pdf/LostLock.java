package dev.planlift.core.pdf;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.BruteForceParser;
import org.apache.pdfbox.pdfparser.XrefTrailerResolver;
import org.apache.pdfbox.pdfparser.XrefTrailerResolver.XRefType;
import org.apache.pdfbox.pdmodel.encryption.ProtectionPolicy;
import org.apache.pdfbox.pdmodel.encryption.SecurityHandler;
import org.jspecify.annotations.Nullable;

/**
 * Finds how a file is locked, and its objects, where its tables do not lead to them. PDFBox's own
 * search tries the empty password alone, and overlooks what only a cross-reference stream says.
 * Linear in the file's length.
 */
final class LostLock extends BruteForceParser {
  private static final String LOCK = "/Encrypt";
  private static final String TRAILER = "trailer";
  private static final char[] OBJECT = {'o', 'b', 'j'};

  LostLock(RandomAccessRead source, COSDocument document) throws IOException {
    super(source, document);
  }

  /**
   * The trailer that names the lock, of several the last one; else the cross-reference stream that
   * does. Empty where the file is not locked.
   */
  Optional<COSDictionary> trailer() throws IOException {
    if (find(LOCK, 0) < 0) {
      return Optional.empty();
    }
    Optional<COSDictionary> last = Optional.empty();
    for (long end = find(TRAILER, 0); end >= 0; end = find(TRAILER, source.getPosition())) {
      var found = trailerAt(end);
      last = found.isPresent() ? found : last;
    }
    return last.isPresent() ? last : tables();
  }

  /** Objects by where they begin. */
  Map<COSObjectKey, Long> offsets() throws IOException {
    return getBFCOSObjectOffsets();
  }

  /** Objects in streams, by the number of their stream, negative, as in a table of PDFBox. */
  Map<COSObjectKey, Long> packed(@Nullable SecurityHandler<? extends ProtectionPolicy> handler)
      throws IOException {
    var resolver = new XrefTrailerResolver();
    resolver.nextXrefObj(0, XRefType.TABLE);
    resolver.setStartxref(0);
    bfSearchForObjStreams(resolver, handler);
    return resolver.getXrefTable();
  }

  private Optional<COSDictionary> trailerAt(long offset) throws IOException {
    source.seek(offset);
    try {
      skipSpaces();
      return Optional.of(parseCOSDictionary(true)).filter(LostLock::isLocked);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<COSDictionary> tables() throws IOException {
    Optional<COSDictionary> last = Optional.empty();
    long read = 0;
    for (long offset : getBFCOSObjectOffsets().values().stream().sorted().toList()) {
      if (offset >= read) {
        var found = tableAt(offset);
        last = found.isPresent() ? found : last;
        read = source.getPosition();
      }
    }
    return last;
  }

  private Optional<COSDictionary> tableAt(long offset) throws IOException {
    source.seek(offset);
    try {
      readObjectNumber();
      readGenerationNumber();
      readExpectedString(OBJECT, true);
      skipSpaces();
      return source.peek() == '<'
          ? Optional.of(parseCOSDictionary(false)).filter(LostLock::isLockedTable)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isLocked(COSDictionary trailer) {
    return trailer.containsKey(COSName.ENCRYPT);
  }

  private static boolean isLockedTable(COSDictionary object) {
    return isLocked(object) && COSName.XREF.equals(object.getCOSName(COSName.TYPE));
  }

  /**
   * Where the next such word ends, which has its first letter once; negative where there is none.
   */
  private long find(String word, long from) throws IOException {
    source.seek(from);
    int matched = 0;
    for (int octet = source.read(); octet >= 0; octet = source.read()) {
      if (octet == word.charAt(matched)) {
        matched++;
      } else {
        matched = octet == word.charAt(0) ? 1 : 0;
      }
      if (matched == word.length()) {
        return source.getPosition();
      }
    }
    return -1;
  }
}
