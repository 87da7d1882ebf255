package dev.planlift.cli.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.planlift.EmbeddedServerFixture;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The short form of the proofs, one after the other on one server with a RabbitMQ of its own. */
class ChaosIT {
  private static @Nullable Testbed bed;

  @BeforeAll
  static void start() throws Exception {
    assumeThat(RabbitNode.programs())
        .as("RabbitMQ is missing: apt-get install rabbitmq-server")
        .isPresent();
    bed =
        Testbed.start(
            Testbed.Kind.RABBIT, EmbeddedServerFixture.settings("chaos"), System.err::println);
  }

  @AfterAll
  static void stop() {
    if (bed != null) {
      bed.close();
    }
  }

  @Test
  void aKilledServerLosesAndDoublesNoJob() throws Exception {
    assertHolds(new ServerKilled(Testbed.Kind.RABBIT), new Size(24, 1, 1));
  }

  @Test
  void aKilledBrokerLosesAndDoublesNoJob() throws Exception {
    assertHolds(new BrokerKilled(), new Size(24, 1, 1));
  }

  @Test
  void aBrokerWhosePortIsCutLosesAndDoublesNoJob() throws Exception {
    assertHolds(BrokerAway.cut(), new Size(24, 1, 1));
  }

  @Test
  void aKilledDatabaseLosesAndDoublesNoJob() throws Exception {
    assertHolds(new DatabaseKilled(), new Size(24, 1, 1));
  }

  @Test
  void aDatabaseWithoutFreeConnectionsLosesAndDoublesNoJob() throws Exception {
    assertHolds(new DatabaseStuck(DatabaseStuck.How.LOCKED), new Size(24, 1, 1));
  }

  @Test
  void ofTheSameIdsDrawingsAndMessagesEachHasOneEffect() throws Exception {
    assertHolds(new SameTwice(), new Size(10, 0, 1));
  }

  @Test
  void aServerThatIsReplacedByAnotherAndPutBackLosesAndDoublesNoJob() throws Exception {
    assertHolds(new RollingUpgrade(), new Size(24, 1, 1));
  }

  private static void assertHolds(Proof proof, Size size) throws Exception {
    assertThat(proof.run(Objects.requireNonNull(bed), size.untimed(), System.err::println))
        .as(proof.what())
        .isTrue();
  }
}
