package dev.planlift.samples;

import dev.planlift.score.PlanTruth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * One storey of any shape, designed in metres.
 *
 * @param walls as if nothing had been cut through them
 * @param axes middle lines of the walls from node to node
 * @param rounds every circle along which a face of a wall runs
 */
record Design(
    Geometry walls, List<Chamber> chambers, List<Gate> gates, List<Axis> axes, List<Round> rounds) {

  /** A room: what walls are all around of. */
  record Chamber(String label, Polygon clear) {
    Coordinate middle() {
      return clear.getInteriorPoint().getCoordinate();
    }
  }

  Design with(List<Gate> more) {
    return new Design(walls, chambers, more, axes, rounds);
  }

  /** The walls between the openings of these kinds of drawing. */
  Geometry pieces(boolean windowsToo) {
    var holes =
        gates.stream()
            .filter(gate -> windowsToo || !gate.window())
            .map(gate -> gate.rectangle(gate.width(), gate.thickness() + 0.08))
            .toList();
    return Shapes.minus(walls, Shapes.union(holes));
  }

  PlanTruth truth(Placement placement) {
    var areas = new ArrayList<PlanTruth.WallArea>();
    for (var part : Shapes.parts(walls)) {
      var holes = new ArrayList<List<double[]>>();
      for (int i = 0; i < part.getNumInteriorRing(); i++) {
        holes.add(placed(part.getInteriorRingN(i).getCoordinates(), placement));
      }
      areas.add(
          new PlanTruth.WallArea(
              placed(part.getExteriorRing().getCoordinates(), placement), holes));
    }
    var cut =
        gates.stream()
            .map(
                gate -> {
                  var at = placement.metres(gate.at().x, gate.at().y);
                  double angle = gate.angleRad() + placement.rotationRad();
                  return new PlanTruth.Opening(
                      gate.use().truth, at[0], at[1], gate.width(), angle, gate.thickness());
                })
            .toList();
    var rooms =
        chambers.stream()
            .map(
                chamber -> {
                  var c = chamber.clear().getCentroid();
                  var at = placement.metres(c.getX(), c.getY());
                  return new PlanTruth.Room(
                      chamber.label(),
                      chamber.clear().getArea(),
                      at[0],
                      at[1],
                      placed(chamber.clear().getExteriorRing().getCoordinates(), placement));
                })
            .toList();
    return new PlanTruth(1 / placement.unitsPerMetre(), areas, cut, rooms);
  }

  private static List<double[]> placed(Coordinate[] ring, Placement placement) {
    return Arrays.stream(ring, 0, ring.length - 1).map(c -> placement.metres(c.x, c.y)).toList();
  }
}
