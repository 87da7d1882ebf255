package dev.planlift.core.gltf;

import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshPrimitive;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model as read back.
 *
 * @param assetExtras what it says of itself
 * @param elements every node with a category, levels too, parents first
 * @param unusedAccessors how many of its accessors nothing refers to
 */
public record GlbContents(
    Map<String, Object> assetExtras, List<Element> elements, int accessors, int unusedAccessors) {
  public GlbContents {
    elements = List.copyOf(elements);
  }

  /**
   * A node with a category.
   *
   * @param extras as in the file, the category among them
   * @param primitives in the drawing's frame
   */
  public record Element(
      String name, String category, Map<String, Object> extras, List<MeshPrimitive> primitives) {
    public Element {
      primitives = List.copyOf(primitives);
    }
  }

  /** How many elements there are of each category that occurs. */
  public Map<String, Integer> counts() {
    var counts = new TreeMap<String, Integer>();
    elements.forEach(element -> counts.merge(element.category(), 1, Integer::sum));
    return counts;
  }

  public List<Element> of(String category) {
    return elements.stream().filter(element -> element.category().equals(category)).toList();
  }

  /** The box around all vertices that are used, in the drawing's frame. */
  public Box bounds() {
    var box = Box.EMPTY;
    for (var element : elements) {
      for (var primitive : element.primitives()) {
        var p = primitive.positions();
        for (int i = 0; i + 2 < p.length; i += 3) {
          box = box.with(new Vec3(p[i], p[i + 1], p[i + 2]));
        }
      }
    }
    return box;
  }
}
