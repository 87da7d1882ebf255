package dev.planlift.service.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownNamesTest {
  private static final UnknownNames NAMES =
      new UnknownNames(Setting.of(Settings.class, "planlift"), "planlift");

  @Test
  void whatIsSetInTheRightWayIsNoFault() {
    assertThat(
            NAMES.faults(
                List.of("planlift.retry.base", "planlift.storage.s3.partSize", "java.home", "x"),
                Set.of("PLANLIFT_RETRY_BASE", "PLANLIFT_DB_URL", "PATH", "PLANLIFTER")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "planlift.retry.bas, planlift.retry.base",
    "planlift.retry.poisonLimits, planlift.retry.poisonLimit",
    "planlift.dxf.maxresident, planlift.dxf.maxResident",
    "planlift.deadletter.scan, planlift.deadLetters.scan"
  })
  void aKeyThatIsNoneIsToldWithTheNearest(String wrong, String nearest) {
    assertThat(NAMES.faults(List.of(wrong), Set.of()))
        .containsExactly(wrong + " is no setting; the nearest is " + nearest);
  }

  @ParameterizedTest
  @CsvSource({
    "PLANLIFT_RETRY_BASIS, PLANLIFT_RETRY_BASE",
    "PLANLIFT_DB_URI, PLANLIFT_DB_URL",
    "Planlift_Consumers, PLANLIFT_CONSUMERS"
  })
  void soIsAVariableOfTheEnvironment(String wrong, String nearest) {
    assertThat(NAMES.faults(List.of(), Set.of(wrong)))
        .containsExactly(wrong + " of the environment is no setting; the nearest is " + nearest);
  }

  @Test
  void whatTheEnvironmentHoldsIsToldUnderItsOwnNameAlone() {
    assertThat(NAMES.faults(List.of("planlift.db.uri"), Set.of("PLANLIFT_DB_URI"))).hasSize(1);
  }

  @Test
  void everyVariableOfTheServersXmlIsKnown() throws IOException {
    var used = new TreeSet<String>();
    var variable = Pattern.compile("\\$\\{(?:env\\.)?(PLANLIFT_[A-Z_]+)}");
    try (var files = Files.list(Path.of("liberty"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".xml")).toList()) {
        variable.matcher(Files.readString(file)).results().forEach(m -> used.add(m.group(1)));
      }
    }
    assertThat(used).isNotEmpty();
    assertThat(Arrays.stream(ServerVariable.values()).map(Enum::name)).containsAll(used);
  }
}
