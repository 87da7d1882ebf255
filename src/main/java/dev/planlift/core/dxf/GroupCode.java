package dev.planlift.core.dxf;

/** Group codes that mean the same wherever they stand. DXF Reference, “Group Codes”. */
public final class GroupCode {
  public static final int STRUCTURE = 0;
  public static final int NAME = 2;
  public static final int HANDLE = 5;
  public static final int LINE_TYPE = 6;
  public static final int LAYER = 8;
  public static final int HEADER_VARIABLE = 9;
  public static final int THICKNESS = 39;
  public static final int INVISIBLE = 60;
  public static final int COLOUR_INDEX = 62;
  public static final int PAPER_SPACE = 67;
  public static final int FLAGS = 70;
  public static final int SUBCLASS = 100;
  public static final int EMBEDDED_OBJECT = 101;
  public static final int EXTRUSION_X = 210;
  public static final int EXTRUSION_Y = 220;
  public static final int EXTRUSION_Z = 230;
  public static final int LINE_WEIGHT = 370;
  public static final int LAYOUT = 410;
  public static final int TRUE_COLOUR = 420;
  public static final int TRANSPARENCY = 440;
  public static final int APPLICATION_GROUP = 102;
  public static final int COMMENT = 999;
  public static final int EXTENDED_DATA = 1000;

  private GroupCode() {}
}
