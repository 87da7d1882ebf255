package dev.planlift.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.score.GlbModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

/** Real plans of which people wrote down how large things are: the model's are as large. */
class PrintedFiguresTest {
  private static final double AREAS = 0.02;
  private static final double LENGTHS = 0.005;

  @TempDir Path folder;

  private GlbModel model(String name) throws IOException {
    var file = SharedFolder.require("corpus/pdf/" + name + ".pdf");
    return GlbModel.read(Conversions.convert(file, folder).model());
  }

  private static Envelope walls(GlbModel model) {
    var box = new Envelope();
    for (var wall : model.elements("wall")) {
      for (var triangle : wall.triangles()) {
        box.expandToInclude(triangle.a());
        box.expandToInclude(triangle.b());
        box.expandToInclude(triangle.c());
      }
    }
    return box;
  }

  @Test
  void roomsHaveTheAreasThatAreWrittenInThem() throws IOException {
    var written = new LinkedHashMap<String, Double>();
    written.put("TEHNIČNA SOBA", 6.42);
    written.put("UTILITY", 3.98);
    written.put("STRANIŠČE", 4.34);
    written.put("PREDPROSTOR", 5.42);
    written.put("KOPALNICA", 9.00);
    written.put("SPALNICA", 12.98);
    written.put("SOBA 1", 11.32);
    written.put("SOBA 2", 12.30);
    double passageInItsWall = 0.9 * 0.2;
    written.put("GARDEROBA", 5.49 - passageInItsWall);
    var rooms = model("archicad-atrium---floor-plan").elements("room");
    var found = new LinkedHashMap<String, Double>();
    for (var room : rooms) {
      found.put(room.extras().path("label").asText(), room.extras().path("area").asDouble());
    }
    written.forEach(
        (name, area) ->
            assertThat(found.entrySet())
                .as(name)
                .filteredOn(room -> room.getKey().startsWith(name))
                .extracting(Map.Entry::getValue)
                .singleElement()
                .satisfies(m2 -> assertThat(m2).as(name).isCloseTo(area, within(AREAS * area))));
  }

  @Test
  void aBungalowIsAsLongAndBroadAsItsDimensionsSay() throws IOException {
    var model = model("autocad-ground-f--ground-floor");
    var walls = walls(model);
    assertThat(walls.getWidth()).isCloseTo(17.38, within(LENGTHS * 17.38));
    assertThat(walls.getHeight()).isCloseTo(13.30, within(LENGTHS * 13.30));
  }

  @Test
  void aFlatOnATurnedPageIsAsLongAndBroadAsItsDimensionsSay() throws IOException {
    double outer = 2 * 0.24;
    var walls = walls(model("home-lab--floorplan"));
    assertThat(walls.getWidth()).isCloseTo(11.47 + outer, within(LENGTHS * 11.47));
    assertThat(walls.getHeight()).isCloseTo(10.23 + outer, within(LENGTHS * 10.23));
  }
}
