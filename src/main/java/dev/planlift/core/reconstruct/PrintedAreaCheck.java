package dev.planlift.core.reconstruct;

import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Room;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says where the area written in a room is not the one it has. */
final class PrintedAreaCheck {
  static final String AREA_DIFFERS = "AREA_DIFFERS";

  /** Areas are written without plaster, with niches, rounded: less than this is no matter. */
  private static final double SHARE = 0.05;

  private static final double LEAST_M2 = 0.3;

  /** Mats are of many sizes. */
  private static final double SHARE_OF_MATS = 0.25;

  /** More than so many are told by their number. */
  private static final int MOST = 20;

  private PrintedAreaCheck() {}

  static List<Diagnostic> of(List<Level> levels) {
    var found = new ArrayList<Diagnostic>();
    int more = 0;
    for (var level : levels) {
      for (var room : level.rooms()) {
        if (differs(room) && found.size() < MOST) {
          found.add(said(room, level));
        } else if (differs(room)) {
          more++;
        }
      }
    }
    if (more > 0) {
      found.add(
          new Diagnostic(
              AREA_DIFFERS,
              "Areas are written otherwise in " + more + " more rooms",
              Place.of("rooms", more)));
    }
    return found;
  }

  private static boolean differs(Room room) {
    return room.printed()
        .map(
            printed -> {
              double off = Math.abs(printed.areaM2() - room.areaM2());
              double share = printed.exact() ? SHARE : SHARE_OF_MATS;
              return off > LEAST_M2 && off > share * room.areaM2();
            })
        .orElse(false);
  }

  private static Diagnostic said(Room room, Level level) {
    var name = room.label().isEmpty() ? "A room" : "Room " + room.label();
    double written = room.printed().orElseThrow().areaM2();
    var at = room.center().minus(level.shift());
    return new Diagnostic(
        AREA_DIFFERS,
        String.format(
            Locale.ROOT, "%s has %.2f m², %.2f m² are written in it", name, room.areaM2(), written),
        Place.of("level", level.label())
            .and("x", String.format(Locale.ROOT, "%.3f", at.x()))
            .and("y", String.format(Locale.ROOT, "%.3f", at.y())));
  }
}
