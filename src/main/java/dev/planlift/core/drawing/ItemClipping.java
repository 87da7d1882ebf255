package dev.planlift.core.drawing;

import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts items by a region of the plan: what is inside stays as it is, what is outside goes, what
 * crosses the boundary is cut there. Lines and fills are cut; texts, pictures and dimensions stay
 * whole where their middle is inside. A fill may come out as several that lie side by side; fills
 * and faces stay whole where the boundary is too involved to be taken apart.
 */
final class ItemClipping {
  /** A chord lies off the curve that is cut by at most this part of the region's size. */
  private static final double TOLERANCE = 1e-5;

  private final ClipRegion region;
  private final double tolerance;

  ItemClipping(ClipRegion region) {
    this.region = region;
    this.tolerance = Math.max(region.size() * TOLERANCE, Double.MIN_NORMAL);
  }

  /** What is seen of an item that is no symbol instance. */
  List<DrawingItem> cut(DrawingItem item) {
    var box = ItemBounds.of(item);
    return switch (region.relation(box)) {
      case INSIDE -> List.of(item);
      case OUTSIDE -> List.of();
      case CROSSING -> crossing(item, box);
    };
  }

  private List<DrawingItem> crossing(DrawingItem item, Box box) {
    return switch (item) {
      case Path path -> List.copyOf(new PathClipping(region, tolerance).cut(path));
      case FilledRegion fill -> fill(fill);
      case Face face -> face(face);
      case SurfaceMesh mesh -> MeshClipping.cut(mesh, region);
      case TextLabel label -> whole(label, label.center());
      case ImageFrame frame -> whole(frame, box.center());
      case MeasuredDimension dimension -> whole(dimension, box.center());
      case SymbolInstance instance -> List.of(instance);
    };
  }

  private List<DrawingItem> whole(DrawingItem item, Vec3 middle) {
    return region.contains(middle.x(), middle.y()) ? List.of(item) : List.of();
  }

  private List<DrawingItem> fill(FilledRegion fill) {
    if (region.pieces().isEmpty()) {
      return List.of(fill);
    }
    var cut = new ArrayList<DrawingItem>();
    var loops = fill.loops().stream().filter(l -> !l.isEmpty()).map(this::loop).toList();
    for (var piece : region.pieces()) {
      var kept = new ArrayList<List<Segment>>();
      for (var loop : loops) {
        if (piece.mayMeet(loop.box())) {
          var rest = piece.cut(loop.corners());
          if (rest.size() >= 3) {
            kept.add(List.of(ring(rest)));
          }
        }
      }
      if (!kept.isEmpty()) {
        cut.add(
            new FilledRegion(
                kept, fill.fill(), fill.extrusion(), fill.appearance(), fill.source()));
      }
    }
    return cut;
  }

  /** A ring of straight lines and the box around it. */
  private record Loop(List<Vec3> corners, Box box) {}

  private Loop loop(List<Segment> loop) {
    var line = CurveFlattening.flatten(loop, tolerance);
    var corners = new ArrayList<Vec3>(line.size());
    var box = Box.EMPTY;
    for (int i = 0; i < line.size(); i++) {
      corners.add(line.vertex(i));
      box = box.with(line.vertex(i));
    }
    return new Loop(corners, box);
  }

  private static Segment ring(List<Vec3> corners) {
    var xyz = new double[3 * corners.size() + 3];
    for (int i = 0; i <= corners.size(); i++) {
      var p = corners.get(i % corners.size());
      xyz[3 * i] = p.x();
      xyz[3 * i + 1] = p.y();
      xyz[3 * i + 2] = p.z();
    }
    return new Segment.Polyline(xyz);
  }

  private List<DrawingItem> face(Face face) {
    if (region.pieces().isEmpty()) {
      return List.of(face);
    }
    var cut = new ArrayList<DrawingItem>();
    var box = ItemBounds.of(face);
    for (var piece : region.pieces()) {
      var rest = piece.mayMeet(box) ? piece.cut(face.corners()) : List.<Vec3>of();
      for (int i = 1; i + 1 < rest.size(); i++) {
        var corners = List.of(rest.getFirst(), rest.get(i), rest.get(i + 1));
        cut.add(new Face(corners, face.appearance(), face.source()));
      }
    }
    return cut;
  }
}
