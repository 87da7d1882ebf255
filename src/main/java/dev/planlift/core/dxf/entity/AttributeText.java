package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;

/**
 * ATTRIB: a text that belongs to an INSERT; ATTDEF: its template inside the block, drawn only where
 * it is constant.
 */
final class AttributeText extends Entity {
  private static final int HIDDEN = 1;
  private static final int CONSTANT = 2;

  private final boolean template;
  private final TextBox box = new TextBox();
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
    switch (code) {
      case 70 -> flags = tag.integer();
      case 74 -> box.vertical = tag.integer();
      default -> box.take(code, tag);
    }
  }

  @Override
  public Result convert(Scope scope) {
    if ((flags & HIDDEN) != 0) {
      return Result.skipped("INVISIBLE", "A hidden attribute");
    }
    if (template && (flags & CONSTANT) == 0) {
      return Result.skipped("TEMPLATE", "An attribute's template is not drawn");
    }
    return box.text().isEmpty()
        ? Result.skipped("EMPTY_TEXT", "An attribute without letters")
        : Result.of(box.label(ocs(), appearance(scope), source()));
  }
}
