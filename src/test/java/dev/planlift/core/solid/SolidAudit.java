package dev.planlift.core.solid;

import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.ClosednessCheck;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Opening;
import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.Scene;
import dev.planlift.core.scene.SceneMesh;
import dev.planlift.core.scene.SceneNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Checks the solids of a building, whatever it is: walls, columns, slabs and stairs are solids,
 * walls do not overlap, openings are void from sill to head with wall over and under them, doors
 * and windows are filled. What is wrong is told in words.
 */
public final class SolidAudit {
  private static final double OVERLAP_M2 = 1e-4;

  /** A pier of three centimetres by three. */
  private static final double CRUMB_M3 = 2.7e-3;

  private static final double STEP_M = 0.05;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final List<String> faults = new ArrayList<>();

  private SolidAudit() {}

  /**
   * The faults of a scene.
   *
   * @param building that the scene was made of, with all categories
   */
  public static List<String> of(Building building, Scene scene) {
    var audit = new SolidAudit();
    for (int i = 0; i < building.levels().size(); i++) {
      audit.level(building.levels().get(i), scene.levels().get(i));
    }
    return audit.faults;
  }

  private void level(Level level, SceneNode root) {
    for (var category : List.of(Category.WALL, Category.COLUMN, Category.SLAB, Category.STAIR)) {
      for (var node : elements(root, category)) {
        solid(node, category == Category.STAIR);
      }
    }
    overlaps(level, elements(root, Category.WALL));
    crumbs(elements(root, Category.WALL));
    var walls = new Walls(elements(root, Category.WALL));
    level.openings().forEach(opening -> cut(opening, level, walls));
    filled(elements(root, Category.DOOR), level, Opening.Kind.DOOR);
    filled(elements(root, Category.WINDOW), level, Opening.Kind.WINDOW);
  }

  private static List<SceneNode> elements(SceneNode root, Category category) {
    return root.children().stream()
        .flatMap(group -> group.children().stream())
        .filter(node -> node.category().orElseThrow() == category)
        .toList();
  }

  /** Parts may be solids each by itself, such as steps side by side. */
  private void solid(SceneNode node, boolean apart) {
    var parts = node.mesh().map(SceneMesh::parts).orElse(List.of());
    var primitives = parts.stream().map(SceneMesh.Part::primitive).toList();
    if (apart) {
      primitives.forEach(p -> tell(node, MeshAudit.of(List.of(p))));
    } else if (!primitives.isEmpty()) {
      tell(node, MeshAudit.of(primitives));
    }
  }

  private void tell(SceneNode node, List<String> found) {
    found.forEach(fault -> faults.add(node.name() + ": " + fault));
  }

  /** Rests of walls that nobody built. */
  private void crumbs(List<SceneNode> walls) {
    for (var wall : walls) {
      var parts = wall.mesh().map(SceneMesh::parts).orElse(List.of());
      double volume =
          ClosednessCheck.of(parts.stream().map(SceneMesh.Part::primitive).toList()).volumeM3();
      if (!(volume >= CRUMB_M3)) {
        faults.add(wall.name() + " is a crumb of " + volume + " m³");
      }
    }
  }

  private void overlaps(Level level, List<SceneNode> walls) {
    for (double z : new double[] {0.15, 1.5, level.heightM() - 0.1}) {
      var tree = new STRtree();
      var areas = new ArrayList<Geometry>();
      for (var wall : walls) {
        var area = capsOver(wall, level.elevationM() + z);
        tree.insert(area.getEnvelopeInternal(), areas.size());
        areas.add(area);
      }
      for (int i = 0; i < areas.size(); i++) {
        for (var other : tree.query(areas.get(i).getEnvelopeInternal())) {
          int j = (Integer) other;
          if (j > i) {
            double both =
                OverlayNGRobust.overlay(areas.get(i), areas.get(j), OverlayNG.INTERSECTION)
                    .getArea();
            if (both > OVERLAP_M2) {
              faults.add(
                  walls.get(i).name()
                      + " and "
                      + walls.get(j).name()
                      + " overlap: "
                      + both
                      + " m²");
            }
          }
        }
      }
    }
  }

