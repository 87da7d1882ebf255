package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.plan.Evidence;
import dev.planlift.core.plan.Room;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Finds rooms: what the walls, openings closed, are all around of. */
final class RoomFinder {
  /** Numbers, areas, sizes: what stands in a room but does not name it. */
  private static final Pattern FIGURE =
      Pattern.compile(
          "[~≈=±]?\\s*[\\d.,'\"×xX*/\\s+-]*\\s*(m|mm|cm|m2|m²|㎡|qm|sqm|sq\\.? ?m\\.?|sf|s\\.f\\.|sq\\.? ?ft\\.?|ft|py|평)?",
          Pattern.CASE_INSENSITIVE);

  /** Smaller texts than this share of the largest are remarks, not the name. */
  private static final double NAME_HEIGHT = 0.75;

  private final Frame frame;
  private final HPRtree labels = new HPRtree();
  private final boolean noLabels;

  RoomFinder(Frame frame, List<LineWork.Label> texts) {
    this.frame = frame;
    for (var label : texts) {
      labels.insert(new Envelope(label.center()), label);
    }
    noLabels = texts.isEmpty();
  }

  /**
   * @param walls openings filled
   */
  List<Room> find(Geometry walls) {
    var rooms = new ArrayList<Room>();
    var index = new HPRtree();
    Polygons.parts(walls).forEach(part -> index.insert(part.getEnvelopeInternal(), part));
    for (var part : Polygons.parts(walls)) {
      for (int i = 0; i < part.getNumInteriorRing(); i++) {
        var hole = Polygons.FACTORY.createPolygon(part.getInteriorRingN(i).getCoordinates());
        for (var area : Polygons.parts(without(hole, part, index))) {
          if (area.getArea() >= Sizes.MIN_ROOM_M2 && !Polygons.thinnerThan(area, 0.5)) {
            rooms.add(room(area));
          }
        }
      }
    }
    return rooms;
  }

  /** A hole in one wall area without the others that stand in it. */
  private static Geometry without(Polygon hole, Polygon around, HPRtree walls) {
    var inside = new ArrayList<Polygon>();
    var box = hole.getEnvelopeInternal();
    walls.query(
        box,
        item -> {
          if (item instanceof Polygon part
              && !part.getEnvelopeInternal().equals(around.getEnvelopeInternal())
              && box.covers(part.getEnvelopeInternal())) {
            inside.add(part);
          }
        });
    return inside.isEmpty() ? hole : Polygons.difference(hole, Polygons.union(inside)).norm();
  }

  private Room room(Polygon area) {
    Polygon2 outline = frame.plan(area);
    var names = names(area);
    var sources = names.stream().map(label -> label.text().source()).distinct().toList();
    return new Room(
        outline,
        String.join(" ", names.stream().map(RoomFinder::line).toList()),
        frame.plan(area.getCentroid().getCoordinate()),
        area.getArea(),
        new Evidence(
            names.isEmpty() ? "" : names.getFirst().text().appearance().layer().name(),
            List.<SourceRef>copyOf(sources),
            names.isEmpty() ? 0.7 : 0.9,
            names.isEmpty() ? "walls all around" : "walls all around a name"));
  }

  private static String line(LineWork.Label label) {
    var lines = label.text().text().lines().map(String::strip).filter(s -> !isFigure(s)).toList();
    return String.join(" ", lines);
  }

  /** The texts that name a room, from top to bottom as they are read. */
  private List<LineWork.Label> names(Polygon area) {
    var inside = new ArrayList<LineWork.Label>();
    if (noLabels) {
      return inside;
    }
    var locator = new IndexedPointInAreaLocator(area);
    labels.query(
        area.getEnvelopeInternal(),
        item -> {
          if (item instanceof LineWork.Label label
              && locator.locate(label.center()) == Location.INTERIOR
              && !line(label).isEmpty()) {
            inside.add(label);
          }
        });
    double tallest = inside.stream().mapToDouble(l -> l.text().height()).max().orElse(0);
    inside.removeIf(label -> label.text().height() < NAME_HEIGHT * tallest);
    inside.sort(
        Comparator.comparingDouble((LineWork.Label label) -> -up(label.text(), label.center()))
            .thenComparingInt(LineWork.Label::item));
    return inside;
  }

  /** How far up a text stands, seen in its own direction. */
  private static double up(TextLabel text, Coordinate at) {
    var up = text.direction().xy().perpendicular();
    return Math.round((at.x * up.x() + at.y * up.y()) * 20) / 20.0;
  }

  private static boolean isFigure(String text) {
    return text.isEmpty() || FIGURE.matcher(text).matches();
  }
}
