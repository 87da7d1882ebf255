package dev.planlift.core.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.MissingOperandException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.jspecify.annotations.Nullable;

/** {@code Do}: forms are drawn; of pictures only the place is taken, they are never decoded. */
final class DrawXObject extends OperatorProcessor {
  /** Forms within forms. */
  private static final int MOST_NESTED = 32;

  private final PageEngine engine;

  DrawXObject(PageEngine engine) {
    super(engine);
    this.engine = engine;
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) throws IOException {
    if (operands.isEmpty() || !(operands.getFirst() instanceof COSName name)) {
      throw new MissingOperandException(operator, operands);
    }
    var object = object(name);
    if (object == null) {
      throw new IOException("There is no XObject " + name.getName());
    }
    var layers = engine.layers();
    int depth = layers.depth();
    layers.beginObject(object);
    try {
      if (COSName.IMAGE.equals(object.getCOSName(COSName.SUBTYPE))) {
        engine.picture(name.getName());
      } else if (COSName.FORM.equals(object.getCOSName(COSName.SUBTYPE))) {
        form(name, object);
      }
    } finally {
      layers.endTo(depth);
    }
  }

  private @Nullable COSStream object(COSName name) {
    var objects = engine.getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
    return objects == null ? null : objects.getCOSStream(name);
  }

  private void form(COSName name, COSStream stream) throws IOException {
    engine.budget().entered(stream);
    engine.increaseLevel();
    try {
      if (engine.getLevel() > MOST_NESTED) {
        throw new IOException("Forms within forms do not end");
      }
      var object = engine.getResources().getXObject(name);
      if (object instanceof PDTransparencyGroup group) {
        engine.showTransparencyGroup(group);
      } else if (object instanceof PDFormXObject form) {
        engine.showForm(form);
      }
    } finally {
      engine.decreaseLevel();
      engine.budget().left(stream);
    }
  }

  @Override
  public String getName() {
    return OperatorName.DRAW_OBJECT;
  }
}
