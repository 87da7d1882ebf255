package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;

/** TEXT: one line of text. */
final class Text extends Entity {
  private final TextBox box = new TextBox();

  @Override
  public String type() {
    return "TEXT";
  }

  @Override
  void own(int code, TagReader tag) {
    if (code == 73) {
      box.vertical = tag.integer();
    } else {
      box.take(code, tag);
    }
  }

  @Override
  public Result convert(Scope scope) {
    var text = box.text();
    return text.isEmpty()
        ? Result.skipped("EMPTY_TEXT", "A text without letters")
        : Result.of(box.label(text, ocs(), appearance(scope), source()));
  }
}
