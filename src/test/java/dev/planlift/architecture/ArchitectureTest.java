package dev.planlift.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The house stands as drawn; and each rule is seen to fail on a seeded fault in {@code seeded}. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.planlift");
  private static final JavaClasses FAULTS = new ClassFileImporter().importPackages("seeded");

  private final Rooms house = new Rooms("dev.planlift");
  private final Rooms faults = new Rooms("seeded");

  static Set<String> rooms() {
    return Rooms.ARROWS.keySet();
  }

  static Stream<Arguments> soleUsers() {
    return Stream.of(
        Arguments.of("org.locationtech.jts..", new String[] {"core.reconstruct", "core.solid"}),
        Arguments.of("org.apache.pdfbox..", new String[] {"core.pdf"}),
        Arguments.of("org.apache.fontbox..", new String[] {"core.pdf"}),
        Arguments.of("earcut4j..", new String[] {"core.solid", "core.dxf"}),
        Arguments.of("de.javagl..", new String[] {"core.gltf"}),
        Arguments.of("picocli..", new String[] {"cli"}),
        Arguments.of("org.apache.commons.compress..", new String[] {"cli"}),
        Arguments.of("jakarta..", new String[] {"service", "rabbitmq"}),
        Arguments.of("com.rabbitmq..", new String[] {"rabbitmq"}),
        Arguments.of("software.amazon.awssdk..", new String[] {"service.storage"}),
        Arguments.of("org.eclipse.microprofile..", new String[] {"service"}));
  }

  private static void holds(ArchRule rule) {
    assertThat(Rooms.violations(rule, HOUSE)).isEmpty();
  }

  private static void isSeenToFail(ArchRule rule, String culprit) {
    assertThat(Rooms.violations(rule, FAULTS)).anyMatch(line -> line.contains(culprit));
  }

  @Test
  void everyClassLivesInANamedRoom() {
    holds(house.everyClassLivesInANamedRoom());
    isSeenToFail(faults.everyClassLivesInANamedRoom(), "seeded.attic.Homeless");
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomUsesOnlyTheRoomsBehindItsArrow(String room) {
    holds(house.aRoomUsesOnlyTheRoomsBehindItsArrow(room));
  }

  @Test
  void anArrowTheWrongWayIsSeen() {
    isSeenToFail(
        faults.aRoomUsesOnlyTheRoomsBehindItsArrow("core.drawing"), "seeded.core.drawing.LooksUp");
  }

  @Test
  void coreKnowsNoServer() {
    holds(house.coreKnowsNoServer());
    isSeenToFail(faults.coreKnowsNoServer(), "seeded.core.plan.KnowsTheServer");
  }

  @Test
  void coreNeverDecidesToRetry() {
    holds(house.coreNeverDecidesToRetry());
    isSeenToFail(faults.coreNeverDecidesToRetry(), "seeded.core.plan.DecidesToRetry");
  }

  @Test
  void transactionsNameTheDatabasesErrors() {
    holds(house.transactionsNameTheDatabasesErrors());
    isSeenToFail(faults.transactionsNameTheDatabasesErrors(), "seeded.service.job.NamesNoError");
  }

  @Test
  void roomsHaveNoCycles() {
    holds(house.noCycles());
    isSeenToFail(faults.noCycles(), "core.drawing");
  }

  @ParameterizedTest
  @MethodSource("soleUsers")
  void aLibraryHasItsSoleUsers(String library, String[] rooms) {
    holds(house.onlyTheseUse(library, rooms));
  }

  @Test
  void aStrangerAtALibraryIsSeen() {
    isSeenToFail(
        faults.onlyTheseUse("org.locationtech.jts..", "core.solid"), "seeded.core.plan.UsesJts");
  }
}
