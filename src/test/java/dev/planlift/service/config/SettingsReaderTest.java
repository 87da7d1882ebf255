package dev.planlift.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  private static Settings read(Map<String, String> values) {
    return new SettingsReader(key -> Optional.ofNullable(values.get(key)), List.of())
        .read(Settings.class, "planlift");
  }

  @Test
  void withoutAnySettingTheDefaultsStand() {
    var settings = read(Map.of());
    assertThat(settings.retry())
        .isEqualTo(new Settings.Retry(3, Duration.ofSeconds(60), Duration.ofSeconds(600), 3));
    assertThat(settings.intake().dxfMaxBytes()).isEqualTo(new ByteSize(100L << 20));
    assertThat(settings.lease().length()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.intake().fileUrlPrefixes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"250ms,250", "30s,30000", "5m,300000", "24h,86400000", "7d,604800000", "PT2S,2000"})
  void aDurationIsWrittenShortOrLong(String text, long millis) {
    assertThat(read(Map.of("planlift.deadLetters.scan", text)).deadLetters().scan())
        .isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void allThatIsWrongIsToldAtOnceByItsKey() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "planlift.retry.retries", "many",
                        "planlift.dxf.heap", "2 GB",
                        "planlift.lease.heartbeat", "20s",
                        "planlift.intake.rateLimit", "yes")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "planlift.retry.retries",
            "planlift.dxf.heap",
            "planlift.lease: length is at least two heartbeats",
            "planlift.intake.rateLimit");
  }

  @Test
  void aValueOutOfItsRangeIsToldWithTheRange() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "planlift.retry.retries", "-1",
                        "planlift.intake.minFreeShare", "1.5",
                        "planlift.storage.s3.partSize", "1MiB",
                        "planlift.queue.confirm", "0s")))
        .hasMessageContainingAll(
            "planlift.retry.retries: '-1' does not lie from 0 to 100",
            "planlift.intake.minFreeShare: '1.5' does not lie from 0 to 0.99",
            "planlift.storage.s3.partSize: '1MiB' does not lie from 5MiB to 1GiB",
            "planlift.queue.confirm: '0s' does not lie from 100ms to 5m");
  }

  @ParameterizedTest
  @CsvSource({
    "planlift.retry.cap, 1s, cap is not shorter than base",
    "planlift.dxf.heap, 8GiB, maxResident is not less than heap",
    "planlift.dxf.soft, 10m, hard is not shorter than soft",
    "planlift.lease.watch, 20s, watch is not longer than heartbeat",
    "planlift.outbox.hold, 4s, outbox.hold is longer than queue.confirm",
    "planlift.storage.s3.accessKey, me, accessKey and secretKey go together",
    "planlift.storage.s3.endpoint, here, 'here' is no address",
    "planlift.intake.fileUrlPrefixes, file:///etc, 'file:///etc' is no address"
  })
  void whatDoesNotGoTogetherIsRefused(String key, String value, String rule) {
    assertThatThrownBy(() -> read(Map.of(key, value))).hasMessageContaining(rule);
  }

  @Test
  void aSecretIsNeverTold() {
    assertThatThrownBy(() -> read(Map.of("planlift.storage.s3.secretKey", "hush-hush")))
        .message()
        .doesNotContain("hush-hush");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "4096,4096", "64KiB,65536", "3 MiB,3145728", "2gib,2147483648"})
  void aSizeIsANumberWithOrWithoutItsUnit(String text, long bytes) {
    assertThat(ByteSize.parse(text).bytes()).isEqualTo(bytes);
  }
}
