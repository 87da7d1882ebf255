package dev.planlift.core.dxf.definition;

/**
 * The numbers of a dimension style: their group codes and what they are where a style is silent.
 * DXF Reference, DIMSTYLE; the values are those of a new drawing in inches.
 */
public enum DimensionVariable {
  /** Factor on all sizes. */
  DIMSCALE(40, 1),
  /** Length of arrow heads. */
  DIMASZ(41, 0.18),
  /** Gap between measured point and extension line. */
  DIMEXO(42, 0.0625),
  /** Distance of dimension lines over each other. */
  DIMDLI(43, 0.38),
  /** How far extension lines go beyond the dimension line. */
  DIMEXE(44, 0.18),
  /** To which multiple measurements are rounded; 0 not at all. */
  DIMRND(45, 0),
  /** How far the dimension line goes beyond the extension lines where ticks are drawn. */
  DIMDLE(46, 0),
  DIMTP(47, 0),
  DIMTM(48, 0),
  /** Height of the text. */
  DIMTXT(140, 0.18),
  /** Size of centre marks; negative: with centre lines. */
  DIMCEN(141, 0.09),
  /** Size of ticks, which replace arrow heads; 0 none. */
  DIMTSZ(142, 0),
  DIMALTF(143, 25.4),
  /** Factor on measured lengths. */
  DIMLFAC(144, 1),
  DIMTVP(145, 0),
  DIMTFAC(146, 1),
  /** Gap around the text. */
  DIMGAP(147, 0.09),
  DIMTOL(71, 0),
  DIMLIM(72, 0),
  /** Whether text inside stands level. */
  DIMTIH(73, 1),
  /** Whether text outside stands level. */
  DIMTOH(74, 1),
  /** Whether the first extension line is left out. */
  DIMSE1(75, 0),
  DIMSE2(76, 0),
  /** 0 text in the line, 1 above it, 2 outside, 3 JIS, 4 below. */
  DIMTAD(77, 0),
  /** Which zeros are left out. */
  DIMZIN(78, 0),
  DIMAZIN(79, 0),
  DIMALT(170, 0),
  DIMALTD(171, 2),
  DIMTOFL(172, 0),
  /** Whether the arrow heads of both ends have their own blocks. */
  DIMSAH(173, 0),
  DIMTIX(174, 0),
  DIMSOXD(175, 0),
  /** Colour index of the dimension line; 0 ByBlock, 256 ByLayer. */
  DIMCLRD(176, 0),
  DIMCLRE(177, 0),
  DIMCLRT(178, 0),
  /** Decimals of angles; negative as {@link #DIMDEC}. */
  DIMADEC(179, 0),
  /** Decimals of lengths. */
  DIMDEC(271, 4),
  DIMTDEC(272, 4),
  /** 0 decimal degrees, 1 degrees minutes seconds, 2 gradians, 3 radians. */
  DIMAUNIT(275, 0),
  DIMFRAC(276, 0),
  /** 1 scientific, 2 decimal, 3 engineering, 4 architectural, 5 fractional, 6 Windows desktop. */
  DIMLUNIT(277, 2),
  /** Code of the decimal sign. */
  DIMDSEP(278, '.'),
  DIMTMOVE(279, 0),
  DIMJUST(280, 0),
  /** Whether the first half of the dimension line is left out. */
  DIMSD1(281, 0),
  DIMSD2(282, 0),
  DIMTOLJ(283, 1),
  DIMTZIN(284, 0),
  DIMUPT(288, 0),
  DIMATFIT(289, 3),
  DIMLWD(371, -2),
  DIMLWE(372, -2);

  private final int code;
  private final double otherwise;

  DimensionVariable(int code, double otherwise) {
    this.code = code;
    this.otherwise = otherwise;
  }

  /** The group that holds it in a style, and its number in an entity's DSTYLE overrides. */
  public int code() {
    return code;
  }

  /** What it is where nothing is said. */
  public double otherwise() {
    return otherwise;
  }
}
