package dev.planlift.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.score.PlanTruth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SamplePlansTest {
  private static final Path SAMPLES = Path.of("samples");

  @Test
  void theCheckedInFilesAreWhatTheGeneratorWrites() throws IOException {
    for (var file : SamplePlans.files().entrySet()) {
      // Latin-1 keeps every byte, and a difference is told in lines.
      assertThat(Files.readString(SAMPLES.resolve(file.getKey()), StandardCharsets.ISO_8859_1))
          .as("%s; SamplePlans.main writes it anew", file.getKey())
          .isEqualTo(new String(file.getValue(), StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void wallsAndRoomsTogetherFillTheOuterOutline() {
    for (var plan : new FloorPlan[] {House.plan(), Office.plan()}) {
      double outer = plan.outer().getArea();
      double rooms = plan.rooms().stream().mapToDouble(r -> r.polygon().getArea()).sum();
      assertThat(plan.walls().getArea() + rooms).isCloseTo(outer, within());
    }
  }

  @Test
  void everyOpeningLiesInAWallOfItsThickness() {
    for (var plan : new FloorPlan[] {House.plan(), Office.plan()}) {
      var walls = plan.walls();
      for (var opening : plan.openings()) {
        double cut = opening.hole().intersection(walls).getArea();
        assertThat(cut)
            .as("%s", opening)
            .isCloseTo(opening.width() * opening.thickness(), within());
      }
    }
  }

  @Test
  void aTruthWrittenIsReadBackTheSame() throws IOException {
    var house = PlanTruth.read(SAMPLES.resolve("house.expected.json"));
    assertThat(house.json()).isEqualTo(House.plan().truth(House.PLACEMENT).json());
    assertThat(house.rooms()).extracting(PlanTruth.Room::label).contains("LIVING ROOM", "BATH");
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-6);
  }
}
