package dev.planlift.core.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputFormatTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  0\nSECTION\n  2\nHEADER\n",
        "0\r\nSECTION\r\n",
        "0\rsection\r2\r",
        "999\nmade by hand\n999\nagain\n0\nSECTION\n",
        "\u00EF\u00BB\u00BF0\nSECTION\n",
        "\n\n0\nSECTION\n",
        "0\nEOF\n",
        "AutoCAD Binary DXF\r\n\u001a\0"
      })
  void whatStartsAsADxfIsOne(String head) {
    assertThat(InputFormat.sniff(bytes(head))).contains(InputFormat.DXF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "0\nCIRCLE\n", "<svg/>", "SECTION\n0\n", "PK\u0005\u0006", "999"})
  void anythingElseIsNot(String head) {
    assertThat(InputFormat.sniff(bytes(head))).isEmpty();
  }

  @Test
  void aPdfMayHaveAPreamble() {
    assertThat(InputFormat.sniff(bytes("junk\n%PDF-1.7\n"))).contains(InputFormat.PDF);
  }

  @Test
  void aZipIsOneWhateverItHolds() {
    assertThat(InputFormat.of(bytes("PK\u0003\u0004..."), "plan.zip")).isEqualTo(InputFormat.ZIP);
    assertThatThrownBy(() -> InputFormat.of(bytes("PK\u0003\u0004..."), "letter.docx"))
        .isInstanceOfSatisfying(
            PermanentError.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.EXTENSION_MISMATCH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan.pdf", "plan.txt", "plan.dwg"})
  void aForeignExtensionIsRefusedWithTheName(String name) {
    assertThatThrownBy(() -> InputFormat.of(bytes("0\nSECTION\n"), name))
        .isInstanceOfSatisfying(
            PermanentError.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.EXTENSION_MISMATCH);
              assertThat(e.where().coordinates()).containsEntry("file", name);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "plan.DXF", "a.b.dxf"})
  void theRightExtensionOrNoneIsFine(String name) {
    assertThat(InputFormat.of(bytes("0\nSECTION\n"), name)).isEqualTo(InputFormat.DXF);
  }

  @Test
  void noBytesAreAnEmptyFile() {
    assertThatThrownBy(() -> InputFormat.of(new byte[0], "a.dxf"))
        .isInstanceOfSatisfying(
            PermanentError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.EMPTY_FILE));
  }
}
