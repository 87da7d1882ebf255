package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.dxf.PlainText;
import dev.planlift.core.dxf.TagReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * ATTRIB: a text that belongs to an INSERT; ATTDEF: its template inside the block, drawn only where
 * it is constant. One of several lines has them as an embedded MTEXT.
 */
final class AttributeText extends Entity {
  private static final int HIDDEN = 1;
  private static final int CONSTANT = 2;

  /** AcDbEntity, AcDbText, AcDbAttribute; what comes behind them repeats their codes. */
  private static final int OWN_SUBCLASSES = 3;

  private final boolean template;
  private final TextBox box = new TextBox();
  private @Nullable Paragraphs lines;
  private int flags;

  AttributeText(boolean template) {
    this.template = template;
  }

  @Override
  public String type() {
    return template ? "ATTDEF" : "ATTRIB";
  }

  @Override
  void own(int code, TagReader tag) {
    if (subclasses() > OWN_SUBCLASSES) {
      return;
    }
    switch (code) {
      case 70 -> flags = tag.integer();
      case 74 -> box.vertical = tag.integer();
      default -> box.take(code, tag);
    }
  }

  @Override
  void embedded(int code, TagReader tag) {
    var taken = lines == null ? new Paragraphs() : lines;
    lines = taken;
    taken.take(code, tag);
  }

  @Override
  public Result convert(Scope scope) {
    if ((flags & HIDDEN) != 0) {
      return Result.skipped("INVISIBLE", "A hidden attribute");
    }
    if (template && (flags & CONSTANT) == 0) {
      return Result.skipped("TEMPLATE", "An attribute's template is not drawn");
    }
    return written(scope);
  }

  /**
   * What stands in its place where a block is filled with this text; in the block's coordinates.
   */
  Optional<TextLabel> filled(String value, Scope scope) {
    var text = PlainText.ofParagraphs(value);
    return (flags & HIDDEN) != 0 || text.isEmpty()
        ? Optional.empty()
        : Optional.of(box.label(text, ocs(), appearance(scope), source()));
  }

  /** The text, whether shown or not. */
  private Result written(Scope scope) {
    if (lines != null && !lines.isBlank()) {
      return lines.result(ocs(), appearance(scope), source());
    }
    var text = box.text();
    return text.isEmpty()
        ? Result.skipped("EMPTY_TEXT", "An attribute without letters")
        : Result.of(box.label(text, ocs(), appearance(scope), source()));
  }
}
