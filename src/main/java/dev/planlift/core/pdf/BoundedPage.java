package dev.planlift.core.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FlateFilterDecoderStream;
import org.apache.pdfbox.io.NonSeekableRandomAccessReadInputStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.jspecify.annotations.Nullable;

/**
 * A page whose content is unpacked as it is read, stream after stream, and never to more than the
 * {@link DecodeBudget}: PDFBox unpacks all streams of a page at once, or without bounds.
 */
final class BoundedPage extends PDPage {
  private static final byte[] BETWEEN = {'\n'};

  private final ResourceCache cache;
  private final DecodeBudget budget;
  private @Nullable PDResources resources;

  BoundedPage(COSDictionary page, ResourceCache cache, DecodeBudget budget) {
    super(page);
    this.cache = cache;
    this.budget = budget;
  }

  @Override
  public PDResources getResources() {
    var known = resources;
    if (known == null) {
      var found = PDPageTree.getInheritableAttribute(getCOSObject(), COSName.RESOURCES);
      known = new PDResources(found instanceof COSDictionary d ? d : new COSDictionary(), cache);
      resources = known;
    }
    return known;
  }

  @Override
  public ResourceCache getResourceCache() {
    return cache;
  }

  @Override
  public InputStream getContents() {
    return content();
  }

  @Override
  public RandomAccessRead getContentsForStreamParsing() {
    return new NonSeekableRandomAccessReadInputStream(content());
  }

  /** The streams one after another with white space between, each opened when it is its turn. */
  @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing but an Enumeration
  private InputStream content() {
    var streams = streams().iterator();
    var parts =
        new Enumeration<InputStream>() {
          private boolean between;

          @Override
          public boolean hasMoreElements() {
            return between || streams.hasNext();
          }

          @Override
          public InputStream nextElement() {
            between = !between;
            return between ? opened(streams.next()) : new ByteArrayInputStream(BETWEEN);
          }
        };
    return budget.bounded(new SequenceInputStream(parts));
  }

  private List<COSStream> streams() {
    var streams = new ArrayList<COSStream>();
    switch (getCOSObject().getDictionaryObject(COSName.CONTENTS)) {
      case COSStream stream -> streams.add(stream);
      case COSArray array -> {
        for (int i = 0; i < array.size(); i++) {
          if (array.getObject(i) instanceof COSStream stream) {
            streams.add(stream);
          }
        }
      }
      case null, default -> {}
    }
    return streams;
  }

  private static InputStream opened(COSStream stream) {
    try {
      return COSName.FLATE_DECODE.equals(stream.getFilters())
              && stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP) == null
          ? new FlateFilterDecoderStream(stream.createRawInputStream())
          : stream.createInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
