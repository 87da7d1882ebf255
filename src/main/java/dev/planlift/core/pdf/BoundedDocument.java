package dev.planlift.core.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessStreamCache;

/**
 * The objects of a file, whose streams are bounded; what was decrypted lies in a temporary file.
 */
final class BoundedDocument extends COSDocument {
  private final ICOSParser parser;
  private final DecodeBudget budget;
  private final RandomAccessStreamCache decrypted;

  BoundedDocument(ICOSParser parser, DecodeBudget budget) throws IOException {
    this(parser, budget, IOUtils.createTempFileOnlyStreamCache().create());
  }

  private BoundedDocument(
      ICOSParser parser, DecodeBudget budget, RandomAccessStreamCache decrypted) {
    super(() -> decrypted, parser);
    this.decrypted = decrypted;
    this.parser = parser;
    this.budget = budget;
  }

  @Override
  public COSStream createCOSStream(COSDictionary dictionary, long start, long length)
      throws IOException {
    var view = parser.createRandomAccessReadView(start, length);
    var stream = new BoundedStream(decrypted, view, budget);
    dictionary.forEach(stream::setItem);
    stream.setKey(dictionary.getKey());
    return stream;
  }
}
