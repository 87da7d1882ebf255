package dev.planlift.core.reconstruct;

import java.util.List;
import java.util.Optional;

/**
 * What the texts in a room say of it.
 *
 * @param label its name; its number where it has no name; empty where it has neither
 * @param number as written, empty where there is none
 * @param area as printed
 * @param texts that say so
 * @param sure whether the name speaks of a room
 */
record RoomName(
    String label,
    String number,
    Optional<PrintedArea> area,
    List<LineWork.Label> texts,
    boolean sure) {
  static final RoomName NONE = new RoomName("", "", Optional.empty(), List.of(), false);

  RoomName {
    texts = List.copyOf(texts);
  }
}
