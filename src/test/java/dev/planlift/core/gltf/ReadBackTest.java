package dev.planlift.core.gltf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.scene.Scene;
import dev.planlift.core.solid.Plans;
import dev.planlift.core.solid.SceneBuilder;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadBackTest {
  private static final int FLIPS = 400;

  @TempDir private Path folder;

  private static Scene house() {
    return new SceneBuilder()
        .build(
            new Plans().house(),
            List.of(SeenItems.of(List.of())),
            0.001,
            ConversionOptions.DEFAULTS);
  }

  private Path write(Compression compression) {
    var target = folder.resolve("model.glb");
    new GlbWriter(compression, false).write(house(), Map.of(), target);
    return target;
  }

  private static void check(Path model, Compression compression) {
    var layout = new GlbLayout(house(), compression, false);
    ReadBack.check(model, layout, GlbWriter.extras(layout, Map.of()));
  }

  @ParameterizedTest
  @EnumSource
  void whatWasWrittenPasses(Compression compression) {
    var model = write(compression);

    assertThatCode(() -> check(model, compression)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(names = "MESHOPT", mode = EnumSource.Mode.EXCLUDE)
  void everyByteOfTheGeometryCounts(Compression compression) throws IOException {
    var model = write(compression);
    var bytes = Files.readAllBytes(model);
    int start = 28 + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
    var random = new Random(3);
    for (int i = 0; i < FLIPS; i++) {
      int at = start + random.nextInt(bytes.length - start);
      var flipped = bytes.clone();
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(model, flipped);

      assertThatThrownBy(() -> check(model, compression))
          .as("bit of byte %s", at)
          .isInstanceOf(PermanentError.class);
    }
  }

  /** Bits that unpack to the same are left over here and there. */
  @Test
  void nearlyEveryByteOfCompressedGeometryCounts() throws IOException {
    var model = write(Compression.MESHOPT);
    var bytes = Files.readAllBytes(model);
    int start = 28 + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
    var random = new Random(4);
    int passed = 0;
    for (int i = 0; i < FLIPS; i++) {
      var flipped = bytes.clone();
      flipped[start + random.nextInt(bytes.length - start)] ^= (byte) (1 << random.nextInt(8));
      Files.write(model, flipped);
      passed += passes(model) ? 1 : 0;
    }
    assertThat(passed).isLessThan(FLIPS / 20);
  }

  private static boolean passes(Path model) {
    try {
      check(model, Compression.MESHOPT);
      return true;
    } catch (PermanentError e) {
      assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL);
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aModelCutShortIsToldFromAWholeOne(Compression compression) throws IOException {
    var model = write(compression);
    var bytes = Files.readAllBytes(model);
    for (int length = 0; length < bytes.length; length += 997) {
      Files.write(model, Arrays.copyOf(bytes, length));

      assertThatThrownBy(() -> check(model, compression))
          .as("of length %s", length)
          .isInstanceOf(PermanentError.class);
    }
  }

  @Test
  void whatIsSaidOfANodeCounts() throws IOException {
    assertDiffers("\"category\":\"wall\"", "\"category\":\"roof\"", "other extras");
    assertDiffers("\"name\":\"wall 1\"", "\"name\":\"wall 7\"", "another name");
    assertDiffers("\"maxErrorMillimetres\":1", "\"maxErrorMillimetres\":2", "itself");
  }

  private void assertDiffers(String written, String instead, String difference) throws IOException {
    var model = write(Compression.NONE);
    var text = Files.readString(model, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(written);
    Files.writeString(model, text.replace(written, instead), StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> check(model, Compression.NONE)).hasMessageContaining(difference);
  }
}
