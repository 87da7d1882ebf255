package dev.planlift.core.reconstruct;

import dev.planlift.core.plan.Opening;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Polygon;

/**
 * The gates of garages. A gate that lifts or rolls is drawn by the lines that a window is drawn by;
 * that a car must get in tells it.
 */
final class Gates {
  /** No car goes through less. */
  private static final double MIN_GATE_M = 2;

  /** How far off a room's edge the middle of an opening lies, besides half of the wall. */
  private static final double BESIDE_M = 0.1;

  private Gates() {}

  /** The same with the widest window of each garage made a door, where no door is as wide. */
  static List<Hole> among(List<Hole> holes, List<RoomFinder.Found> rooms) {
    var told = new ArrayList<>(holes);
    for (var room : rooms) {
      if (ViewWords.STANDARD.speaksOf(ViewWords.Topic.GARAGE, room.name().label())) {
        IntStream.range(0, told.size())
            .filter(i -> mayBeGate(told.get(i), room.area()))
            .boxed()
            .max(Comparator.comparingDouble(i -> told.get(i).width()))
            .filter(i -> told.get(i).kind() == Opening.Kind.WINDOW)
            .filter(i -> told.stream().noneMatch(hole -> isGate(hole, room.area())))
            .ifPresent(i -> told.set(i, gate(told.get(i))));
      }
    }
    return told;
  }

  private static boolean isGate(Hole hole, Polygon room) {
    return hole.kind() != Opening.Kind.WINDOW && mayBeGate(hole, room);
  }

  private static boolean mayBeGate(Hole hole, Polygon room) {
    return hole.width() >= MIN_GATE_M
        && room.getExteriorRing().distance(Polygons.FACTORY.createPoint(hole.center()))
            <= hole.depth() / 2 + BESIDE_M;
  }

  private static Hole gate(Hole window) {
    return new Hole(
        Opening.Kind.DOOR,
        window.center(),
        window.angleRad(),
        window.width(),
        window.depth(),
        window.bridge(),
        List.of(),
        0,
        window.items(),
        Math.min(window.confidence(), 0.7),
        window.reason() + ", the widest opening of a garage");
  }
}
