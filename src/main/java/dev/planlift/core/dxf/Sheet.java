package dev.planlift.core.dxf;

import dev.planlift.core.dxf.definition.Definitions;
import dev.planlift.core.dxf.definition.Layout;
import dev.planlift.core.dxf.entity.Entity;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sheet (a layout in paper space) that is converted instead of the model.
 *
 * @param name on its tab
 * @param block the block that holds what is drawn on it; of the active sheet, that stands among the
 *     entities instead
 * @param inInches whether its paper is measured in inches, else in millimetres
 */
record Sheet(String name, String block, boolean inInches) {
  static final String MODEL = "Model";
  static final String MODEL_BLOCK = "*Model_Space";
  static final String ACTIVE_BLOCK = "*Paper_Space";

  /** What the only sheet is called in drawings so old that it has no name. */
  private static final String UNNAMED = "Layout1";

  /** The sheets of a drawing, in the order of their tabs. */
  static List<Layout> layouts(Definitions definitions) {
    return definitions.all(Layout.class).stream()
        .filter(layout -> !layout.name().equalsIgnoreCase(MODEL))
        .sorted(Comparator.comparingInt(Layout::tabOrder).thenComparing(Layout::name))
        .toList();
  }

  /**
   * The sheet of a name, upper and lower case alike.
   *
   * @throws PermanentError INVALID_OPTION naming the sheets that there are
   */
  static Sheet named(String name, Definitions definitions) {
    var layouts = layouts(definitions);
    if (layouts.isEmpty() && name.equalsIgnoreCase(UNNAMED)) {
      return new Sheet(UNNAMED, ACTIVE_BLOCK, false);
    }
    return definitions
        .named(Layout.class, name)
        .map(layout -> of(layout, definitions))
        .orElseThrow(() -> unknown(name, layouts));
  }

  static Sheet of(Layout layout, Definitions definitions) {
    var block = definitions.blockName(layout.blockRecordHandle()).orElse(ACTIVE_BLOCK);
    return new Sheet(PlainText.decoded(layout.name()), block, layout.inInches());
  }

  private static PermanentError unknown(String name, List<Layout> layouts) {
    var names =
        layouts.isEmpty()
            ? Stream.of(MODEL, UNNAMED)
            : Stream.concat(Stream.of(MODEL), layouts.stream().map(Layout::name));
    return new PermanentError(
        ErrorCode.INVALID_OPTION,
        "Option layout: the drawing has no layout '"
            + name
            + "'; there are "
            + names.map(PlainText::decoded).collect(Collectors.joining(", ")),
        Place.of("field", "options.layout"));
  }

  /** Whether an entity of the section ENTITIES that is on paper is on this sheet. */
  boolean holds(Entity entity) {
    return entity.layoutName().isEmpty()
        ? block.equalsIgnoreCase(ACTIVE_BLOCK) || block.equalsIgnoreCase("$PAPER_SPACE")
        : PlainText.decoded(entity.layoutName()).equalsIgnoreCase(name);
  }
}
