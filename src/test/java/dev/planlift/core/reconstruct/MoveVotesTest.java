package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoveVotesTest {
  private static final List<double[]> FACES =
      List.of(new double[] {0, 5}, new double[] {3, 4}, new double[] {7, 1});

  private static List<double[]> moved(double by) {
    return FACES.stream().map(face -> new double[] {face[0] + by, face[1]}).toList();
  }

  @Test
  void theMoveOntoACopyIsTheBest() {
    assertThat(MoveVotes.best(FACES, moved(2.5), 4).getFirst()).isEqualTo(125);
  }

  @Test
  void ofEqualMovesTheLesserIsFirst() {
    var twice = List.of(new double[] {9, 5}, new double[] {-9, 5});
    assertThat(MoveVotes.best(List.of(new double[] {0, 5}), twice, 4)).containsExactly(-450, 450);
  }

  @Test
  void plansTooLargeForAnArrayAreCountedAlike() {
    var far = new double[] {20_000, 0.7};
    var faces = new ArrayList<>(FACES);
    faces.add(far);
    assertThat(MoveVotes.best(faces, moved(2.5), 1)).containsExactly(125);
  }

  @Test
  void withoutFacesThereIsNoMove() {
    assertThat(MoveVotes.best(List.of(), FACES, 4)).isEmpty();
    assertThat(MoveVotes.best(FACES, List.of(), 4)).isEmpty();
  }
}
