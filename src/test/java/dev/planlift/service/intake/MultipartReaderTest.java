package dev.planlift.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {
  private static final String TWO_PARTS =
      """
      preamble\r
      --limit\r
      Content-Disposition: form-data; name="request"\r
      \r
      {"name": "House"}\r
      --limit  \r
      Content-Disposition: form-data; name="file"; filename="h\\"ouse.dxf"\r
      Content-Type: image/vnd.dxf\r
      \r
      line\r
      --limi\r
      -- end\r
      --limit--""";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 100_000})
  void partsAreTheSameHoweverTheBytesArrive(int chunk) throws IOException {
    var reader = new MultipartReader(new Trickle(bytes(TWO_PARTS), chunk), "limit");

    var request = reader.next().orElseThrow();
    assertThat(request.name()).isEqualTo("request");
    assertThat(text(request.body())).isEqualTo("{\"name\": \"House\"}");

    var file = reader.next().orElseThrow();
    assertThat(file.name()).isEqualTo("file");
    assertThat(file.fileName()).contains("h\"ouse.dxf");
    assertThat(file.contentType()).contains("image/vnd.dxf");
    assertThat(text(file.body())).isEqualTo("line\r\n--limi\r\n-- end");

    assertThat(reader.next()).isEmpty();
    assertThat(reader.next()).isEmpty();
  }

  @Test
  void aPartLeftUnreadIsSkipped() throws IOException {
    var reader = new MultipartReader(new Trickle(bytes(TWO_PARTS), 5), "limit");
    assertThat(reader.next()).isPresent();
    assertThat(reader.next().orElseThrow().name()).isEqualTo("file");
    assertThat(reader.next()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyBytesComeThroughUnchanged(long seed) throws IOException {
    var random = new Random(seed);
    var content = new byte[200_000 + random.nextInt(1000)];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) "\r\n--limT".charAt(random.nextInt(8));
    }
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(bytes("--limit\r\nContent-Disposition: form-data; name=file\r\n\r\n"));
    whole.writeBytes(content);
    whole.writeBytes(bytes("\r\n--limit--\r\n"));

    var reader = new MultipartReader(new Trickle(whole.toByteArray(), 4096), "limit");
    var part = reader.next().orElseThrow();

    assertThat(part.body().readAllBytes()).as("seed %d", seed).isEqualTo(content);
    assertThat(reader.next()).isEmpty();
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    var whole = bytes(TWO_PARTS);
    for (int length = 0; length < whole.length - 2; length++) {
      var cut = java.util.Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> readAll(new MultipartReader(new Trickle(cut, 16), "limit")))
          .as("cut after %d bytes", length)
          .isInstanceOfSatisfying(
              PermanentError.class,
              error -> assertThat(error.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }
  }

  @Test
  void aFileNameBeyondAsciiIsDecoded() {
    var disposition =
        HeaderParameters.of(
            "form-data; name=\"file\"; filename=\"plan.dxf\"; filename*=UTF-8''Grundri%C3%9F+1.dxf");
    assertThat(disposition.word()).isEqualTo("form-data");
    assertThat(disposition.get("filename")).contains("Grundriß+1.dxf");
    assertThat(disposition.get("name")).contains("file");
  }

  private static void readAll(MultipartReader reader) throws IOException {
    for (var part = reader.next(); part.isPresent(); part = reader.next()) {
      part.get().body().readAllBytes();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(InputStream body) throws IOException {
    return new String(body.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Gives at most a few bytes at a time, as a slow connection does. */
  private static final class Trickle extends InputStream {
    private final ByteArrayInputStream bytes;
    private final int chunk;

    Trickle(byte[] bytes, int chunk) {
      this.bytes = new ByteArrayInputStream(bytes);
      this.chunk = chunk;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, Math.min(chunk, length));
    }
  }
}
