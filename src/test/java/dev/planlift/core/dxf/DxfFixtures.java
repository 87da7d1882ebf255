package dev.planlift.core.dxf;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small drawing of each family of entities, ASCII and binary: what tests break and fuzz. */
final class DxfFixtures {
  private static final String HEADER =
      """
      999 made for tests
      0 SECTION
      2 HEADER
      9 $ACADVER
      1 AC1015
      9 $DWGCODEPAGE
      3 ANSI_1252
      9 $INSUNITS
      70 6
      9 $EXTMIN
      10 0
      20 0
      0 ENDSEC
      """;

  private DxfFixtures() {}

  /** All of them by name. */
  static Map<String, byte[]> all() {
    var all = new LinkedHashMap<String, byte[]>();
    drawings()
        .forEach(
            (name, groups) -> {
              all.put(name, DxfText.of(groups).getBytes(StandardCharsets.ISO_8859_1));
              all.put(name + " (binary)", BinaryText.of(groups, false));
            });
    all.put("lines (R12 binary)", BinaryText.of(LINES_ALONE, true));
    return all;
  }

  private static Map<String, String> drawings() {
    var drawings = new LinkedHashMap<String, String>();
    drawings.put(
        "tables and blocks",
        TABLES
            + BLOCKS
            + entities("0 INSERT\n2 B\n66 1\n70 2\n44 3\n0 ATTRIB\n2 T\n1 x\n0 SEQEND\n"));
    drawings.put("objects", entities("0 LINE\n11 1\n") + OBJECTS);
    drawings.put("lines", HEADER + entities(LINES));
    drawings.put("polylines", entities(POLYLINES));
    drawings.put("curves", entities(CURVES));
    drawings.put("hatches", entities(HATCHES));
    drawings.put("texts", entities(TEXTS));
    drawings.put("dimensions", BLOCKS + entities(DIMENSIONS));
    drawings.put("leaders", entities(LEADERS));
    drawings.put("meshes", entities(MESHES));
    drawings.put("bodies", entities(BODIES));
    drawings.put("frames", entities(FRAMES));
    drawings.replaceAll((name, groups) -> groups + "0 EOF\n");
    return drawings;
  }

  private static String entities(String groups) {
    return "0 SECTION\n2 ENTITIES\n" + groups + "0 ENDSEC\n";
  }