  /** What of a prism's plan is solid at a height: its top faces above less its undersides above. */
  private static Geometry capsOver(SceneNode wall, double z) {
    var tops = new ArrayList<Geometry>();
    var undersides = new ArrayList<Geometry>();
    for (var part : wall.mesh().map(SceneMesh::parts).orElse(List.of())) {
      for (var t : triangles(part.primitive())) {
        var flat = FACTORY.createPolygon(new Coordinate[] {xy(t[0]), xy(t[1]), xy(t[2]), xy(t[0])});
        double up = t[1].minus(t[0]).cross(t[2].minus(t[0])).z();
        if (up != 0 && t[0].z() > z) {
          (up > 0 ? tops : undersides).add(flat);
        }
      }
    }
    var above = OverlayNGRobust.union(FACTORY.buildGeometry(tops));
    return undersides.isEmpty() || tops.isEmpty()
        ? above
        : OverlayNGRobust.overlay(
            above, OverlayNGRobust.union(FACTORY.buildGeometry(undersides)), OverlayNG.DIFFERENCE);
  }

  private static Coordinate xy(Vec3 p) {
    return new Coordinate(p.x(), p.y());
  }

  private static List<Vec3[]> triangles(MeshPrimitive primitive) {
    var all = new ArrayList<Vec3[]>();
    for (int i = 0; i < primitive.indices().length; i += 3) {
      var corners = new Vec3[3];
      for (int k = 0; k < 3; k++) {
        int at = 3 * primitive.indices()[i + k];
        var p = primitive.positions();
        corners[k] = new Vec3(p[at], p[at + 1], p[at + 2]);
      }
      all.add(corners);
    }
    return all;
  }

  /** Void all over between sill and head; wall over the head and under the sill, in the middle. */
  private void cut(Opening opening, Level level, Walls walls) {
    var along = Vec2.ofAngle(opening.angleRad());
    double floor = level.elevationM();
    for (double u : new double[] {-0.47, -0.2, 0, 0.2, 0.47}) {
      for (double v : new double[] {-0.45, 0, 0.45}) {
        var at =
            opening
                .center()
                .plus(along.times(u * opening.widthM()))
                .plus(along.perpendicular().times(v * opening.depthM()));
        for (double z : heights(opening)) {
          if (walls.areAt(at, floor + z)) {
            faults.add(opening.kind() + " at " + opening.center() + " is not cut at " + z + " m");
            return;
          }
        }
      }
    }
    boolean lintel =
        opening.headM() + STEP_M > level.heightM()
            || walls.areAt(opening.center(), floor + opening.headM() + STEP_M / 2);
    boolean parapet =
        opening.sillM() < STEP_M || walls.areAt(opening.center(), floor + opening.sillM() / 2);
    if (!lintel || !parapet) {
      faults.add(
          opening.kind()
              + " at "
              + opening.center()
              + (lintel ? " has no parapet" : " has no lintel"));
    }
  }

  private static double[] heights(Opening opening) {
    double rise = opening.headM() - opening.sillM();
    return rise < STEP_M
        ? new double[0]
        : new double[] {opening.sillM() + 0.01, opening.sillM() + rise / 2, opening.headM() - 0.01};
  }

  /** A leaf in its frame, a pane in its frame. */
  private void filled(List<SceneNode> nodes, Level level, Opening.Kind kind) {
    long wanted = level.openings().stream().filter(opening -> opening.kind() == kind).count();
    if (nodes.size() != wanted) {
      faults.add(nodes.size() + " nodes for " + wanted + " of kind " + kind);
    }
    for (var node : nodes) {
      int parts = node.mesh().map(mesh -> mesh.parts().size()).orElse(0);
      if (parts < 2) {
        faults.add(node.name() + " is filled with " + parts + " things");
      }
    }
  }

  /** All walls' level faces, to ask what is solid where. */
  private static final class Walls {
    private final STRtree faces = new STRtree();

    private record Face(Polygon plan, double z, boolean top) {}

    Walls(List<SceneNode> walls) {
      for (var wall : walls) {
        for (var part : wall.mesh().map(SceneMesh::parts).orElse(List.of())) {
          for (var t : triangles(part.primitive())) {
            double up = t[1].minus(t[0]).cross(t[2].minus(t[0])).z();
            if (up != 0) {
              var plan =
                  FACTORY.createPolygon(new Coordinate[] {xy(t[0]), xy(t[1]), xy(t[2]), xy(t[0])});
              faces.insert(plan.getEnvelopeInternal(), new Face(plan, t[0].z(), up > 0));
            }
          }
        }
      }
    }

    boolean areAt(Vec2 at, double z) {
      var point = FACTORY.createPoint(new Coordinate(at.x(), at.y()));
      int over = 0;
      for (var item : faces.query(new Envelope(at.x(), at.x(), at.y(), at.y()))) {
        var face = (Face) item;
        if (face.z > z && face.plan.covers(point)) {
          over += face.top ? 1 : -1;
        }
      }
      return over > 0;
    }
  }
}
