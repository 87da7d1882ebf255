package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * What thin faces lie against: each other, what is wall for sure, and the regions that all of it
 * leaves free. Nodes are numbered: the faces by their places in the list, then {@link #fill},
 * {@link #opening}, then the regions.
 */
final class FaceContacts {
  /** Slits as narrow part no regions and join none. */
  private static final double SLIT_M = 0.03;

  /** Outward, one after the other, until something is there. */
  private static final double[] BESIDE_M = {0.01, 0.045, 0.08};

  private static final double STEP_M = 0.2;
  private static final double MARGIN_M = 1;

  /** Smaller regions are shafts at best, or are within a thing. */
  private static final double ROOM_M2 = 1;

  private static final double ROOM_SIDE_M = 0.7;

  /** Across an end a face is so many times as deep as it is thick. */
  private static final double DEEP = 1.8;

  /**
   * A stretch along which a face lies against something.
   *
   * @param atEnd whether at an end of the face, not along its side
   */
  record Contact(int node, boolean atEnd) {}

  private final List<Polygon> faces;
  private final AreaLocator filled;
  private final AreaLocator opened;
  private final HPRtree index = new HPRtree();
  private final List<Polygon> regions = new ArrayList<>();
  private final HPRtree regionIndex = new HPRtree();
  private final List<Map<Contact, Double>> contacts = new ArrayList<>();

  private record Place(int number, AreaLocator locator) {}

  /**
   * @param faces as thin as walls
   * @param fills of walls
   * @param openings what closes doors and windows
   */
  FaceContacts(List<Polygon> faces, Geometry fills, Geometry openings) {
    this.faces = faces;
    filled = new AreaLocator(fills);
    opened = new AreaLocator(openings);
    for (int i = 0; i < faces.size(); i++) {
      index.insert(faces.get(i).getEnvelopeInternal(), new Place(i, new AreaLocator(faces.get(i))));
    }
    var all = new ArrayList<Geometry>(faces);
    all.add(fills);
    all.add(openings);
    var solid = Polygons.grown(Polygons.union(all), SLIT_M);
    var box = new Envelope(solid.getEnvelopeInternal());
    box.expandBy(MARGIN_M);
    regions.addAll(Polygons.parts(Polygons.difference(Polygons.FACTORY.toGeometry(box), solid)));
    for (int i = 0; i < regions.size(); i++) {
      var region = regions.get(i);
      regionIndex.insert(
          region.getEnvelopeInternal(), new Place(opening() + 1 + i, new AreaLocator(region)));
    }
    faces.forEach(face -> contacts.add(around(face)));
  }

  /** The node of all fills. */
  int fill() {
    return faces.size();
  }

  /** The node of all openings. */
  int opening() {
    return faces.size() + 1;
  }

  int nodes() {
    return opening() + 1 + regions.size();
  }

  boolean isFace(int node) {
    return node < faces.size();
  }

  boolean isRegion(int node) {
    return node > opening();
  }

  /** Whether a region is as large as a room, or the outside. */
  boolean isRoom(int node) {
    if (!isRegion(node)) {
      return false;
    }
    var region = regions.get(node - opening() - 1);
    return region.getArea() >= ROOM_M2 && !Polygons.thinnerThan(region, ROOM_SIDE_M);
  }

  /** How long a face lies against what, metres. */
  Map<Contact, Double> of(int face) {
    return contacts.get(face);
  }

  /** As thick as a rectangle of the same area and outline. */
  static double thickness(Polygon face) {
    double half = face.getLength() / 2;
    double root = half * half / 4 - face.getArea();
    return half / 2 - Math.sqrt(Math.max(0, root));
  }

  private Map<Contact, Double> around(Polygon face) {
    var found = new HashMap<Contact, Double>();
    double deep = DEEP * thickness(face);
    var locator = new AreaLocator(face);
    around(face.getExteriorRing(), false, deep, locator, found);
    for (int i = 0; i < face.getNumInteriorRing(); i++) {
      around(face.getInteriorRingN(i), true, deep, locator, found);
    }
    return found;
  }

  private void around(
      LinearRing ring, boolean hole, double deep, AreaLocator face, Map<Contact, Double> found) {
    var points = ring.getCoordinates();
    double outward = Orientation.isCCW(points) == hole ? 1 : -1;
    for (int i = 1; i < points.length; i++) {
      var a = points[i - 1];
      var b = points[i];
      double length = a.distance(b);
      int steps = Math.max(1, (int) Math.ceil(length / STEP_M));
      double nx = outward * (a.y - b.y) / length;
      double ny = outward * (b.x - a.x) / length;
      for (int k = 0; k < steps; k++) {
        double t = (k + 0.5) / steps;
        var at = new Coordinate(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
        int node = beside(at, nx, ny);
        if (node >= 0) {
          boolean end =
              face.locate(new Coordinate(at.x - deep * nx, at.y - deep * ny)) == Location.INTERIOR;
          found.merge(new Contact(node, end), length / steps, Double::sum);
        }
      }
    }
  }

  /** The node next to a point of an outline; negative where there is none. */
  private int beside(Coordinate at, double nx, double ny) {
    for (double off : BESIDE_M) {
      var p = new Coordinate(at.x + off * nx, at.y + off * ny);
      if (opened.locate(p) != Location.EXTERIOR) {
        return opening();
      }
      if (filled.locate(p) != Location.EXTERIOR) {
        return fill();
      }
      int face = in(index, p);
      int node = face >= 0 ? face : in(regionIndex, p);
      if (node >= 0) {
        return node;
      }
    }
    return -1;
  }

  private static int in(HPRtree index, Coordinate p) {
    for (var item : index.query(new Envelope(p))) {
      var place = (Place) item;
      if (place.locator.locate(p) == Location.INTERIOR) {
        return place.number;
      }
    }
    return -1;
  }
}
