package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.planlift.error.PermanentError;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryTagReaderTest {
  private static final int SENTINEL = 22;

  private static BinaryTagReader over(byte[] file, boolean shortCodes, int bytesAtOnce) {
    var all = new ByteArrayInputStream(file, SENTINEL, file.length - SENTINEL);
    var slow =
        new InputStream() {
          @Override
          public int read() {
            return all.read();
          }

          @Override
          public int read(byte[] into, int from, int length) {
            return all.read(into, from, Math.min(length, bytesAtOnce));
          }
        };
    return new BinaryTagReader(slow, shortCodes);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 4096, 1 << 20})
  void groupsMayLieAcrossWhateverPiecesTheBytesComeIn(int bytesAtOnce) {
    for (boolean shortCodes : new boolean[] {false, true}) {
      var file = new BinaryText(shortCodes);
      int rounds = 2000;
      for (int i = 0; i < rounds; i++) {
        file.group(1, "text " + "x".repeat(i % 97) + i).group(10, i + 0.25).group(70, (short) -i);
        file.group(90, 1_000_000 + i).group(310, new byte[] {(byte) i, -1}).group(290, (byte) 1);
      }
      var tags = over(file.bytes(), shortCodes, bytesAtOnce);

      for (int i = 0; i < rounds; i++) {
        assertThat(tags.next()).isTrue();
        assertThat(tags.text()).isEqualTo("text " + "x".repeat(i % 97) + i);
        assertThat(tags.next()).isTrue();
        assertThat(tags.number()).isEqualTo(i + 0.25);
        assertThat(tags.text()).isEmpty();
        assertThat(tags.next()).isTrue();
        assertThat(tags.integer()).isEqualTo(-i);
        assertThat(tags.next()).isTrue();
        assertThat(tags.integer()).isEqualTo(1_000_000 + i);
        assertThat(tags.next()).isTrue();
        assertThat(tags.bytes()).containsExactly((byte) i, -1);
        assertThat(tags.next()).isTrue();
        assertThat(tags.integer()).isEqualTo(1);
      }
      assertThat(tags.next()).isFalse();
      assertThat(tags.position()).isEqualTo(file.bytes().length - SENTINEL);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3_000_000, 9_000_000})
  void ofATextBeyondTheLimitTheBeginningIsKept(int more) {
    var text = new byte[AsciiTagReader.MAX_LINE + more];
    Arrays.fill(text, (byte) 'x');
    var file =
        new BinaryText(false)
            .group(1, new String(text, StandardCharsets.US_ASCII))
            .group(40, 2.5)
            .bytes();
    var tags = over(file, false, 100_000);

    assertThat(tags.next()).isTrue();
    assertThat(tags.text()).hasSize(AsciiTagReader.MAX_LINE).matches("x+");
    assertThat(tags.position()).isEqualTo(2 + text.length + 1);
    assertThat(tags.next()).isTrue();
    assertThat(tags.number()).isEqualTo(2.5);
    assertThat(tags.next()).isFalse();
    assertThat(tags.position()).isEqualTo(file.length - SENTINEL);
    assertThat(tags.repairs()).hasSize(more == 0 ? 0 : 1);
  }

  @Test
  void aTextOfAnyLengthThatNeverEndsIsRefusedAtTheEndOfTheFile() {
    for (int length : new int[] {5, 70_000, 3_000_000}) {
      var whole = new BinaryText(false).group(1, "x".repeat(length)).bytes();
      var tags = over(Arrays.copyOf(whole, whole.length - 1), false, 1 << 16);

      assertThatThrownBy(tags::next)
          .isInstanceOfSatisfying(
              PermanentError.class, e -> assertThat(e.where()).isEqualTo(tags.placeOf(2 + length)));
    }
  }
}
