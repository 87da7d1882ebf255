package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Envelope;

/**
 * The title of a view: a short text under it, over it or large within it, that speaks of a kind of
 * view or of a storey.
 *
 * @param topic empty where it speaks of a storey only
 */
record ViewTitle(String text, Optional<ViewWords.Topic> topic, OptionalDouble storey) {
  private static final int MAX_WORDS = 8;

  /** A title stands this share of the view's height, or so many metres, off it at most. */
  private static final double OFF = 0.3;

  private static final double MAX_OFF_M = 5;

  /** Titles are written large: within a view only its so many tallest texts are looked at. */
  private static final int MOST_AS_TALL = 3;

  /** The most telling of the texts in and around a view. */
  static Optional<ViewTitle> of(Envelope view, List<LineWork.Label> labels) {
    double off = Math.min(MAX_OFF_M, OFF * view.getHeight());
    var around = new Envelope(view);
    around.expandBy(1, off);
    var near =
        labels.stream()
            .filter(label -> around.covers(label.center()))
            .sorted(
                Comparator.comparingDouble((LineWork.Label label) -> -label.text().height())
                    .thenComparingInt(LineWork.Label::item))
            .toList();
    var titles = new ArrayList<ViewTitle>();
    for (int i = 0; i < near.size(); i++) {
      var label = near.get(i);
      if (i < MOST_AS_TALL || !view.covers(label.center())) {
        of(label.text().text()).ifPresent(titles::add);
      }
    }
    return titles.stream()
        .filter(title -> title.topic().isPresent())
        .findFirst()
        .or(() -> titles.stream().findFirst());
  }

  /** A text as a title; empty where it is none. */
  static Optional<ViewTitle> of(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    if (line.isEmpty() || line.split(" ", -1).length > MAX_WORDS) {
      return Optional.empty();
    }
    var topic = ViewWords.STANDARD.topicOf(line).filter(ViewTitle::isKind);
    var storey = StoreyName.storeyOf(line);
    return topic.isEmpty() && storey.isEmpty()
        ? Optional.empty()
        : Optional.of(new ViewTitle(line, topic, storey));
  }

  private static boolean isKind(ViewWords.Topic topic) {
    return switch (topic) {
      case ROOM, SLAB, PLACE, MARK, GARAGE -> false;
      case SCHEMATIC, SERVICES, ROOF, SITE, SECTION, ELEVATION, DETAIL, LEGEND, PLAN -> true;
    };
  }
}
