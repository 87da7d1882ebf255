package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;
import java.util.List;

/** RTEXT of the Express Tools: a text out of another file, or an expression that makes it. */
final class RemoteText extends Entity {
  private final TextBox box = new TextBox();

  @Override
  public String type() {
    return "RTEXT";
  }

  @Override
  void own(int code, TagReader tag) {
    box.take(code, tag);
  }

  @Override
  public Result convert(Scope scope) {
    var text = box.text();
    return text.isEmpty()
        ? Result.skipped("EMPTY_TEXT", "A text without letters")
        : Result.approximated(
            List.of(box.label(text, ocs(), appearance(scope), source())),
            "TEXT_ELSEWHERE",
            "What is written stands elsewhere; shown is the reference to it");
  }
}
