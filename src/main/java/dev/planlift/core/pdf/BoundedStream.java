package dev.planlift.core.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessInputStream;
import org.apache.pdfbox.io.RandomAccessOutputStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessReadWriteBuffer;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.jspecify.annotations.Nullable;

/**
 * A stream of a file that never unpacks to more than its {@link DecodeBudget}. PDFBox decodes whole
 * streams into memory, whatever comes of them: objects, cross-references, contents, fonts.
 */
final class BoundedStream extends COSStream {
  /** Two are seen in practice: text encoding over deflate. */
  private static final int MAX_FILTERS = 8;

  /** So many bytes long is a row that a predictor keeps, at most: an A0 scan's has 100,000. */
  private static final long MAX_ROW_BYTES = 1 << 24;

  private static final Set<COSName> IMAGE_CODECS =
      Set.of(
          COSName.DCT_DECODE,
          COSName.DCT_DECODE_ABBREVIATION,
          COSName.JPX_DECODE,
          COSName.JBIG2_DECODE,
          COSName.CCITTFAX_DECODE,
          COSName.CCITTFAX_DECODE_ABBREVIATION);

  private final DecodeBudget budget;

  BoundedStream(RandomAccessStreamCache cache, RandomAccessReadView bytes, DecodeBudget budget)
      throws IOException {
    super(cache, bytes);
    this.budget = budget;
  }

  @Override
  public COSInputStream createInputStream(DecodeOptions options) throws IOException {
    PictureSize.check(this);
    var names = filterNames();
    if (names.isEmpty()) {
      return super.createInputStream(options);
    }
    if (IMAGE_CODECS.contains(names.getLast())) {
      checkPicture(names);
      return super.createInputStream(options);
    }
    var plain = new COSStream();
    try (var out = plain.createRawOutputStream()) {
      decodeInto(out, names, options);
    }
    return plain.createInputStream();
  }

  @Override
  public RandomAccessRead createView() throws IOException {
    var names = filterNames();
    if (names.isEmpty()) {
      return super.createView();
    }
    if (IMAGE_CODECS.contains(names.getLast())) {
      checkPicture(names);
      return super.createView();
    }
    var plain = new RandomAccessReadWriteBuffer();
    try (var out = new RandomAccessOutputStream(plain)) {
      decodeInto(out, names, DecodeOptions.DEFAULT);
    }
    plain.seek(0);
    return plain;
  }

  /** The codec at the end makes a picture as large as its own header says, so that is looked at. */
  private void checkPicture(List<COSName> names) throws IOException {
    var packed = new RandomAccessReadWriteBuffer();
    try (var out = new RandomAccessOutputStream(packed)) {
      decodeInto(out, names.subList(0, names.size() - 1), DecodeOptions.DEFAULT);
    }
    packed.seek(0);
    try (var head =
        names.size() == 1 ? createRawInputStream() : new RandomAccessInputStream(packed)) {
      PictureSize.check(names.getLast(), head);
    }
    if (names.getLast().equals(COSName.JBIG2_DECODE)
        && parameters(names.size() - 1) instanceof COSDictionary shared
        && shared.getCOSStream(COSName.JBIG2_GLOBALS) != null) {
      try (var segments = shared.getCOSStream(COSName.JBIG2_GLOBALS).createInputStream()) {
        PictureSize.checkShared(segments);
      }
    }
  }

  private void decodeInto(OutputStream target, List<COSName> names, DecodeOptions options)
      throws IOException {
    InputStream encoded = createRawInputStream();
    for (int i = 0; i < names.size(); i++) {
      checkRow(i);
      boolean last = i == names.size() - 1;
      var between = new RandomAccessReadWriteBuffer();
      var decoded = budget.bounded(last ? target : new RandomAccessOutputStream(between));
      try (var in = encoded) {
        filter(names.get(i)).decode(in, decoded, this, i, options);
      }
      decoded.flush();
      between.seek(0);
      encoded = new RandomAccessInputStream(between);
    }
  }

  private static Filter filter(COSName name) throws IOException {
    return FilterFactory.INSTANCE.getFilter(name);
  }

  /** A predictor allocates two rows of the length that the parameters declare. */
  private void checkRow(int index) {
    if (parameters(index) instanceof COSDictionary row
        && (long) row.getInt(COSName.COLUMNS, 1)
                * Math.max(1, Math.min(32, row.getInt(COSName.COLORS, 1)))
                * Math.max(1, row.getInt(COSName.BITS_PER_COMPONENT, 8))
            > 8 * MAX_ROW_BYTES) {
      throw DecodeBudget.bomb("A stream declares rows of more than " + MAX_ROW_BYTES + " bytes");
    }
  }

  private @Nullable COSBase parameters(int index) {
    var parameters = getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
    if (parameters instanceof COSArray array) {
      return index < array.size() ? array.getObject(index) : null;
    }
    return parameters;
  }

  private List<COSName> filterNames() throws IOException {
    COSBase filters = getFilters();
    var names = new ArrayList<COSName>();
    switch (filters) {
      case COSName name -> names.add(name);
      case COSArray array -> {
        if (array.size() > MAX_FILTERS) {
          throw DecodeBudget.bomb(
              "A stream is packed " + array.size() + " times, more than " + MAX_FILTERS);
        }
        for (int i = 0; i < array.size(); i++) {
          if (array.getObject(i) instanceof COSName name) {
            names.add(name);
          } else {
            throw new IOException("A filter that is no name");
          }
        }
      }
      case null, default -> {}
    }
    return names;
  }
}
