package dev.planlift.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A room of 4 m × 3 m inside walls of 0.2 m, a door of 1 m in the south, a window of 2 m in the
 * north; far from the origin.
 */
class PlanScorerTest {
  private static final double X = 5_000;
  private static final double Y = 7_000;
  private static final double TOP = 2.7;

  @TempDir Path folder;

  private static PlanTruth truth() {
    var wall =
        new PlanTruth.WallArea(
            List.of(at(0, 0), at(4.4, 0), at(4.4, 3.4), at(0, 3.4)),
            List.of(List.of(at(0.2, 0.2), at(4.2, 0.2), at(4.2, 3.2), at(0.2, 3.2))));
    return new PlanTruth(
        0.001,
        List.of(wall),
        List.of(
            new PlanTruth.Opening("door", X + 2.2, Y + 0.1, 1, 0, 0.2),
            new PlanTruth.Opening("window", X + 2.2, Y + 3.3, 2, Math.PI, 0.2)),
        List.of(new PlanTruth.Room("HALL", 12, X + 2.2, Y + 1.7, List.of())));
  }

  private static double[] at(double x, double y) {
    return new double[] {X + x, Y + y};
  }

  private static GlbSketch box(GlbSketch model, double... c) {
    return model.wall(X + c[0], Y + c[1], X + c[2], Y + c[3], c[4], c[5]);
  }

  /** East and west walls whole, the north wall with its window, no south wall. */
  private static GlbSketch threeWalls() {
    var model = new GlbSketch(X, Y);
    box(model, 0, 0, 0.2, 3.4, 0, TOP);
    box(model, 4.2, 0, 4.4, 3.4, 0, TOP);
    box(model, 0.2, 3.2, 1.2, 3.4, 0, TOP);
    box(model, 3.2, 3.2, 4.2, 3.4, 0, TOP);
    box(model, 1.2, 3.2, 3.2, 3.4, 0, 0.9);
    return box(model, 1.2, 3.2, 3.2, 3.4, 2.1, TOP);
  }

  private static GlbSketch southWall(GlbSketch model) {
    box(model, 0.2, 0, 1.7, 0.2, 0, TOP);
    box(model, 2.7, 0, 4.2, 0.2, 0, TOP);
    return box(model, 1.7, 0, 2.7, 0.2, 2.1, TOP);
  }

  private static GlbSketch elements(GlbSketch model) {
    return model
        .opening("door", X + 2.2, Y + 0.1, 1)
        .opening("window", X + 2.2, Y + 3.3, 2)
        .room("HALL", X + 2.2, Y + 1.7, 12);
  }

  private PlanScore score(GlbSketch model) throws IOException {
    return new PlanScorer(truth()).score(model.write(folder.resolve("model.glb")));
  }

  @Test
  void aModelThatIsTheTruthScoresOne() throws IOException {
    var score = score(elements(southWall(threeWalls())));
    assertThat(score.score()).isCloseTo(1, within(1e-3));
    assertThat(score.labels()).isEqualTo(1);
    assertThat(score.openWalls()).isEmpty();
    assertThat(score.doubleWallArea()).isCloseTo(0, within(1e-3));
  }

  @Test
  void aMissingWallIsMissedByItsAreaAtEveryHeight() throws IOException {
    var score = score(elements(threeWalls()));
    double south = 0.8;
    assertThat(score.high()).isCloseTo((2.96 - south) / 2.96, within(1e-3));
    assertThat(score.low()).isCloseTo((2.76 - 0.6) / 2.76, within(1e-3));
    assertThat(score.mid()).isCloseTo((2.36 - 0.6) / 2.36, within(1e-3));
  }

  @Test
  void aDoorThatIsNotCutCostsTheLowerCutsOnly() throws IOException {
    var model = box(threeWalls(), 0.2, 0, 4.2, 0.2, 0, TOP);
    var score = score(elements(model));
    assertThat(score.high()).isCloseTo(1, within(1e-3));
    assertThat(score.low()).isCloseTo(2.76 / 2.96, within(1e-3));
    assertThat(score.mid()).isCloseTo(2.36 / 2.56, within(1e-3));
  }

  @Test
  void wallBesideThePlanCountsAgainstTheModel() throws IOException {
    var model = box(southWall(threeWalls()), 4.4, 0, 5.4, 2.96, 0, TOP);
    assertThat(score(elements(model)).high()).isCloseTo(0.5, within(1e-3));
  }

  @Test
  void wallFarFromThePlanIsToldApart() throws IOException {
    var score = score(elements(box(southWall(threeWalls()), 10, 0, 12, 1, 0, TOP)));
    assertThat(score.high()).isCloseTo(1, within(1e-3));
    assertThat(score.strayWallArea()).isCloseTo(2, within(1e-3));
  }

  @Test
  void openingsOfOtherKindPlaceOrWidthAreNotFound() throws IOException {
    var model =
        southWall(threeWalls())
            .opening("window", X + 2.2, Y + 0.1, 1)
            .opening("door", X + 2.5, Y + 0.1, 1)
            .opening("door", X + 2.2, Y + 0.1, 1.2)
            .opening("window", X + 2.3, Y + 3.3, 2.1);
    var score = score(model);
    assertThat(score.openings()).isEqualTo(new PlanScore.Hits(1, 4, 2));
    assertThat(score.openings().f1()).isCloseTo(1.0 / 3, within(1e-9));
    assertThat(score.rooms().f1()).isZero();
  }

  @Test
  void anOpeningFoundTwiceIsRightOnce() throws IOException {
    var model = elements(southWall(threeWalls())).opening("door", X + 2.25, Y + 0.1, 1);
    assertThat(score(model).openings()).isEqualTo(new PlanScore.Hits(2, 3, 2));
  }

  @Test
  void aRoomOfRightPlaceAndAreaCountsWhateverItsNameButItsLabelDoesNot() throws IOException {
    var named = score(southWall(threeWalls()).room("BATH", X + 2.5, Y + 1.7, 11.5));
    assertThat(named.rooms()).isEqualTo(new PlanScore.Hits(1, 1, 1));
    assertThat(named.labels()).isZero();
    var tooSmall = score(southWall(threeWalls()).room("HALL", X + 2.2, Y + 1.7, 11));
    assertThat(tooSmall.rooms()).isEqualTo(new PlanScore.Hits(0, 1, 1));
  }

  @Test
  void aWallWithAFaceMissingIsOpen() throws IOException {
    var model = southWall(threeWalls()).wall(X, Y + 5, X + 1, Y + 6, 0, TOP, 11);
    assertThat(score(model).openWalls()).containsExactly("wall 10");
  }

  @Test
  void aWallTurnedInsideOutIsOpen() throws IOException {
    var model = southWall(threeWalls()).wall(X + 1, Y + 5, X, Y + 6, 0, TOP);
    assertThat(score(model).openWalls()).containsExactly("wall 10");
  }

  @Test
  void wallsInOneAnotherAreTold() throws IOException {
    var model = box(southWall(threeWalls()), 0, 0, 0.2, 2, 0, TOP);
    assertThat(score(model).doubleWallArea()).isCloseTo(0.4, within(1e-3));
  }

  @Test
  void anEmptyModelScoresNothing() throws IOException {
    assertThat(score(new GlbSketch(0, 0)).score()).isZero();
  }

  @Test
  void whatIsNoModelIsRefused() throws IOException {
    var file = Files.writeString(folder.resolve("no.glb"), "this is a text, and no model at all");
    assertThatThrownBy(() -> GlbModel.read(file)).isInstanceOf(IOException.class);
  }
}
