package dev.planlift.core.scene;

import dev.planlift.core.mesh.MeshPrimitive;
import java.util.List;

/** Geometry that nodes show; one object shared by several nodes is written once. */
public final class SceneMesh {
  /** A primitive and how it looks. */
  public record Part(MeshPrimitive primitive, Material material) {}

  private final List<Part> parts;

  public SceneMesh(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  public List<Part> parts() {
    return parts;
  }
}