  private static final String TABLES =
      HEADER
          + """
          0 SECTION
          2 TABLES
          0 TABLE
          2 LTYPE
          0 LTYPE
          2 DASHED
          3 __ __
          72 65
          73 2
          40 1.5
          49 1.0
          49 -0.5
          0 ENDTAB
          0 TABLE
          2 LAYER
          0 LAYER
          5 10
          2 WÄNDE
          70 0
          62 -1
          420 65280
          290 0
          370 25
          0 ENDTAB
          0 TABLE
          2 STYLE
          0 STYLE
          2 Standard
          40 0
          41 0.8
          3 txt
          0 ENDTAB
          0 TABLE
          2 DIMSTYLE
          0 DIMSTYLE
          105 27
          2 ISO
          140 2.5
          144 0.5
          0 ENDTAB
          0 TABLE
          2 BLOCK_RECORD
          0 BLOCK_RECORD
          5 1F
          2 *Model_Space
          340 22
          0 ENDTAB
          0 ENDSEC
          """;
  private static final String BLOCKS =
      """
      0 SECTION
      2 BLOCKS
      0 BLOCK
      8 0
      2 B
      70 2
      10 1
      20 0
      0 ATTDEF
      2 T
      70 2
      1 constant
      40 1
      0 INSERT
      2 C
      41 -1
      42 2
      50 30
      0 ENDBLK
      0 BLOCK
      2 C
      0 LINE
      11 1
      0 INSERT
      2 B
      0 ENDBLK
      0 BLOCK
      2 *D1
      0 LINE
      11 4
      0 ENDBLK
      0 ENDSEC
      """;
  private static final String OBJECTS =
      """
      0 SECTION
      2 OBJECTS
      0 DICTIONARY
      5 C
      3 ACAD_LAYOUT
      350 1A
      3 ACAD_MLINESTYLE
      350 17
      0 LAYOUT
      5 22
      100 AcDbLayout
      1 Model
      70 1
      71 0
      14 0
      24 0
      15 9
      25 9
      330 1F
      0 MLINESTYLE
      5 18
      2 STANDARD
      70 0
      71 2
      49 0.5
      62 256
      6 BYLAYER
      49 -0.5
      0 IMAGEDEF
      5 30
      1 a.png
      10 640
      20 480
      0 SORTENTSTABLE
      331 1
      5 2
      0 ENDSEC
      """;
  private static final String LINES =
      """
      0 LINE
      5 A1
      8 W
      62 3
      370 25
      440 33554559
      39 2
      10 0
      20 0
      30 0
      11 4.5
      21 1e1
      210 0
      220 0.6
      230 0.8
      0 POINT
      10 1
      20 2
      0 RAY
      10 0
      20 0
      11 1
      21 0
      0 XLINE
      10 0
      11 0
      21 1
      0 SOLID
      10 0
      11 4
      12 0
      22 4
      13 4
      23 4
      0 3DFACE
      10 0
      11 4
      12 4
      22 4
      13 0
      23 4
      70 5
      0 VIEWPORT
      40 1
      41 2
      69 1
      """;
  private static final String POLYLINES =
      """
      0 LWPOLYLINE
      90 3
      70 1
      43 0.2
      38 1
      10 0
      20 0
      42 0.5
      10 4
      20 0
      40 1
      41 2
      10 4
      20 4
      0 POLYLINE
      66 1
      70 8
      0 VERTEX
      10 0
      30 1
      0 VERTEX
      10 3
      0 SEQEND
      0 POLYLINE
      70 4
      75 5
      0 VERTEX
      70 16
      10 0
      0 VERTEX
      70 8
      10 1
      42 1
      0 VERTEX
      10 2
      20 2
      0 SEQEND
      0 POLYLINE
      70 64
      71 3
      72 1
      0 VERTEX
      70 192
      10 1
      0 VERTEX
      70 192
      20 1
      0 VERTEX
      70 192
      30 1
      0 VERTEX
      70 128
      71 1
      72 -2
      73 3
      0 SEQEND
      0 POLYLINE
      70 49
      71 2
      72 2
      73 3
      74 3
      0 VERTEX
      10 0
      0 VERTEX
      10 1
      0 VERTEX
      20 1
      0 VERTEX
      20 2
      0 SEQEND
      """;
  private static final String CURVES =
      """
      0 ARC
      10 0
      40 2
      50 350
      51 10
      230 -1
      0 CIRCLE
      40 2
      39 1
      0 ELLIPSE
      11 4
      40 0.5
      41 0
      42 3.14
      0 SPLINE
      70 12
      71 2
      72 6
      73 3
      40 0
      40 0
      40 0
      40 1
      40 1
      40 1
      41 1
      41 0.7
      41 1
      10 0
      10 1
      20 1
      10 2
      0 SPLINE
      71 3
      74 3
      12 1
      11 0
      11 3
      21 1
      11 4
      0 HELIX
      100 AcDbSpline
      71 1
      10 0
      10 1
      100 AcDbHelix
      10 0
      11 1
      12 0
      32 1
      40 1
      41 3
      42 2
      0 MLINE
      2 STANDARD
      40 1
      70 1
      71 2
      72 2
      73 2
      11 0
      12 1
      13 0
      23 1
      74 3
      41 0.5
      41 0
      41 0.2
      74 1
      41 -0.5
      11 4
      12 1
      23 1
      74 1
      41 0.5
      74 1
      41 -0.5
      """;
  private static final String HATCHES =
      """
      0 HATCH
      2 ANSI31
      70 0
      91 2
      92 1
      93 4
      72 1
      10 0
      20 0
      11 4
      21 0
      72 2
      10 4
      20 2
      40 2
      50 270
      51 90
      73 1
      72 3
      10 2
      20 4
      11 2
      21 0
      40 0.5
      50 0
      51 180
      73 1
      72 4
      94 1
      73 0
      74 0
      95 4
      96 2
      40 0
      40 0
      40 1
      40 1
      10 0
      20 4
      10 0
      20 0
      97 0
      92 7
      72 1
      73 1
      93 3
      10 1
      20 1
      42 0.3
      10 2
      20 1
      10 2
      20 2
      97 1
      330 A1
      75 1
      76 1
      52 45
      41 1
      77 0
      78 1
      53 45
      43 0
      44 0
      45 -0.1
      46 0.1
      79 2
      49 0.5
      49 -0.2
      98 1
      10 1
      20 1
      0 HATCH
      2 SOLID
      70 1
      91 1
      92 3
      72 0
      73 1
      93 3
      10 0
      20 0
      10 1
      20 0
      10 1
      20 1
      75 0
      450 1
      453 2
      463 0
      421 255
      470 LINEAR
      0 MPOLYGON
      91 1
      92 2
      73 1
      93 3
      10 0
      20 0
      10 1
      20 0
      10 1
      20 1
      """;
  private static final String TEXTS =
      """
      0 TEXT
      40 2.5
      1 K\u00fcche %%c20 \\U+00B0
      50 30
      41 0.8
      72 1
      11 5
      21 5
      73 2
      0 MTEXT
      40 2
      41 20
      71 5
      3 {\\fArial|b0;\\C1;a^J
      1 b}\\P\\S1/2;\\A1;\\M+5B3F8 \\~x
      11 1
      21 1
      101 Embedded Object
      70 1
      10 1
      71 2
      44 9
      45 1
      0 ATTDEF
      1 d
      2 T
      3 prompt
      70 2
      0 SHAPE
      2 ARROW
      40 1
      """;
  private static final String DIMENSIONS =
      """
      0 DIMENSION
      2 *D1
      70 32
      1 <>
      42 4
      10 0
      20 1
      13 0
      14 4
      100 AcDbAlignedDimension
      50 0
      0 DIMENSION
      70 33
      13 0
      23 0
      14 3
      24 4
      10 1
      0 DIMENSION
      70 34
      13 0
      14 1
      15 0
      16 2
      26 2
      10 1
      0 DIMENSION
      70 4
      10 0
      15 2
      1 R2
      0 DIMENSION
      70 3
      10 0
      15 2
      0 DIMENSION
      70 70
      13 1
      14 2
      0 ARC_DIMENSION
      2 *D1
      10 0
      13 1
      14 2
      15 0
      0 ACAD_TABLE
      2 *D1
      10 3
      11 1
      91 1
      92 1
      141 5
      142 9
      171 1
      1 cell
      0 INSERT
      2 *D1
      """;
  private static final String LEADERS =
      """
      0 LEADER
      3 ISO
      71 1
      72 0
      76 2
      10 0
      10 4
      20 4
      0 TOLERANCE
      3 ISO
      1 {\\Fgdt;j}%%v0.1%%vA
      10 1
      11 1
      0 MULTILEADER
      100 AcDbMLeader
      270 2
      300 CONTEXT_DATA{
      40 1
      10 0
      41 2
      140 1
      145 1
      290 1
      304 note
      11 0
      31 1
      12 3
      13 1
      42 0
      43 9
      44 0
      45 1
      171 1
      302 LEADER{
      290 1
      291 1
      10 3
      11 1
      90 0
      40 1
      304 LEADER_LINE{
      10 0
      91 0
      305 }
      271 0
      303 }
      110 0
      111 1
      112 0
      122 1
      297 0
      301 }
      340 27
      90 0
      170 1
      """;
  private static final String MESHES =
      """
      0 MESH
      100 AcDbSubDMesh
      71 2
      72 1
      91 1
      92 4
      10 0
      20 0
      30 0
      10 1
      20 0
      30 0
      10 1
      20 1
      30 0
      10 0
      20 0
      30 1
      93 8
      90 3
      90 0
      90 1
      90 2
      90 3
      90 0
      90 1
      90 3
      94 1
      90 0
      90 1
      95 1
      140 1
      0 LIGHT
      1 sun
      70 1
      290 1
      10 1
      40 1
      0 SECTION
      5 2F
      100 AcDbSection
      90 1
      91 1
      1 cut
      10 0
      20 0
      30 1
      40 1
      41 1
      92 2
      11 0
      21 0
      11 5
      21 0
      """;
  private static final String BODIES =
      """
      0 3DSOLID
      100 AcDbModelerGeometry
      70 1
      1 400 9 1 0
      1 7 planlift 8 ACIS 4.0 4 none
      1 1 9.9999999999999995e-007 1e-010
      1 body $-1 $1 $-1 $-1 #
      1 lump $-1 $-1 $2 $0 #
      1 shell $-1 $-1 $-1 $3 $-1 $1 #
      1 face $-1 $-1 $4 $2 $-1 $5 forward single #
      1 loop $-1 $-1 $6 $3 #
      1 plane-surface $-1 0 0 0 0 0 1 1 0 0 forward_v I I I I #
      1 coedge $-1 $6 $6 $-1 $7 forward $4 $-1 #
      1 edge $-1 $8 0 $8 1 $6 $9 forward #
      1 vertex $-1 $7 $10 #
      1 straight-curve $-1 0 0 0 1 0 0 I I #
      1 point $-1 0 0 0 #
      1 End-of-ACIS-data
      0 REGION
      70 1
      1 rij nmnkm
      0 BODY
      310 41434953
      0 ACAD_PROXY_ENTITY
      90 498
      91 500
      92 36
      310 24000000010000001C0000000100000000000000000000000000000000000000
      310 00000000
      94 0
      """;
  private static final String FRAMES =
      """
      0 IMAGE
      90 0
      10 0
      11 0.1
      22 0.1
      13 640
      23 480
      340 30
      70 3
      71 1
      91 2
      14 0
      24 0
      14 640
      24 480
      0 WIPEOUT
      10 0
      11 1
      22 1
      13 1
      23 1
      71 2
      91 3
      14 -0.5
      24 -0.5
      14 0.5
      24 -0.5
      14 0.5
      24 0.5
      0 PDFUNDERLAY
      340 31
      10 0
      41 1
      11 0
      21 0
      11 1
      21 1
      0 OLE2FRAME
      70 2
      3 Sheet
      10 0
      20 4
      11 4
      21 0
      90 4
      310 00FF00FF
      """;

  private static final String LINES_ALONE = HEADER + entities(LINES) + "0 EOF\n";
}
