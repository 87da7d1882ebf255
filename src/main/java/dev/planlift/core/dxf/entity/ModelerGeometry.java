package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.dxf.acis.Solid;
import dev.planlift.core.dxf.definition.AcisData;
import dev.planlift.core.dxf.mesh.FaceMesh;
import dev.planlift.core.geom.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * 3DSOLID, BODY, REGION and the surfaces: an ACIS body, as text in the entity or, since AC1027, as
 * bytes apart from it. What cannot be made of it is a box in its place.
 */
final class ModelerGeometry extends Entity {
  /** Behind the second subclass marker stand the makers of the body, no text of it. */
  private static final int GEOMETRY = 2;

  private static final int MAX_TEXT = 16 << 20;

  private final String type;
  private final List<StringBuilder> lines = new ArrayList<>();
  private long size;

  ModelerGeometry(String type) {
    this.type = type;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  void own(int code, TagReader tag) {
    if (subclasses() > GEOMETRY || (code != 1 && code != 3) || size > MAX_TEXT) {
      return;
    }
    var text = tag.text();
    size += text.length();
    if (code == 3 && !lines.isEmpty()) {
      lines.getLast().append(text);
    } else {
      lines.add(new StringBuilder(text));
    }
  }

  @Override
  public Needs needs() {
    return lines.isEmpty() ? Needs.DEFINITIONS : Needs.NOTHING;
  }

  @Override
  public Result convert(Scope scope) {
    if (size > MAX_TEXT) {
      return Result.skipped("ENTITY_BUDGET", "A body of more than 16 MB of text");
    }
    if (!lines.isEmpty()) {
      var solid = Solid.ofText(lines.stream().map(StringBuilder::toString).toList());
      lines.clear();
      return result(solid, scope);
    }
    return scope
        .definitions()
        .named(AcisData.class, AcisData.nameFor(handle()))
        .map(data -> result(Solid.ofBytes(data.bytes()), scope))
        .orElse(Result.skipped("NO_BODY", "The file does not hold the body of this " + type));
  }

  private Result result(Solid solid, Scope scope) {
    if (solid.missing() * 2 > solid.faces()) {
      return box(solid, scope);
    }
    if (!solid.mesh().isEmpty()) {
      var items = List.of(solid.mesh().toItem(appearance(scope), source()));
      if (solid.missing() > 0) {
        return Result.approximated(
            items,
            "CURVED_FACES",
            "Shown without %d of its %d faces, which are curved too freely"
                .formatted(solid.missing(), solid.faces()));
      }
      return solid.bent() == 0
          ? Result.of(items)
          : Result.approximated(items, "CURVED_FACES", "Curved faces are shown by flat pieces");
    }
    if (!solid.edges().isEmpty()) {
      return Result.approximated(wires(solid, scope), "WIRE_BODY", "A body of edges without faces");
    }
    return Result.skipped("EMPTY_BODY", "The body of this " + type + " has no faces and no points");
  }

  private List<DrawingItem> wires(Solid solid, Scope scope) {
    var wires = new ArrayList<DrawingItem>();
    for (var edge : solid.edges()) {
      var xyz = new Doubles();
      for (var p : edge) {
        xyz.add(p.x());
        xyz.add(p.y());
        xyz.add(p.z());
      }
      wires.add(
          new Path(
              List.of(new Segment.Polyline(xyz.toArray())), false, appearance(scope), source()));
    }
    return wires;
  }

  private Result box(Solid solid, Scope scope) {
    Box box = solid.points();
    if (box.isEmpty()) {
      return Result.skipped(
          "FREE_FORM", "A body of freely curved faces that has no points to tell its place");
    }
    var mesh = new FaceMesh();
    for (int i = 0; i < 8; i++) {
      mesh.vertex(
          (i & 1) == 0 ? box.min().x() : box.max().x(),
          (i & 2) == 0 ? box.min().y() : box.max().y(),
          (i & 4) == 0 ? box.min().z() : box.max().z());
    }
    mesh.polygon(0, 2, 3, 1);
    mesh.polygon(4, 5, 7, 6);
    mesh.polygon(0, 1, 5, 4);
    mesh.polygon(2, 6, 7, 3);
    mesh.polygon(0, 4, 6, 2);
    mesh.polygon(1, 3, 7, 5);
    return mesh.isEmpty()
        ? Result.skipped("FREE_FORM", "A body of freely curved faces without any breadth")
        : Result.approximated(
            List.of(mesh.toItem(appearance(scope), source())),
            "BOUNDING_BOX",
            "A box in its place: %d of its %d faces are curved too freely"
                .formatted(solid.missing(), solid.faces()));
  }
}
