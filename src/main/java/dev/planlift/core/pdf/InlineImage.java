package dev.planlift.core.pdf;

import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;

/** {@code BI … ID … EI}: only the picture's place is taken. */
final class InlineImage extends OperatorProcessor {
  private final PageEngine engine;

  InlineImage(PageEngine engine) {
    super(engine);
    this.engine = engine;
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) {
    engine.picture("inline");
  }

  @Override
  public String getName() {
    return OperatorName.BEGIN_INLINE_IMAGE;
  }
}
