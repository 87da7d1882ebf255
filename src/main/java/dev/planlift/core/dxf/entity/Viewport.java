package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Clip;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * VIEWPORT: a window in a sheet through which the model is seen. Where it looks straight down, the
 * model stands in it as one clipped instance. DXF Reference, VIEWPORT.
 */
public final class Viewport extends Entity {
  private static final String MODEL = "*Model_Space";
  private static final int PERSPECTIVE = 1;
  private static final int SWITCHED_OFF = 0x20000;

  private final Point3 center = new Point3();
  private final Point3 target = new Point3();
  private final Point3 direction = new Point3();
  private double width;
  private double height;
  private double viewX;
  private double viewY;
  private double viewHeight;
  private double twistDegrees;
  private int status = 1;
  private int number;
  private int flags;
  private boolean shaped;
  private boolean hidesLayers;

  Viewport() {
    direction.z = 1;
  }

  @Override
  public String type() {
    return "VIEWPORT";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 10, 20, 30 -> center.take(code, tag.number());
      case 40 -> width = tag.number();
      case 41 -> height = tag.number();
      case 12 -> viewX = tag.number();
      case 22 -> viewY = tag.number();
      case 16, 26, 36 -> direction.take(code, tag.number());
      case 17, 27, 37 -> target.take(code, tag.number());
      case 45 -> viewHeight = tag.number();
      case 51 -> twistDegrees = tag.number();
      case 68 -> status = tag.integer();
      case 69 -> number = tag.integer();
      case 90 -> flags = tag.integer();
      case 331, 341 -> hidesLayers = true;
      case 340 -> shaped = !tag.is("0");
      default -> {}
    }
  }

  /** Whether this is the sheet itself, which the format holds as a viewport, too. */
  public boolean isSheetItself() {
    return number == 1;
  }

  /** Viewports are numbered on the active sheet only; elsewhere the first is the sheet itself. */
  public void takeForSheetIfUnnumbered() {
    number = number == 0 ? 1 : number;
  }

  /** Where it is on its sheet. */
  public Box extents() {
    var half = new Vec3(width / 2, height / 2, 0);
    var middle = center.toVec3();
    return sized() ? new Box(middle.minus(half), middle.plus(half)) : Box.EMPTY;
  }

  /** What of the model is seen in it; empty where it does not look straight down. */
  public Box modelExtents() {
    if (!sized() || !isPlan()) {
      return Box.EMPTY;
    }
    var box = Box.EMPTY;
    for (var corner : corners()) {
      box = box.with(new Vec3(corner.x(), corner.y(), 0));
    }
    return box;
  }

  private boolean sized() {
    return width > 0 && height > 0 && viewHeight > 0 && toSheet().isFinite();
  }

  private boolean isPlan() {
    return direction.x == 0 && direction.y == 0 && direction.z > 0 && (flags & PERSPECTIVE) == 0;
  }

  /** From the model to the sheet: the view's plane lies at the target, turned by the twist. */
  private Affine3 toSheet() {
    double scale = height / viewHeight;
    var view = new Vec3(viewX * scale, viewY * scale, 0);
    return Affine3.translation(center.toVec3().minus(view))
        .after(Affine3.scale(scale, scale, scale))
        .after(Affine3.rotationZ(Math.toRadians(twistDegrees)))
        .after(Affine3.translation(target.toVec3().times(-1)));
  }

  /** Its corners in the model. */
  private List<Vec2> corners() {
    var toModel = toSheet().inverse();
    var corners = new ArrayList<Vec2>(4);
    for (int i = 0; i < 4; i++) {
      double x = (i == 0 || i == 3 ? -0.5 : 0.5) * width;
      double y = (i < 2 ? -0.5 : 0.5) * height;
      corners.add(toModel.apply(center.toVec3().plus(new Vec3(x, y, 0))).xy());
    }
    return corners;
  }

  @Override
  public Result convert(Scope scope) {
    if (isSheetItself()) {
      return Result.skipped("SHEET_ITSELF", "The sheet as a whole, written as a viewport");
    }
    if ((status == 0 && number > 1) || (flags & SWITCHED_OFF) != 0) {
      return Result.skipped("VIEWPORT_OFF", "A viewport that is switched off");
    }
    if (!sized()) {
      return Result.degenerate("A viewport without size");
    }
    if (!isPlan()) {
      return Result.skipped(
          "VIEWPORT_NOT_PLAN", "A view from the side or in perspective; only plans are shown");
    }
    var shown =
        new SymbolInstance(
            scope.symbol(MODEL),
            toSheet(),
            List.of(),
            Optional.of(new Clip(corners(), false)),
            Appearance.on(Layer.ZERO),
            source());
    if (shaped) {
      return Result.approximated(
          List.of(shown), "VIEWPORT_SHAPE", "A viewport of another shape is shown as a rectangle");
    }
    return hidesLayers
        ? Result.approximated(
            List.of(shown),
            "VIEWPORT_LAYERS",
            "Layers that are frozen in this viewport only are shown in it")
        : Result.of(shown);
  }
}
