package dev.planlift.core.pdf;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.jspecify.annotations.Nullable;

/**
 * PDFBox's renderer, which leaves out a picture that it cannot decode and says nothing: of a scan
 * that leaves a white page.
 */
final class PageRenderer extends PDFRenderer {
  /** Of the page. What covers less is a logo or a stamp, without which it can still be read. */
  private static final double MUCH = 0.25;

  private Optional<IOException> lost = Optional.empty();

  PageRenderer(PDDocument document) {
    super(document);
  }

  /**
   * Fails where the page was drawn without a picture that covers much of it.
   *
   * @throws PermanentError UNSUPPORTED where there is no decoder, PARSING_ERROR where it is broken
   */
  void checkWhole() {
    if (lost.isPresent()) {
      var reason = lost.get();
      boolean missing = reason instanceof MissingImageReaderException;
      throw new PermanentError(
          missing ? ErrorCode.UNSUPPORTED : ErrorCode.PARSING_ERROR,
          missing
              ? "The page is a picture that is packed as JPEG 2000 (JPXDecode), which is not decoded"
              : "The page is a picture that cannot be decoded: " + reason.getMessage(),
          Place.UNKNOWN,
          reason);
    }
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new Drawer(parameters);
  }

  private final class Drawer extends PageDrawer {
    Drawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    protected void operatorException(
        Operator operator, List<COSBase> operands, IOException exception) throws IOException {
      if (OperatorName.DRAW_OBJECT.equals(operator.getName())
          && isPicture(operands)
          && cover() > MUCH) {
        lost = Optional.of(exception);
      }
      super.operatorException(operator, operands, exception);
    }

    private boolean isPicture(List<COSBase> operands) {
      var objects = getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
      @Nullable COSBase name = operands.isEmpty() ? null : operands.getFirst();
      return objects != null
          && name instanceof COSName key
          && objects.getCOSStream(key) != null
          && COSName.IMAGE.equals(objects.getCOSStream(key).getCOSName(COSName.SUBTYPE));
    }

    /** The part of the page that the unit square covers now. */
    private double cover() {
      var map = getGraphicsState().getCurrentTransformationMatrix();
      var box = getPage().getCropBox();
      double area = map.getScaleX() * map.getScaleY() - map.getShearX() * map.getShearY();
      return Math.abs(area) / Math.max(1, box.getWidth() * box.getHeight());
    }
  }
}
