package dev.planlift.core.plan;

import java.util.List;

/**
 * One storey.
 *
 * @param label as shown, "Level 0" where the drawing names none
 * @param elevationM of its floor
 * @param heightM of its walls
 * @param view name of the view it was read from
 */
public record Level(
    String label,
    double elevationM,
    double heightM,
    String view,
    List<Wall> walls,
    List<Opening> openings,
    List<Room> rooms,
    List<Slab> slabs,
    List<Column> columns,
    List<Stair> stairs) {
  public Level {
    walls = List.copyOf(walls);
    openings = List.copyOf(openings);
    rooms = List.copyOf(rooms);
    slabs = List.copyOf(slabs);
    columns = List.copyOf(columns);
    stairs = List.copyOf(stairs);
  }
}
