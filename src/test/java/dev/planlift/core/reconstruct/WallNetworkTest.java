package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** A house of two rooms, 8 m by 5 m, all drawn as thin rectangles. */
class WallNetworkTest {
  private static final double OUTER_M = 0.3;
  private static final double INNER_M = 0.12;

  private final List<Polygon> faces = new ArrayList<>();
  private final List<Polygon> openings = new ArrayList<>();
  private final List<Polygon> fills = new ArrayList<>();

  WallNetworkTest() {
    faces.add(box(0, 0, 8, OUTER_M));
    faces.add(box(0, 5 - OUTER_M, 8, 5));
    faces.add(box(0, OUTER_M, OUTER_M, 5 - OUTER_M));
    faces.add(box(8 - OUTER_M, OUTER_M, 8, 5 - OUTER_M));
    faces.add(box(4, OUTER_M, 4 + INNER_M, 2));
    openings.add(box(4, 2, 4 + INNER_M, 2.9));
    faces.add(box(4, 2.9, 4 + INNER_M, 5 - OUTER_M));
  }

  @Test
  void wallsThatPartRoomsAreWalls() {
    assertThat(walls()).hasSameElementsAs(faces);
  }

  @Test
  void aSideboardAlongAWallIsNone() {
    assertDropped(box(1, OUTER_M, 2.6, OUTER_M + 0.4));
  }

  @Test
  void aSideboardALittleBeforeAWallIsNone() {
    assertDropped(box(1, OUTER_M + 0.005, 2.6, OUTER_M + 0.405));
  }

  @Test
  void aSideboardAsThickAsTheWallsIsNone() {
    assertDropped(box(1, OUTER_M, 2.6, 2 * OUTER_M));
  }

  @Test
  void aKitchenInACornerIsNone() {
    assertDropped(
        box(OUTER_M, OUTER_M, 3, OUTER_M + 0.6),
        box(OUTER_M, OUTER_M + 0.6, OUTER_M + 0.6, OUTER_M + 2.6));
  }

  @Test
  void theRimOfABathtubIsNone() {
    var rim = box(5, OUTER_M + 0.005, 6.7, 1.05);
    assertDropped(
        Polygons.FACTORY.createPolygon(
            rim.getExteriorRing(),
            new LinearRing[] {box(5.1, OUTER_M + 0.1, 6.6, 0.95).getExteriorRing()}));
  }

  @Test
  void aWardrobeOfTwoStripsIsNone() {
    assertDropped(box(5, 4.1, 6.8, 4.4), box(5, 4.4, 6.8, 4.7));
  }

  @Test
  void aTableInTheMiddleOfARoomIsNone() {
    assertDropped(box(1.5, 2, 2.7, 2.5));
  }

  @Test
  void aWallThatEndsInARoomIsAWall() {
    assertKept(box(6, OUTER_M, 6 + INNER_M, 2.2));
  }

  @Test
  void aWallThatEndsAtADoorToNothingIsAWall() {
    assertKept(box(6, OUTER_M, 6 + INNER_M, 1.2));
  }

  @Test
  void aLongWallByItselfIsAWall() {
    assertKept(box(1.2, 2.2, 3.2, 2.2 + INNER_M));
  }

  @Test
  void aColumnIsKept() {
    assertKept(box(2, 2.2, 2.4, 2.6));
  }

  @Test
  void aCornerThatIsAFaceOfItsOwnIsKept() {
    faces.set(0, box(OUTER_M, 0, 8, OUTER_M));
    assertKept(box(0, 0, OUTER_M, OUTER_M));
  }

  @Test
  void theLayersOfAWallThatEndAtAWindowAreWalls() {
    faces.set(0, box(0, 0.12, 3, OUTER_M));
    faces.add(box(5, 0.12, 8, OUTER_M));
    openings.add(box(3, 0, 5, OUTER_M));
    assertKept(box(0, 0, 3, 0.12), box(5, 0, 8, 0.12));
  }

  @Test
  void aFaceThatIsFilledAsWallsAreIsAWall() {
    var sideboard = box(1, OUTER_M, 2.6, OUTER_M + 0.4);
    fills.add(sideboard);
    assertKept(sideboard);
  }

  private void assertDropped(Polygon... things) {
    var before = List.copyOf(faces);
    faces.addAll(List.of(things));
    assertThat(walls()).hasSameElementsAs(before);
  }

  private void assertKept(Polygon... walls) {
    faces.addAll(List.of(walls));
    assertThat(walls()).hasSameElementsAs(faces);
  }

  private Collection<Polygon> walls() {
    return WallNetwork.walls(faces, area(fills), area(openings));
  }

  private static Geometry area(List<Polygon> parts) {
    return Polygons.union(parts);
  }

  private static Polygon box(double x0, double y0, double x1, double y1) {
    return Polygons.rectangle(new Coordinate((x0 + x1) / 2, (y0 + y1) / 2), 0, x1 - x0, y1 - y0);
  }
}
