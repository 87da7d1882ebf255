package dev.planlift.core.convert;

import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.Opening;
import dev.planlift.core.plan.Room;

/**
 * A building in numbers.
 *
 * @param grossAreaM2 rooms and walls, all levels
 */
record PlanCounts(
    int walls, int doors, int windows, int bareOpenings, int rooms, double grossAreaM2) {
  static PlanCounts of(Building building) {
    int walls = 0;
    int rooms = 0;
    double area = 0;
    for (var level : building.levels()) {
      walls += level.walls().size();
      rooms += level.rooms().size();
      area += level.rooms().stream().mapToDouble(Room::areaM2).sum();
      area += level.walls().stream().mapToDouble(wall -> wall.footprint().area()).sum();
    }
    return new PlanCounts(
        walls,
        openings(building, Opening.Kind.DOOR),
        openings(building, Opening.Kind.WINDOW),
        openings(building, Opening.Kind.BARE),
        rooms,
        Math.round(area * 100) / 100.0);
  }

  private static int openings(Building building, Opening.Kind kind) {
    return (int)
        building.levels().stream()
            .flatMap(level -> level.openings().stream())
            .filter(opening -> opening.kind() == kind)
            .count();
  }
}
