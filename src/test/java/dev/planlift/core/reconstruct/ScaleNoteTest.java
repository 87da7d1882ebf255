package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.reconstruct.ScaleNote.Strength;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleNoteTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SCALE 1:100 | 100
          Scale: 1 : 50 | 50
          SCALE 1/50 | 50
          SCALE=1:75 | 75
          scale - 1:200 | 200
          1:100 scale | 100
          GROUND FLOOR PLAN SCALE 1:100 | 100
          Plan RDC - Echelle 1/50e | 50
          Échelle : 1/100ème | 100
          ECHELLE: 1 / 200 | 200
          Éch. 1:20 | 20
          Maßstab 1:100 | 100
          MASSSTAB M=1:50 | 50
          M 1:100 | 100
          M 1/50 | 50
          M1:50 | 50
          M. 1:25 | 25
          Grundriss EG M = 1:100 | 100
          Escala 1:75 | 75
          ESC. 1/100 | 100
          E: 1/50 | 50
          E 1:200 | 200
          Scala 1:100 | 100
          Schaal 1:50 | 50
          Skala 1:100 | 100
          Měřítko 1:50 | 50
          Mierka: 1:100 | 100
          merilo: M 1:200 | 200
          Mjerilo 1:100 | 100
          Méretarány: 1:100 | 100
          Mittakaava 1:100 | 100
          Målestokk 1:100 | 100
          Målestok: 1:50 | 50
          Skala 1 : 400 | 400
          Ölçek: 1/50 | 50
          SCARA 1:100 | 100
          Mastelis 1:100 | 100
          ΚΛΙΜΑΚΑ 1:50 | 50
          Масштаб 1:100 | 100
          М 1:100 | 100
          Мащаб 1:50 | 50
          比例 1:100 | 100
          比例：1：100 | 100
          比例尺 1/500 | 500
          平面规划图 SCALE:1/50 | 50
          縮尺 S=1/100 | 100
          縮尺１／１００ | 100
          S = 1/60 | 60
          S:1/50 | 50
          축척 1:60 | 60
          축척 : 1/300 | 300
          1층 평면도 축척 = 1 / 100 | 100
          SCALE: A1=1/100 | 100
          Tỷ lệ 1:100 | 100
          TL 1/100 | 100
          มาตราส่วน 1:100 | 100
          مقياس الرسم 1:100 | 100
          קנה מידה 1:50 | 50
          Scale 1:1,250 | 1250
          Scale 1:1.250 | 1250
          Maßstab 1:1'000 | 1000
          SCALE 1:2 500 | 2500
          Scale 1:100@A3 | 100
          1:100 @ A1 | 100
          Scale 1:50 (A3) | 50
          1 = 100 | 100
          SCALE 1:12.5 | 12.5
          SCALE 1/4" = 1'-0" | 48
          SCALE: 1/4” = 1’-0” | 48
          SCALE: 1/8"=1'0" | 96
          1/8" = 1' | 96
          1/16" = 1'-0" | 192
          3/16"=1'-0" | 64
          3/32" = 1'-0" | 128
          1 1/2" = 1'-0" | 8
          1-1/2"=1'-0" | 8
          3" = 1'-0" | 4
          ¼" = 1'-0" | 48
          1½" = 1'-0" | 8
          1/4 inch = 1 foot | 48
          1/8 IN. = 1 FT. | 96
          1/4''=1'-0'' | 48
          1" = 20' | 240
          1"=20'-0" | 240
          1 inch = 40 feet | 480
          1 in = 30 ft | 360
          1/8" TO 1'-0" | 96
          0.25" = 1'-0" | 48
          1" = 1'-6" | 18
          1 cm = 1 m | 100
          2cm = 1m | 50
          1 cm : 5 m | 500
          10 mm = 1 m | 100
          SCALE: 3/16" = 1' | 64
          SCALE: 3/16" = 1' - 0" | 64
          1/4″ = 1′-0″ | 48
          1/4′′ = 1′-0′′ | 48
          ⅛” = 1’-0” | 96
          1⁄4" = 1'-0" | 48
          .25" = 1'-0" | 48
          1/4 inch equals one foot | 48
          1/8" = 1 ft | 96
          SCALE 1/4" | 48
          Scale: 3/8 inch | 32
          1/4" scale | 48
          échelle 1/100e | 100
          ÉCHELLE 1/100ième | 100
          Échelle 1/100° | 100
          Ech : 1/50 ème | 50
          échelle 2 cm/m | 50
          Échelle 0,02 p.m. | 50
          Échelle 5 mm par mètre | 200
          échelle 1 sur 50 | 50
          ESC 1/75 | 75
          Escala 1 a 50 | 50
          Eskala 1:50 | 50
          Maßstab 1:50 | 50
          Maßst. 1:50 | 50
          Mst.: 1 : 50 | 50
          Massstab 1 zu 200 | 200
          scale 1 to 100 | 100
          SCALE 1-50 | 50
          scala 1:100 | 100
          schaal 1 op 100 | 100
          축척 1:60 | 60
          축척(A3) 1/100 | 100
          S=1:100 | 100
          S＝1／100 | 100
          SCALE ; 1/60 | 60
          縮尺 1/50 | 50
          縮尺：1/100 | 100
          スケール 1/50 | 50
          比例 1:100 | 100
          М 1:100 | 100
          М1:100 | 100
          1 см = 1 м | 100
          1 cm = 1 m | 100
          1cm=100cm | 100
          มาตราส่วน ๑:๑๐๐ | 100
          مقياس الرسم ١:١٠٠ | 100
          مقیاس ۱:۱۰۰ | 100
          קנ"מ 1:50 | 50
          Mælikvarði 1:100 | 100
          მასშტაბი 1:100 | 100
          GROUND FLOOR PLAN 1:100 | 100
          1층 평면도 1/100 | 100
          """)
  void aNotesScaleIsRead(String text, double denominator) {
    var notes = ScaleNote.in(text);
    assertThat(notes).as(text).isNotEmpty();
    assertThat(notes.getFirst().denominator()).isCloseTo(denominator, within(1e-9));
    assertThat(notes).as(text).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1/11/2012",
        "11/04/2012",
        "10:30",
        "1:30:00",
        "1.1:50",
        "A-101",
        "1/2\"",
        "1'-0\"",
        "5'-6 1/2\"",
        "1/4\" GLASS",
        "4.34 m2",
        "Room 1",
        "21:100",
        "1:0",
        "+1'-0\"",
        "1/50000000",
        "12 x 1/100",
        "PIPE 1/4\" PER FOOT",
        "pente 2 cm/m",
        "E 1/4\"",
        "UNIT 1-50",
        "TYPE 1 A 20",
        "1 to 4 persons",
        "FLOOR PLAN 1: 1,214 sq. ft",
        "FLOOR PLAN 1/24"
      })
  void whatIsNoScaleIsNone(String text) {
    assertThat(ScaleNote.in(text))
        .as(text)
        .allSatisfy(note -> assertThat(note.strength()).isEqualTo(Strength.AMONG))
        .filteredOn(note -> note.strength() != Strength.AMONG)
        .isEmpty();
  }

  @Test
  void wordsTellHowSurelyARatioIsTheScale() {
    assertThat(ScaleNote.in("SCALE 1:50").getFirst().strength()).isEqualTo(Strength.NAMED);
    assertThat(ScaleNote.in("1:50").getFirst().strength()).isEqualTo(Strength.ALONE);
    assertThat(ScaleNote.in("1:100@A3 11/04/2012 - Rev A").getFirst().strength())
        .isEqualTo(Strength.NAMED);
    assertThat(ScaleNote.in("RAMP 1:12 UP").getFirst().strength()).isEqualTo(Strength.AMONG);
    assertThat(ScaleNote.in("Terrasse 1:20").getFirst().strength()).isEqualTo(Strength.AMONG);
    assertThat(ScaleNote.in("GROUND FLOOR PLAN 1:100").getFirst().strength())
        .isEqualTo(Strength.ALONE);
    assertThat(ScaleNote.in("SECTION OF RAMP 1:12").getFirst().strength())
        .isEqualTo(Strength.AMONG);
    assertThat(ScaleNote.in("1/8\" = 1'-0\"").getFirst().strength()).isEqualTo(Strength.NAMED);
  }

  @Test
  void severalScalesMayFollowOneWord() {
    assertThat(ScaleNote.in("SCALE 1:50, 1:100"))
        .extracting(ScaleNote::denominator, ScaleNote::strength)
        .containsExactly(tuple(50.0, Strength.NAMED), tuple(100.0, Strength.AMONG));
  }

  @Test
  void theSheetItHoldsOnIsKept() {
    assertThat(ScaleNote.in("1:100@A3").getFirst().sheet()).isEqualTo(Optional.of(3));
    assertThat(ScaleNote.in("Scale 1:50 (A1)").getFirst().sheet()).isEqualTo(Optional.of(1));
    assertThat(ScaleNote.in("1:50 @ A1 / 1:100 @ A3"))
        .extracting(ScaleNote::sheet)
        .containsExactly(Optional.of(1), Optional.of(3));
    assertThat(ScaleNote.in("SCALE 1:50").getFirst().sheet()).isEmpty();
    assertThat(ScaleNote.in("A1:1/100 A3:1/200"))
        .extracting(ScaleNote::denominator, ScaleNote::sheet)
        .containsExactly(tuple(100.0, Optional.of(1)), tuple(200.0, Optional.of(3)));
    assertThat(ScaleNote.in("S=1/50(A1), 1/100(A3)"))
        .extracting(ScaleNote::denominator, ScaleNote::sheet)
        .containsExactly(tuple(50.0, Optional.of(1)), tuple(100.0, Optional.of(3)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NTS",
        "N.T.S.",
        "SCALE: NTS",
        "Not to scale",
        "AS SHOWN",
        "Scale: as noted",
        "ohne Maßstab",
        "Sans échelle",
        "SIN ESCALA",
        "S/E",
        "Fuori scala",
        "Без масштаба",
        "无比例",
        "축척없음",
        "縮尺なし",
        "SCALE : NONE",
        "scale = none",
        "Escala: varias",
        "utan skala",
        "ej skalenlig",
        "uten målestokk",
        "ei mittakaavassa",
        "fără scară",
        "bez mierky",
        "bez merila",
        "ölçeksiz",
        "χωρίς κλίμακα",
        "Без масштабу",
        "không theo tỷ lệ",
        "tanpa skala",
        "ไม่มีมาตราส่วน",
        "بدون مقياس",
        "ללא קנה מידה",
        "축척 : NONE"
      })
  void noScaleIsSaid(String text) {
    assertThat(ScaleNote.isNone(text)).as(text).isTrue();
    assertThat(ScaleNote.in(text)).as(text).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SCALE 1:100", "Bathroom", "Presentation", "Hands"})
  void otherTextsSayNothingOfThat(String text) {
    assertThat(ScaleNote.isNone(text)).as(text).isFalse();
  }
}
