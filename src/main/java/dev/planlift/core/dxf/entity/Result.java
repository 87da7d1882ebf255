package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Outcome;
import java.util.List;

/**
 * What became of an entity.
 *
 * @param items what is drawn in its place; none where it was skipped
 * @param reason a code for the ledger; empty where it was converted
 * @param detail one sentence for people; may be empty
 */
public record Result(Outcome outcome, List<DrawingItem> items, String reason, String detail) {
  public Result {
    items = List.copyOf(items);
  }

  static Result of(DrawingItem item) {
    return new Result(Outcome.CONVERTED, List.of(item), "", "");
  }

  static Result of(List<? extends DrawingItem> items) {
    return new Result(Outcome.CONVERTED, List.copyOf(items), "", "");
  }

  static Result approximated(List<? extends DrawingItem> items, String reason, String detail) {
    return new Result(Outcome.APPROXIMATED, List.copyOf(items), reason, detail);
  }

  public static Result skipped(String reason, String detail) {
    return new Result(Outcome.SKIPPED, List.of(), reason, detail);
  }

  static Result degenerate(String detail) {
    return skipped("DEGENERATE", detail);
  }
}
