package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.Room;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A page on which two storeys of one house are drawn at different scales. */
class ViewScaleTest {
  private static final double POINTS_PER_METRE = 72 / 0.0254;

  private static House plan(double scale, String title, String note) {
    var house = new House(POINTS_PER_METRE / scale, Affine3.IDENTITY);
    house.outlines().doors().window().text("KITCHEN", 1.5, 2.2, 0.2).text("HALL", 4.5, 2.2, 0.2);
    return house.text(title, 3, -0.8, 0.3).text(note, 3, -1.3, 0.25);
  }

  private static Reconstruction reconstruct(House first, House second, double offM) {
    var page = new House(POINTS_PER_METRE / 100, Affine3.IDENTITY);
    page.with(first, 0, 0).with(second, offM, 0);
    var read = page.drawing();
    var drawing =
        new Drawing(
            "pdf",
            "1.7",
            read.unit(),
            List.of(),
            List.of(),
            read.items(),
            new EntityLedger(),
            List.of(),
            List.of());
    return new Reconstructor().reconstruct(drawing, ConversionOptions.parse(Map.of()));
  }

  @Test
  void eachStoreyEndsAtItsTrueSize() {
    var found =
        reconstruct(
            plan(100, "GROUND FLOOR PLAN", "SCALE 1:100"),
            plan(50, "FIRST FLOOR PLAN", "SCALE 1:50"),
            20);
    assertThat(found.building().levels()).hasSize(2);
    for (var level : found.building().levels()) {
      assertThat(level.rooms()).as(level.label()).hasSize(2);
      double area = level.rooms().stream().mapToDouble(Room::areaM2).sum();
      assertThat(area).as(level.label()).isCloseTo(22, within(2.0));
    }
  }

  @Test
  void viewsOfOneScaleStayAsTheyAre() {
    var found =
        reconstruct(
            plan(100, "GROUND FLOOR PLAN", "SCALE 1:100"),
            plan(100, "FIRST FLOOR PLAN", "SCALE 1:100"),
            20);
    assertThat(found.building().levels()).hasSize(2);
    assertThat(found.units().used()).isEqualTo("1:100");
  }
}
