package dev.planlift.core.dxf.definition;

import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;

/** LAYOUT: a sheet (or the model) by the name on its tab. DXF Reference, LAYOUT. */
public final class Layout extends Definition {
  private boolean inLayout;
  private String name = "";
  private String blockRecord = "";
  private int tabOrder;
  private int paperUnits = 1;
  private final double[] limitsMin = new double[3];
  private final double[] limitsMax = new double[3];
  private final double[] extentsMin = {1, 1, 1};
  private final double[] extentsMax = new double[3];

  /** Before this marker stand the settings for plotting, which use the same codes. */
  @Override
  void marker(String subclass) {
    inLayout = subclass.equals("AcDbLayout");
  }

  @Override
  void own(int code, TagReader tag) {
    if (!inLayout) {
      paperUnits = code == 72 ? tag.integer() : paperUnits;
      return;
    }
    switch (code) {
      case 1 -> name = tag.name();
      case 71 -> tabOrder = tag.integer();
      case 330 -> blockRecord = tag.name();
      case 10, 20 -> limitsMin[code / 10 - 1] = tag.number();
      case 11, 21 -> limitsMax[code / 10 - 1] = tag.number();
      case 14, 24, 34 -> extentsMin[code / 10 - 1] = tag.number();
      case 15, 25, 35 -> extentsMax[code / 10 - 1] = tag.number();
      default -> {}
    }
  }

  @Override
  public String name() {
    return name;
  }

  /** Where its tab stands; the model's is 0. */
  public int tabOrder() {
    return tabOrder;
  }

  /** Handle of the BLOCK_RECORD whose block holds what is drawn on it. */
  public String blockRecordHandle() {
    return blockRecord;
  }

  /** Whether sizes on its paper are inches; millimetres otherwise. */
  public boolean inInches() {
    return paperUnits == 0;
  }

  /** What the file says of its extents, of its limits where it says nothing; may be empty. */
  public Box extents() {
    var extents = box(extentsMin, extentsMax);
    return extents.isEmpty() ? box(limitsMin, limitsMax) : extents;
  }

  private static Box box(double[] min, double[] max) {
    var low = new Vec3(min[0], min[1], min[2]);
    var high = new Vec3(max[0], max[1], max[2]);
    boolean real =
        low.isFinite()
            && high.isFinite()
            && low.x() < high.x()
            && low.y() < high.y()
            && Math.abs(low.x()) < 1e19
            && Math.abs(high.x()) < 1e19;
    return real ? new Box(low, high) : Box.EMPTY;
  }
}
