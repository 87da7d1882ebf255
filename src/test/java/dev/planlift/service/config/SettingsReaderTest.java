package dev.planlift.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  private static Settings read(Map<String, String> values) {
    return new SettingsReader(key -> Optional.ofNullable(values.get(key)))
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

  @ParameterizedTest
  @CsvSource({"0,0", "4096,4096", "64KiB,65536", "3 MiB,3145728", "2gib,2147483648"})
  void aSizeIsANumberWithOrWithoutItsUnit(String text, long bytes) {
    assertThat(ByteSize.parse(text).bytes()).isEqualTo(bytes);
  }
}
