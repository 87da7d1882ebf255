package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "%%c12 %%p5 90%%d ~ ⌀12 ±5 90°",
        "%%uBath%%u ~ Bath",
        "100%%% ~ 100%",
        "%%065 ~ A",
        "%%z ~ %%z",
        "50% ~ 50%",
        "K\\U+00FCche ~ Küche",
        "\\M+193FA ~ 日",
        "\\M+5B3F8 ~ 厨",
        "\\U+12 ~ \\U+12",
      })
  void codesInALineOfTextBecomeWhatTheyStandFor(String raw, String plain) {
    assertThat(PlainText.ofLine(raw)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\\fArial|b1|i0|c0|p34;Bath} room ~ Bath room",
        "\\A1;\\H2.5x;\\C1;Hall ~ Hall",
        "1\\S1#2; ~ 1 1/2",
        "\\S+0.1^-0.2; ~ +0.1/-0.2",
        "a\\\\b \\{c\\} ~ a\\b {c}",
        "\\pxqc;{\\LWC\\l} 4.5 m\\U+00B2 ~ WC 4.5 m²",
        "up^Idown ~ up down",
        "\\H3 ~ ''",
        "{\\H0.7x;\\S+0.1^ 0;} ~ +0.1/0",
        "\\S^2; m\\S2^; ~ 2 m2",
        "\\S1\\/2#3; ~ 1/2/3",
        "\\C1;red\\c255;true\\Q15;\\T1.5;\\W0.8;slim ~ redtrueslim",
        "C:\\Archive\\Halls ~ C:\\Archive\\Halls",
        "{\\fArial|b0;{\\Kgone\\k} {deep}} ~ gone deep",
        "a^ b ~ a^b",
        "\\fArial without end ~ ''",
        "90%%d ~ 90°",
      })
  void formatsOfParagraphsVanish(String raw, String plain) {
    assertThat(PlainText.ofParagraphs(raw)).isEqualTo(plain);
  }

  @Test
  void aTildeThatMayNotBreakIsABlank() {
    assertThat(PlainText.ofParagraphs("Hall\\~3")).isEqualTo("Hall 3");
  }

  @ParameterizedTest
  @CsvSource({"Bath\\Proom", "Bath^Jroom", "Bath\\Xroom"})
  void paragraphsAreLines(String raw) {
    assertThat(PlainText.ofParagraphs(raw)).isEqualTo("Bath\nroom");
  }
}
