package dev.planlift.core.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.FilledRegion.Fill;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the lines of a pattern are drawn. */
class PatternStrokesTest {
  private record Stroke(Vec3 from, Vec3 to) {
    double length() {
      return from.distance(to);
    }
  }

  private static List<Segment> square(double from, double to) {
    return List.of(
        new Segment.Polyline(
            new double[] {from, from, 0, to, from, 0, to, to, 0, from, to, 0, from, from, 0}));
  }

  private static FilledRegion region(PatternLine line, List<List<Segment>> loops) {
    return new FilledRegion(
        loops,
        new Fill.Pattern("P", 1, 0, List.of(line)),
        Vec3.ZERO,
        Appearance.on(Layer.ZERO),
        new SourceRef.Handle("1"));
  }

  private static List<Stroke> strokes(FilledRegion region) {
    var strokes = new ArrayList<Stroke>();
    boolean drawn =
        PatternStrokes.draw(
            region, (Fill.Pattern) region.fill(), 0.01, (a, b) -> strokes.add(new Stroke(a, b)));
    assertThat(drawn).isTrue();
    return strokes;
  }

  private static PatternLine level(double spacing, Double... dashes) {
    return new PatternLine(new Vec3(0, 0.5, 0), Vec3.X, new Vec3(0, spacing, 0), List.of(dashes));
  }

  @Test
  void unbrokenLinesRunFromSideToSide() {
    var strokes = strokes(region(level(1), List.of(square(0, 4))));

    assertThat(strokes).hasSize(4);
    assertThat(strokes).allSatisfy(s -> assertThat(s.length()).isCloseTo(4, within(1e-9)));
  }

  @Test
  void holesInterruptThem() {
    var strokes = strokes(region(level(1), List.of(square(0, 4), square(1, 3))));

    assertThat(strokes.stream().mapToDouble(Stroke::length).sum()).isCloseTo(12, within(1e-9));
    assertThat(strokes).hasSize(6);
  }

  @Test
  void dashesBeginAtTheBaseOfEachLine() {
    var strokes = strokes(region(level(9, 1.0, -0.5), List.of(square(0, 4))));

    assertThat(strokes).extracting(s -> s.from().x()).containsExactly(0.0, 1.5, 3.0);
    assertThat(strokes.getLast().to().x()).isCloseTo(4, within(1e-9));
  }

  @Test
  void aMovedAndStretchedRegionTakesItsPatternAlong() {
    var moved =
        region(level(1), List.of(square(0, 4)))
            .transformed(Affine3.translation(new Vec3(7, 0, 3)).after(Affine3.scale(2, 0.5, 1)));

    var strokes = strokes(moved);

    assertThat(strokes).hasSize(4);
    assertThat(strokes.getFirst().length()).isCloseTo(8, within(1e-9));
    assertThat(strokes.getFirst().from().distance(new Vec3(7, 0.25, 3))).isLessThan(1e-9);
  }

  @Test
  void tooManyLinesAreNotDrawnAtAll() {
    var region = region(level(1e-9), List.of(square(0, 4)));

    assertThat(PatternStrokes.draw(region, (Fill.Pattern) region.fill(), 0.01, (a, b) -> {}))
        .isFalse();
  }

  @Test
  void dashesFarFromTheirBaseStillEnd() {
    var region = region(level(1, 1e-3, -1e-3), List.of(square(1e15, 1e15 + 8)));

    PatternStrokes.draw(region, (Fill.Pattern) region.fill(), 0.01, (a, b) -> {});

    assertThat(PatternStrokes.count(region, (Fill.Pattern) region.fill())).isFinite();
  }
}
