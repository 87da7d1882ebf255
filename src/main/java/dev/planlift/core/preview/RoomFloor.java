package dev.planlift.core.preview;

import dev.planlift.core.scene.SceneNode;
import java.util.Locale;

/**
 * A room's floor among the triangles.
 *
 * @param name as drawn; empty where it has none
 * @param area for people, empty where it is not known
 * @param first of its triangles
 * @param end after its last triangle
 */
record RoomFloor(String name, String area, int first, int end) {
  static RoomFloor of(SceneNode room, int first, int end) {
    var name = room.extras().get("label") instanceof String label ? label.strip() : "";
    var area =
        room.extras().get("area") instanceof Number squareMetres
            ? String.format(Locale.ROOT, "%.1f m²", squareMetres.doubleValue())
            : "";
    return new RoomFloor(name, area, first, end);
  }
}
