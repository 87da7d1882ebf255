package dev.planlift.core.plan;

import dev.planlift.core.geom.Vec2;
import java.util.List;

/**
 * One storey.
 *
 * @param label as shown, "Level 0" where the drawing names none
 * @param elevationM of its floor
 * @param heightM of its walls
 * @param view name of the view it was read from
 * @param shift what was added to plan coordinates as drawn, metres: levels that are drawn side by
 *     side stand over each other
 */
public record Level(
    String label,
    double elevationM,
    double heightM,
    String view,
    Vec2 shift,
    List<Wall> walls,
    List<Opening> openings,
    List<Room> rooms,
    List<Slab> slabs,
    List<Column> columns,
    List<Stair> stairs,
    List<Lift> lifts) {
  public Level {
    walls = List.copyOf(walls);
    openings = List.copyOf(openings);
    rooms = List.copyOf(rooms);
    slabs = List.copyOf(slabs);
    columns = List.copyOf(columns);
    stairs = List.copyOf(stairs);
    lifts = List.copyOf(lifts);
  }

  /** The same, drawn elsewhere: its shift is another, its place the same. */
  public Level drawnAt(Vec2 otherShift) {
    return new Level(
        label,
        elevationM,
        heightM,
        view,
        otherShift,
        walls,
        openings,
        rooms,
        slabs,
        columns,
        stairs,
        lifts);
  }
}
