package dev.planlift.core.solid.budget;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.mesh.MeshPrimitive.Topology;
import dev.planlift.core.mesh.PrimitiveJoin;
import dev.planlift.core.scene.Material;
import dev.planlift.core.scene.SceneMesh;
import dev.planlift.core.scene.SceneMesh.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins parts of meshes: what has one material and is lines, or triangles, becomes one primitive.
 */
final class PartJoin {
  private record Kind(Material material, Topology topology) {}

  private final Map<Kind, PrimitiveJoin> joins = new LinkedHashMap<>();

  void add(SceneMesh mesh, Affine3 placement) {
    mesh.parts().forEach(part -> add(part, placement));
  }

  private void add(Part part, Affine3 placement) {
    var kind = new Kind(part.material(), part.primitive().topology());
    joins
        .computeIfAbsent(kind, k -> new PrimitiveJoin(k.topology()))
        .add(part.primitive(), placement);
  }

  List<Part> parts() {
    var parts = new ArrayList<Part>();
    joins.forEach((kind, join) -> parts.add(new Part(join.build(), kind.material())));
    return parts;
  }

  static List<Part> byMaterial(List<Part> parts) {
    var join = new PartJoin();
    parts.forEach(part -> join.add(part, Affine3.IDENTITY));
    // A single part is left as it is: joining would take ribbons apart.
    return join.joins.size() == parts.size() ? parts : join.parts();
  }

  /** One primitive of lines, one of triangles, each in the material that covers most of it. */
  static List<Part> inOneMaterial(List<Part> parts) {
    var most = new LinkedHashMap<Topology, Part>();
    for (var part : parts) {
      most.merge(part.primitive().topology(), part, (a, b) -> weight(b) > weight(a) ? b : a);
    }
    return byMaterial(
        parts.stream()
            .map(
                part ->
                    new Part(
                        part.primitive(),
                        most.getOrDefault(part.primitive().topology(), part).material()))
            .toList());
  }

  private static long weight(Part part) {
    MeshPrimitive primitive = part.primitive();
    return primitive.triangleCount() + primitive.indices().length;
  }

  /** The lines alone; the faces stay where there is nothing else. */
  static List<Part> linesIfAny(List<Part> parts) {
    var lines =
        parts.stream().filter(part -> part.primitive().topology() == Topology.LINES).toList();
    return lines.isEmpty() ? parts : lines;
  }

  /** The last part alone: of a door its leaves, of a window its panes. */
  static List<Part> last(List<Part> parts) {
    return List.of(parts.getLast());
  }
}
