package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "KITCHEN",
        "W.I.C.",
        "WC",
        "Küche",
        "2 CAR GARAGE",
        "BEDROOM 2",
        "Büro 3",
        "Sala de estar",
        "침실 2",
        "卧室",
        "寝室",
        "ванная",
        "Łazienka",
        "SALÓN 2",
        "MSTR. BATH",
        "Køkken",
        "Bad"
      })
  void wordsThatNameRoomsAreNames(String text) {
    var said = RoomText.of(text);
    assertThat(said.name()).isEqualTo(List.of(text));
    assertThat(said.named()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "D01",
        "W-3",
        "F12",
        "TF 2a",
        "±0.00",
        "+2,75",
        "7' x 5'11",
        "3.50 x 4.20",
        "FFL +0.15",
        "RH 2.50",
        "U = 18,20 m",
        "H=2.70",
        "UP",
        "DN",
        "5050 XO",
        "A",
        "10'-6\"",
        "2.475",
        "吹抜",
        "Boden: Parkett",
        "BRACED WALL PANEL 2'-8\" MIN. a.b.p. 3/8\" OSB PANEL WITH HD2A's"
      })
  void marksMeasuresAndNotesNameNothing(String text) {
    assertThat(RoomText.of(text).name()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GARAGE DOOR", "WALL BETWEEN GARAGE AND", "Schlafzimmer Fenster"})
  void partsOfARoomDoNotSpeakOfIt(String text) {
    assertThat(RoomText.of(text).named()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.02", "R 101", "101", "A-1.02", "Raum 7", "B101", "0.1.05", "#12"})
  void numbersOfRoomsAreToldApart(String text) {
    assertThat(RoomText.of(text).number()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2668", "3068", "D01", "3.50 x 4.20", "12"})
  void otherFiguresAreNoNumbersOfRooms(String text) {
    assertThat(RoomText.of(text).number()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "24.5 m²,24.5",
    "'12,3 qm',12.3",
    "120 SF,11.148",
    "'1,234 sq. ft.',114.64",
    "31 ㎡,31",
    "'A = 24,50 m2',24.5",
    "7.5坪,24.79",
    "'18,4 м²',18.4",
    "'Fläche: 12,3',12.3",
    "'Wohnen 24,50 m²',24.5",
    "9평,29.75"
  })
  void areasAreReadInTheirUnits(String text, double squareMetres) {
    var area = RoomText.of(text).area().orElseThrow();
    assertThat(area.nearestTo(squareMetres)).isCloseTo(squareMetres, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({
    "6 LDK 10 m,false",
    "3 m,false",
    "DN 100,false",
    "12 m2,true",
    "P= 1.20,false",
    "P=90,false",
    "P= 12.20,true"
  })
  void onlySquaresAreAreas(String text, boolean area) {
    assertThat(RoomText.of(text).area().isPresent()).isEqualTo(area);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OFFICE\n101\n24.5 m²", "101\nOFFICE\n24,5 m2", "OFFICE 24.5 m²\nR 101"})
  void aStampOfSeveralLinesIsReadLineByLine(String stamp) {
    var said = RoomText.of(stamp);
    assertThat(said.name()).isEqualTo(List.of("OFFICE"));
    assertThat(said.number()).endsWith("101");
    assertThat(said.area().orElseThrow().nearestTo(24)).isEqualTo(24.5);
  }
}
