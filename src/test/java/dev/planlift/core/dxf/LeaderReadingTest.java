package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import java.util.List;
import org.junit.jupiter.api.Test;

/** LEADER, MULTILEADER and TOLERANCE. */
class LeaderReadingTest {
  private static final double TINY = 1e-9;

  private static final String CONTEXT =
      """
      0 MULTILEADER
      5 A1
      8 NOTES
      300 CONTEXT_DATA{
      40 10
      10 100
      20 50
      41 2.5
      140 1
      145 2
      174 1
      175 1
      """;

  private static final String TEXT =
      """
      290 1
      304 Wall {\\H0.5x;tiles}
      11 0
      21 0
      31 1
      12 102
      22 52
      32 0
      13 1
      23 0
      33 0
      43 0
      171 1
      296 0
      """;

  private static final String TWO_LINES =
      """
      302 LEADER{
      290 1
      291 1
      10 90
      20 50
      30 0
      11 1
      21 0
      31 0
      40 8
      304 LEADER_LINE{
      10 0
      20 0
      30 0
      10 50
      20 0
      30 0
      91 0
      92 -1056964608
      305 }
      304 LEADER_LINE{
      10 0
      20 90
      30 0
      91 1
      92 -1023475712
      305 }
      303 }
      301 }
      """;

  private static List<DrawingItem> items(String groups) {
    return DxfText.readEntities(groups).items();
  }

  private static Segment only(DrawingItem path) {
    assertThat(((Path) path).segments()).hasSize(1);
    return ((Path) path).segments().getFirst();
  }

  @Test
  void aMultileaderIsItsTextItsLinesTheirArrowsAndTheLanding() {
    var items = items(CONTEXT + TEXT + TWO_LINES + "170 1\n291 1\n");

    assertThat(items).hasSize(6);
    var label = (TextLabel) items.get(0);
    assertThat(label.text()).isEqualTo("Wall tiles");
    assertThat(label.height()).isEqualTo(2.5);
    assertThat(label.center().x() - label.width() / 2).isCloseTo(102, within(TINY));
    assertThat(label.center().y()).isCloseTo(52 - 1.25, within(TINY));
    assertThat(only(items.get(1)).start()).isEqualTo(Vec3.ZERO);
    assertThat(only(items.get(1)).end()).isEqualTo(new Vec3(90, 50, 0));
    assertThat(items.get(2)).isInstanceOf(FilledRegion.class);
    assertThat(only(items.get(3)).start()).isEqualTo(new Vec3(0, 90, 0));
    assertThat(items.get(3).appearance().rgb()).isEqualTo(0xFF0000);
    assertThat(only(items.get(5)).start()).isEqualTo(new Vec3(90, 50, 0));
    assertThat(only(items.get(5)).end()).isEqualTo(new Vec3(98, 50, 0));
  }

  @Test
  void aCurvedMultileaderHasNoLanding() {
    var items = items(CONTEXT + TEXT + TWO_LINES + "170 2\n291 1\n");

    assertThat(items).hasSize(5);
    assertThat(((Path) items.get(1)).segments())
        .hasSize(2)
        .allMatch(s -> s instanceof Segment.CubicBezier);
    assertThat(((Path) items.get(1)).segments().getLast().end()).isEqualTo(new Vec3(98, 50, 0));
  }

  @Test
  void invisibleLeadersLeaveTheText() {
    assertThat(items(CONTEXT + TEXT + TWO_LINES + "170 0\n")).hasSize(1);
  }

  @Test
  void aBrokenLineIsDrawnInPieces() {
    var line =
        """
        302 LEADER{
        10 10
        20 0
        30 0
        304 LEADER_LINE{
        10 0
        20 0
        30 0
        90 0
        11 4
        21 0
        31 0
        12 6
        22 0
        32 0
        91 0
        305 }
        303 }
        301 }
        170 1
        291 1
        """;
    var items = items(CONTEXT + line);

    assertThat(only(items.get(0)).end()).isEqualTo(new Vec3(4, 0, 0));
    assertThat(only(items.get(1)).start()).isEqualTo(new Vec3(6, 0, 0));
    assertThat(only(items.get(1)).end()).isEqualTo(new Vec3(10, 0, 0));
  }

  @Test
  void textThatIsUnderlinedHasItsLandingDrawnOn() {
    var underlined = CONTEXT.replace("174 1", "174 6");
    var items = items(underlined + TEXT + TWO_LINES + "170 1\n291 1\n");

    var label = (TextLabel) items.get(0);
    assertThat(only(items.getLast()).start()).isEqualTo(new Vec3(98, 50, 0));
    assertThat(only(items.getLast()).end().x()).isCloseTo(98 + label.width() + 2, within(TINY));
  }

