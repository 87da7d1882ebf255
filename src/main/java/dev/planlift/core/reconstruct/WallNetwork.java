package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.DisjointSets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Tells walls from what else is drawn as thin faces, where neither layers nor pens do: furniture,
 * fronts of kitchens, sanitary ware. A wall parts two rooms, or a room from the outside; or it
 * stands out of such walls by its end, or joins their ends. What lies along a wall by its side, or
 * by itself in a room, is none.
 */
final class WallNetwork {
  /** Rooms on two sides are told by so much of a face's outline. */
  private static final double BESIDE_M = 0.2;

  /** Of an end so much lies against something. */
  private static final double HELD = 0.4;

  /** No more of a wall's length lies along others. */
  private static final double ALONG = 0.3;

  /** From here on a face is long, so many times as long as thick. */
  private static final double LONG = 2;

  private static final double SLENDER = 4;
  private static final double FREE_M = 1.5;

  /** Thicknesses of one sort of wall differ by less. */
  private static final double SAME_M = 0.02;

  private static final double MIN_COLUMN_M = 0.15;
  private static final double MOSTLY = 0.7;

  private final List<Polygon> faces;
  private final FaceContacts contacts;
  private final double[] thickness;
  private final boolean[] covered;
  private final boolean[] parting;
  private final boolean[] dropped;
  private final DisjointSets regions;

  private WallNetwork(List<Polygon> faces, Geometry fills, Geometry openings) {
    this.faces = faces;
    contacts = new FaceContacts(faces, fills, openings);
    thickness = faces.stream().mapToDouble(FaceContacts::thickness).toArray();
    covered = new boolean[faces.size()];
    parting = new boolean[faces.size()];
    dropped = new boolean[faces.size()];
    regions = new DisjointSets(contacts.nodes());
    var filled = new AreaLocator(fills);
    for (int i = 0; i < covered.length; i++) {
      var inside = faces.get(i).getInteriorPoint().getCoordinate();
      covered[i] = filled.locate(inside) == Location.INTERIOR;
    }
  }

  /**
   * Those faces that are walls.
   *
   * @param faces as thin as walls
   * @param fills that are walls
   * @param openings that doors and windows fill
   */
  static List<Polygon> walls(List<Polygon> faces, Geometry fills, Geometry openings) {
    var network = new WallNetwork(faces, fills, openings);
    network.drop();
    return IntStream.range(0, faces.size())
        .filter(i -> !network.dropped[i])
        .mapToObj(faces::get)
        .toList();
  }

  /** The broadest first, until all that is left is wall. */
  private void drop() {
    var order =
        IntStream.range(0, faces.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -thickness[i]))
            .toList();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int face : order) {
        parting[face] = !dropped[face] && parts(face);
      }
      for (int face : order) {
        if (!dropped[face] && !isWall(face)) {
          dropped[face] = true;
          changed = true;
          contacts.of(face).keySet().stream()
              .mapToInt(FaceContacts.Contact::node)
              .filter(this::isFree)
              .forEach(node -> regions.join(face, node));
        }
      }
    }
  }

  private boolean isFree(int node) {
    return contacts.isRegion(node) || (contacts.isFace(node) && dropped[node]);
  }

  private boolean isWall(int face) {
    if (covered[face] || parts(face) || endsAtOpening(face)) {
      return true;
    }
    double length = faces.get(face).getArea() / thickness[face];
    double atEnds = against(face, true);
    double along = against(face, false);
    if (length < LONG * thickness[face]) {
      return joins(face) || isColumn(face, atEnds + along);
    }
    boolean slender = length >= SLENDER * thickness[face] || isUsual(thickness[face]);
    if (atEnds >= HELD * thickness[face]) {
      return slender && along <= ALONG * length;
    }
    return atEnds + along == 0 && slender && length >= FREE_M && !touchesDropped(face);
  }

  /** Whether it lies between two rooms, or a room and the outside. */
  private boolean parts(int face) {
    Map<Integer, Double> beside = new HashMap<>();
    for (var contact : contacts.of(face).entrySet()) {
      int node = contact.getKey().node();
      if (isFree(node)) {
        beside.merge(regions.root(node), contact.getValue(), Double::sum);
      }
    }
    var rooms = new ArrayList<Integer>();
    for (int node = contacts.opening() + 1; node < contacts.nodes(); node++) {
      int root = regions.root(node);
      if (beside.getOrDefault(root, 0.0) >= Math.min(BESIDE_M, HELD * thickness[face])
          && !rooms.contains(root)
          && contacts.isRoom(node)) {
        rooms.add(root);
      }
    }
    return rooms.size() > 1;
  }

  /** Whether a door or window stands at its end: it is a jamb, or a layer of one. */
  private boolean endsAtOpening(int face) {
    var atEnd = new FaceContacts.Contact(contacts.opening(), true);
    return contacts.of(face).getOrDefault(atEnd, 0.0) >= HELD * thickness[face];
  }

  /** How long a face lies against walls. */
  private double against(int face, boolean atEnd) {
    return contacts.of(face).entrySet().stream()
        .filter(contact -> contact.getKey().atEnd() == atEnd && !isFree(contact.getKey().node()))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private boolean touchesDropped(int face) {
    return contacts.of(face).keySet().stream()
        .anyMatch(contact -> contacts.isFace(contact.node()) && dropped[contact.node()]);
  }

  /** Whether walls end at it from two sides, or lie all about it. */
  private boolean joins(int face) {
    int ends = 0;
    double held = 0;
    for (var contact : contacts.of(face).entrySet()) {
      int node = contact.getKey().node();
      if (isFree(node)) {
        continue;
      }
      held += contact.getValue();
      if (!contacts.isFace(node) || endsAt(node, face)) {
        ends++;
      }
    }
    return ends > 1 || held >= MOSTLY * faces.get(face).getLength();
  }

  private boolean endsAt(int wall, int face) {
    return contacts.of(wall).getOrDefault(new FaceContacts.Contact(face, true), 0.0)
        >= HELD * thickness[wall];
  }

  private boolean isColumn(int face, double held) {
    return held == 0 && thickness[face] >= MIN_COLUMN_M && !touchesDropped(face);
  }

  /** Whether walls that part rooms are as thick. */
  private boolean isUsual(double thick) {
    return IntStream.range(0, parting.length)
        .anyMatch(i -> parting[i] && Math.abs(thickness[i] - thick) <= SAME_M);
  }
}
