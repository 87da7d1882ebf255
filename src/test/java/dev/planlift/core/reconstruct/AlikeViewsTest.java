package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Opening;
import dev.planlift.core.plan.Room;
import dev.planlift.core.plan.Wall;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sheets that show a house several times, alike to the last line or nearly so. */
class AlikeViewsTest {
  private static final double APART_M = 20 + 1 / 7.0;

  private static House plan(int number) {
    return new House().numbered(0x1000 * (number + 1)).outlines().doors().window().labels();
  }

  private static House row(int houses) {
    var sheet = new House();
    for (int i = 0; i < houses; i++) {
      sheet.with(plan(i), APART_M * i, 1 / 3.0 * i);
    }
    return sheet;
  }

  private static Level onlyLevel(House sheet) {
    var levels =
        new Reconstructor()
            .reconstruct(sheet.drawing(), ConversionOptions.parse(Map.of()))
            .building()
            .levels();
    assertThat(levels).hasSize(1);
    return levels.getFirst();
  }

  /**
   * The places of all elements, rounded to a tenth of a millimetre, moved back by so many metres.
   */
  private static List<Vec2> places(Level level, int house, int houses) {
    var back = new Vec2(-APART_M * house, -1 / 3.0 * house);
    var places = new ArrayList<Vec2>();
    part(level.walls(), house, houses).forEach(wall -> places.addAll(wall.footprint().shell()));
    part(level.openings(), house, houses).forEach(opening -> places.add(opening.center()));
    part(level.rooms(), house, houses).forEach(room -> places.addAll(room.outline().shell()));
    return places.stream().map(place -> rounded(place.plus(back))).toList();
  }

  private static <T> List<T> part(List<T> all, int number, int of) {
    int each = all.size() / of;
    return all.subList(number * each, (number + 1) * each);
  }

  private static Vec2 rounded(Vec2 place) {
    return new Vec2(Math.round(place.x() * 1e4) / 1e4, Math.round(place.y() * 1e4) / 1e4);
  }

  private static List<SourceRef> sources(Level level, int house, int houses) {
    return Stream.of(
            part(level.walls(), house, houses).stream().map(Wall::evidence),
            part(level.openings(), house, houses).stream().map(Opening::evidence),
            part(level.rooms(), house, houses).stream().map(Room::evidence))
        .flatMap(all -> all)
        .flatMap(evidence -> evidence.sources().stream())
        .distinct()
        .toList();
  }

  @Test
  void whatIsDrawnAlikeIsFoundAlikeWhereItIsDrawn() {
    var level = onlyLevel(row(7));
    assertThat(level.openings()).hasSize(7 * 3);
    assertThat(level.rooms()).hasSize(7 * 2);
    for (int house = 1; house < 7; house++) {
      assertThat(places(level, house, 7)).isEqualTo(places(level, 0, 7));
    }
  }

  @Test
  void whatIsFoundNamesTheLinesOfItsOwnView() {
    var level = onlyLevel(row(7));
    var seen = new HashSet<SourceRef>();
    for (int house = 0; house < 7; house++) {
      var sources = sources(level, house, 7);
      assertThat(sources).isNotEmpty().hasSameSizeAs(sources(level, 0, 7));
      assertThat(seen).doesNotContainAnyElementsOf(sources);
      seen.addAll(sources);
    }
  }

  @Test
  void whatIsLeftOverOfEachViewIsItsOwn() {
    var sheet = new House();
    for (int i = 0; i < 7; i++) {
      sheet.with(plan(i).on("FURNITURE").circle(4.5, 1, 0.3), APART_M * i, 0);
    }
    var found = new Reconstructor().reconstruct(sheet.drawing(), ConversionOptions.parse(Map.of()));
    var left = found.leftover().getFirst().all();
    assertThat(
            left.stream()
                .filter(seen -> seen.item().appearance().layer().name().equals("FURNITURE")))
        .hasSize(7)
        .extracting(seen -> seen.item().source())
        .doesNotHaveDuplicates();
  }

  @Test
  void anotherNameIsReadWhereItStands() {
    var other = new House().numbered(0x9000).outlines().doors().window();
    other.text("LIBRARY", 1.5, 2.2, 0.2).text("10.3 m2", 1.5, 1.9, 0.14);
    var sheet = row(6).with(other.text("LIVING ROOM", 4.5, 2.2, 0.2), APART_M * 6, 0);
    assertThat(onlyLevel(sheet).rooms()).extracting(Room::label).contains("LIBRARY", "KITCHEN");
  }

  private static Optional<Vec2> move(House one, House other) {
    return Likeness.move(
        new Expansion().all(one.drawing().items()),
        new Expansion().all(new House().with(other, APART_M, 0).drawing().items()),
        1e-3);
  }

  private static House bed() {
    return plan(0).symbol("BED", 1, Affine3.IDENTITY, bed -> bed.line(1, 1, 1, 3));
  }

  @Test
  void onlyWhatIsTheSameToTheLastLineIsAlike() {
    assertThat(move(plan(0), plan(1)))
        .hasValueSatisfying(by -> assertThat(by.x()).isCloseTo(1000 * APART_M, within(1e-6)));
    assertThat(move(plan(0), plan(1).line(1, 2, 2, 2))).isEmpty();
    assertThat(move(plan(0).line(1, 2, 2.0001, 2), plan(1).line(1, 2, 2, 2))).isEmpty();
    assertThat(move(plan(0).on("A").line(1, 2, 2, 2), plan(1).line(1, 2, 2, 2))).isEmpty();
    assertThat(move(plan(0).text("BED 1", 1, 2, 0.2), plan(1).text("BED 2", 1, 2, 0.2))).isEmpty();
    assertThat(move(plan(0).arc(1, 2, 1, 0, 1), plan(1).arc(1, 2, 1, 0, 1.1))).isEmpty();
    assertThat(move(bed(), plan(0).line(1, 1, 1, 3))).isEmpty();
  }
}
