package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.ImageFrame;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.dxf.definition.ImageDefinition;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * IMAGE: where a picture lies; its pixels are in another file. One that is clipped reaches as far
 * as its clip boundary, in pixels from the upper left corner, pixel centres being whole numbers.
 * DXF Reference, IMAGE.
 */
final class Image extends Entity {
  private static final int USES_BOUNDARY = 4;
  private static final double HALF_A_PIXEL = 0.5;

  private final double[] corner = new double[3];
  private final double[] across = new double[3];
  private final double[] up = new double[3];
  private final Points boundary = new Points();
  private String definition = "";
  private double pixelsAcross;
  private double pixelsUp;
  private int flags;
  private boolean clipped;

  @Override
  public String type() {
    return "IMAGE";
  }

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 10, 20, 30 -> corner[code / 10 - 1] = tag.number();
      case 11, 21, 31 -> across[code / 10 - 1] = tag.number();
      case 12, 22, 32 -> up[code / 10 - 1] = tag.number();
      case 13 -> pixelsAcross = tag.number();
      case 23 -> pixelsUp = tag.number();
      case 14, 24 -> boundary.coordinate(code / 10 - 1, tag.number());
      case 70 -> flags = tag.integer();
      case 280 -> clipped = tag.integer() != 0;
      case 340 -> definition = definition.isEmpty() ? tag.name() : definition;
      default -> {}
    }
  }

  @Override
  public Needs needs() {
    return Needs.DEFINITIONS;
  }

  @Override
  public Result convert(Scope scope) {
    if (vector(across).cross(vector(up)).length() * pixelsAcross * pixelsUp == 0) {
      return Result.degenerate("A picture without extent");
    }
    var name =
        scope
            .definitions()
            .byHandle(ImageDefinition.class, definition)
            .map(ImageDefinition::fileName)
            .orElse("");
    var whole = new ClipRectangle();
    if (clipped && (flags & USES_BOUNDARY) != 0 && boundary.size() >= 2) {
      whole.include(boundary);
    } else {
      whole.include(-HALF_A_PIXEL, -HALF_A_PIXEL);
      whole.include(pixelsAcross - HALF_A_PIXEL, pixelsUp - HALF_A_PIXEL);
    }
    var items = new ArrayList<DrawingItem>();
    items.add(new ImageFrame(whole.corners(this::point), name, appearance(scope), source()));
    if (clipped && boundary.size() > 2) {
      items.add(outline(scope));
    }
    return Result.approximated(items, "FRAME_ONLY", "A picture is shown by its frame");
  }

  /** A clip boundary that is more than a rectangle. */
  private Path outline(Scope scope) {
    var xyz = new Points();
    for (int i = 0; i < boundary.size(); i++) {
      xyz.add(point(boundary.get(i)));
    }
    var line = new Segment.Polyline(xyz.toArray());
    return new Path(List.of(line), true, appearance(scope), source());
  }

  /** Where a pixel lies; pixels are counted from the upper left corner. */
  private Vec3 point(Vec3 pixel) {
    return vector(corner)
        .plus(vector(across).times(pixel.x() + HALF_A_PIXEL))
        .plus(vector(up).times(pixelsUp - pixel.y() - HALF_A_PIXEL));
  }

  private static Vec3 vector(double[] xyz) {
    return new Vec3(xyz[0], xyz[1], xyz[2]);
  }
}
