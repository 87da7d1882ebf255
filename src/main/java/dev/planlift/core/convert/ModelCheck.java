package dev.planlift.core.convert;

import dev.planlift.core.gltf.GlbContents;
import dev.planlift.core.gltf.GlbReader;
import dev.planlift.core.mesh.ClosednessCheck;
import dev.planlift.core.mesh.MeshPrimitive;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of a written model encloses a volume, read back from the file itself. */
public final class ModelCheck {
  /** The categories whose meshes are to be solids; rooms are faces, curves and texts lines. */
  public enum Kind {
    WALL,
    COLUMN,
    STAIR,
    SLAB,
    DOOR,
    WINDOW,
    FURNITURE,
    SOLID,
    OTHER;

    private static Optional<Kind> of(String category) {
      for (var kind : values()) {
        if (kind.name().equalsIgnoreCase(category)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * How many meshes there are of a kind.
   *
   * @param solid closed, every edge in two triangles, one each way, and looking outward
   * @param touching closed too, but of several solids that touch along edges
   * @param open all others
   */
  public record Solids(int solid, int touching, int open) {
    public static final Solids NONE = new Solids(0, 0, 0);

    public Solids plus(Solids other) {
      return new Solids(solid + other.solid, touching + other.touching, open + other.open);
    }

    public int all() {
      return solid + touching + open;
    }

    private static Solids of(ClosednessCheck.Closedness found) {
      boolean solids = !found.isSolid() && found.isSolids();
      return new Solids(found.isSolid() ? 1 : 0, solids ? 1 : 0, found.isSolid() || solids ? 0 : 1);
    }
  }

  private ModelCheck() {}

  /**
   * Reads a model; kinds without a mesh are not in the answer. Holds all of it in memory.
   *
   * @throws UncheckedIOException where the file cannot be read or is no glTF
   */
  public static Map<Kind, Solids> of(Path model) {
    var found = new EnumMap<Kind, Solids>(Kind.class);
    for (var element : new GlbReader().read(model).elements()) {
      Kind.of(element.category())
          .filter(kind -> hasFaces(element))
          .ifPresent(
              kind ->
                  found.merge(
                      kind, Solids.of(ClosednessCheck.of(element.primitives())), Solids::plus));
    }
    return found;
  }

  private static boolean hasFaces(GlbContents.Element element) {
    List<MeshPrimitive> primitives = element.primitives();
    return primitives.stream().anyMatch(p -> p.topology() == MeshPrimitive.Topology.TRIANGLES);
  }
}
