package dev.planlift.core.pdf;

import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** {@code BDC}: begins something also where its properties are missing, as {@code EMC} ends it. */
final class MarkedContent extends OperatorProcessor {
  private final PageEngine engine;

  MarkedContent(PageEngine engine) {
    super(engine);
    this.engine = engine;
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) {
    var tag =
        !operands.isEmpty() && operands.getFirst() instanceof COSName name
            ? name
            : COSName.ARTIFACT;
    engine.beginMarkedContentSequence(
        tag, operands.size() < 2 ? null : properties(operands.get(1)));
  }

  private @Nullable COSDictionary properties(COSBase operand) {
    if (operand instanceof COSDictionary direct) {
      return direct;
    }
    var named = engine.getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
    return operand instanceof COSName name && named != null ? named.getCOSDictionary(name) : null;
  }

  @Override
  public String getName() {
    return OperatorName.BEGIN_MARKED_CONTENT_SEQ;
  }
}
