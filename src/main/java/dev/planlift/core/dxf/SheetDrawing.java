package dev.planlift.core.dxf;

import dev.planlift.core.drawing.DeclaredUnit;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.Symbol;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is drawn on a sheet, with the model in its viewports. So that a building comes out in its
 * size, the sheet is taken at the scale of its largest viewport: what is seen there lies where it
 * lies in the model, in the model's unit. A sheet without the model is taken in units of its paper.
 */
final class SheetDrawing {
  private final Sheet sheet;
  private final Symbol model;
  private final Content content;
  private final EntityLedger modelLedger = new EntityLedger();

  /**
   * A sheet on which nothing has been drawn yet.
   *
   * @param model what stands in viewports
   */
  SheetDrawing(Sheet sheet, Symbol model) {
    this.sheet = sheet;
    this.model = model;
    this.content = new Content(sheet.block());
  }

  Sheet sheet() {
    return sheet;
  }

  Content content() {
    return content;
  }

  /** The account of the model's own entities. */
  EntityLedger modelLedger() {
    return modelLedger;
  }

  /** Enters the model's entities: as they were converted where they are seen, else as skipped. */
  void account(EntityLedger ledger) {
    if (window().isPresent()) {
      ledger.addAll(modelLedger);
    } else {
      ledger.addSkipped(modelLedger);
    }
  }

  /** Everything on the sheet, at the scale of its largest viewport. */
  List<DrawingItem> items() {
    var window = window();
    if (window.isEmpty()) {
      return content.items();
    }
    var toModel = window.get().placement().inverse();
    return content.items().stream().map(item -> item.transformed(toModel)).toList();
  }

  DeclaredUnit unit(DeclaredUnit ofModel) {
    return window().isPresent() ? ofModel : DrawingUnits.of(sheet.inInches() ? 1 : 4, false);
  }

  Diagnostic scale() {
    var window = window();
    var message =
        window.isPresent()
            ? String.format(
                Locale.ROOT,
                "The sheet %s is taken at the scale of its largest viewport, 1 : %.6g",
                sheet.name(),
                1 / window.get().placement().planScale())
            : "The sheet " + sheet.name() + " shows nothing of the model; its unit is the paper's";
    return new Diagnostic("LAYOUT_SCALE", message, Place.UNKNOWN);
  }

  /** The largest view of the model on the paper. */
  @SuppressWarnings("ReferenceEquality") // symbols are the same only if they are the same object
  private Optional<SymbolInstance> window() {
    SymbolInstance largest = null;
    double size = 0;
    for (var item : content.items()) {
      if (item instanceof SymbolInstance instance
          && instance.symbol() == model
          && instance.clip().isPresent()) {
        double own = area(instance);
        if (own > size) {
          size = own;
          largest = instance;
        }
      }
    }
    return Optional.ofNullable(largest);
  }

  private static double area(SymbolInstance instance) {
    var corners = instance.clip().map(clip -> clip.boundary()).orElse(List.of());
    double twice = 0;
    var last = corners.isEmpty() ? Vec2.ZERO : corners.getLast();
    for (var corner : corners) {
      twice += last.cross(corner);
      last = corner;
    }
    double scale = instance.placement().planScale();
    return Math.abs(twice) / 2 * scale * scale;
  }
}