  @Test
  void aBlockAsContentIsFilledWithItsValues() {
    var file =
        """
        0 SECTION
        2 TABLES
        0 TABLE
        2 BLOCK_RECORD
        0 BLOCK_RECORD
        5 B1
        2 TAG
        0 ENDTAB
        0 ENDSEC
        0 SECTION
        2 BLOCKS
        0 BLOCK
        2 TAG
        10 0
        20 0
        0 CIRCLE
        10 0
        20 0
        40 1
        0 ATTDEF
        5 AD
        10 0
        20 0
        11 0
        21 0
        40 0.5
        72 4
        1 X
        2 NUMBER
        70 0
        0 ENDBLK
        0 ENDSEC
        0 SECTION
        2 ENTITIES
        0 MULTILEADER
        5 A1
        300 CONTEXT_DATA{
        40 1
        140 1
        290 0
        296 1
        341 B1
        14 0
        24 0
        34 1
        15 10
        25 20
        35 0
        16 2
        26 2
        36 2
        46 0
        301 }
        170 1
        330 AD
        177 1
        44 0
        302 42
        0 ENDSEC
        0 EOF
        """;
    var items = DxfText.read(DxfText.of(file)).items();

    var tag = (SymbolInstance) items.getFirst();
    assertThat(tag.symbol().name()).isEqualTo("TAG");
    assertThat(tag.placement().apply(Vec3.X)).isEqualTo(new Vec3(12, 20, 0));
    assertThat(tag.attributes()).hasSize(1);
    assertThat(tag.attributes().getFirst().text()).isEqualTo("42");
    assertThat(tag.attributes().getFirst().height()).isCloseTo(1, within(TINY));
    assertThat(tag.attributes().getFirst().center().x()).isCloseTo(10, within(TINY));
    assertThat(tag.attributes().getFirst().center().y()).isCloseTo(20, within(TINY));
  }

  @Test
  void aMultileaderOfNothingIsSkipped() {
    var drawing = DxfText.readEntities("0 MULTILEADER\n300 CONTEXT_DATA{\n301 }\n");

    assertThat(drawing.ledger().count("MULTILEADER", Outcome.SKIPPED)).isEqualTo(1);
  }

  @Test
  void aLeaderHasAnArrowWhereThereIsRoom() {
    var leader = "0 LEADER\n71 1\n72 0\n73 3\n76 3\n10 0\n20 0\n10 3\n20 4\n10 8\n20 4\n";
    var items = items(leader);

    assertThat(items).hasSize(2);
    assertThat(only(items.get(0)).end()).isEqualTo(new Vec3(8, 4, 0));
    var arrow = (FilledRegion) items.get(1);
    var outline = (Segment.Polyline) arrow.loops().getFirst().getFirst();
    assertThat(outline.vertex(0)).isEqualTo(Vec3.ZERO);
    var back = outline.vertex(1).plus(outline.vertex(2)).times(0.5);
    assertThat(back.length()).isCloseTo(0.18, within(TINY));
    assertThat(back.y() / back.x()).isCloseTo(4.0 / 3, within(TINY));
    assertThat(items(leader.replace("71 1", "71 0"))).hasSize(1);
    assertThat(items(leader.replace("10 3\n20 4", "10 0.03\n20 0.04"))).hasSize(1);
  }

  @Test
  void aLeaderLooksAsItSaysItselfThenAsItsStyleSays() {
    var style =
        "0 SECTION\n2 TABLES\n0 TABLE\n2 DIMSTYLE\n0 DIMSTYLE\n105 27\n2 BIG\n40 2\n41 0.5\n77 1\n"
            + "147 0.25\n0 ENDTAB\n0 ENDSEC\n0 SECTION\n2 ENTITIES\n";
    var leader =
        "0 LEADER\n3 BIG\n71 1\n73 0\n75 1\n74 0\n41 5\n10 0\n20 0\n10 20\n20 0\n211 1\n221 0\n231"
            + " 0\n1001 ACAD\n1000 DSTYLE\n1002 {\n1070 41\n1040 0.75\n1002 }\n";
    var items = DxfText.read(DxfText.of(style + leader + "0 ENDSEC\n0 EOF\n")).items();

    assertThat(only(items.get(0)).end().x()).isCloseTo(20 + 2 * 0.25 + 5, within(TINY));
    var outline = (Segment.Polyline) ((FilledRegion) items.get(1)).loops().getFirst().getFirst();
    assertThat(outline.vertex(1).x()).isCloseTo(2 * 0.75, within(TINY));
    var backward = style + leader.replace("74 0\n", "") + "0 ENDSEC\n0 EOF\n";
    assertThat(only(DxfText.read(DxfText.of(backward)).items().get(0)).end().x())
        .isCloseTo(20 - 2 * 0.25 - 5, within(TINY));
  }

  @Test
  void aSplineLeaderRunsThroughItsPoints() {
    var items = items("0 LEADER\n71 0\n72 1\n10 0\n20 0\n10 3\n20 4\n10 8\n20 4\n");

    assertThat(((Path) items.getFirst()).segments()).hasSize(2);
    assertThat(((Path) items.getFirst()).segments().getFirst().end()).isEqualTo(new Vec3(3, 4, 0));
  }

  @Test
  void aLeaderOfAMillionPointsIsCutOff() {
    var drawing = DxfText.readEntities("0 LEADER\n" + "10 0\n20 0\n10 1\n20 1\n".repeat(500_000));

    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("ENTITY_BUDGET");
    assertThat(drawing.items()).hasSize(2);
  }

  @Test
  void aToleranceIsRowsOfBoxesWithSigns() {
    var drawing =
        DxfText.readEntities(
            "0 TOLERANCE\n10 10\n20 20\n1 {\\Fgdt;j}%%v{\\Fgdt;n}1.2{\\Fgdt;m}%%vA%%v%%v"
                + "^J{\\Fgdt;u}%%v0.1\n");
    var labels =
        drawing.items().stream().filter(TextLabel.class::isInstance).map(TextLabel.class::cast);

    assertThat(drawing.items()).hasSize(10);
    assertThat(labels.map(TextLabel::text)).containsExactly("⌖", "⌀1.2Ⓜ", "A", "⏤", "0.1");
    var box = (Path) drawing.items().getFirst();
    assertThat(box.closed()).isTrue();
    assertThat(box.segments().getFirst().start()).isEqualTo(new Vec3(10, 20 - 0.18, 0));
    assertThat(drawing.ledger().count("TOLERANCE", Outcome.CONVERTED)).isEqualTo(1);
  }
}
