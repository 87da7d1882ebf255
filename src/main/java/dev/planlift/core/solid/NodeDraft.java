package dev.planlift.core.solid;

import dev.planlift.core.mesh.MeshBuilder;
import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.Material;
import dev.planlift.core.scene.SceneMesh;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A node that is being filled: its geometry by material, its sources, its text. */
final class NodeDraft {
  private final Category category;
  private final Optional<String> name;
  private final String layer;
  private final Set<SourceRef> sources = new LinkedHashSet<>();
  private final Map<Material, MeshBuilder> lines = new LinkedHashMap<>();
  private final Map<Material, MeshBuilder> triangles = new LinkedHashMap<>();
  private final Map<Integer, MeshBuilder> linesByRgb = new HashMap<>();
  private final Map<Integer, MeshBuilder> trianglesByRgb = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private double textHeightM;

  NodeDraft(Category category, Optional<String> name, String layer) {
    this.category = category;
    this.name = name;
    this.layer = layer;
  }

  Category category() {
    return category;
  }

  MeshBuilder lines(int drawnRgb) {
    return linesByRgb.computeIfAbsent(
        drawnRgb,
        rgb -> lines.computeIfAbsent(Palette.line(category, rgb), material -> MeshBuilder.lines()));
  }

  MeshBuilder triangles(int drawnRgb) {
    return trianglesByRgb.computeIfAbsent(
        drawnRgb,
        rgb ->
            triangles.computeIfAbsent(
                Palette.surface(category, rgb), material -> MeshBuilder.triangles()));
  }

  void addSource(SourceRef source) {
    sources.add(source);
  }

  void addText(String more, double heightM) {
    text.append(text.isEmpty() ? "" : "\n").append(more);
    textHeightM = Math.max(textHeightM, heightM);
  }

  /** The geometry so far; empty where there is none. */
  Optional<SceneMesh> mesh() {
    var parts = new ArrayList<SceneMesh.Part>();
    triangles.forEach((material, builder) -> addPart(builder, material, parts));
    lines.forEach((material, builder) -> addPart(builder, material, parts));
    return parts.isEmpty() ? Optional.empty() : Optional.of(new SceneMesh(parts));
  }

  private static void addPart(MeshBuilder builder, Material material, List<SceneMesh.Part> parts) {
    if (!builder.isEmpty()) {
      parts.add(new SceneMesh.Part(builder.build(), material));
    }
  }

  Map<String, Object> extras() {
    var extras = new LinkedHashMap<String, Object>();
    extras.put("layer", layer);
    ElementExtras.putSources(extras, List.copyOf(sources));
    if (category == Category.TEXT) {
      extras.put("text", text.toString());
      extras.put("height", ElementExtras.rounded(textHeightM));
    }
    return extras;
  }

  /** Adds the node, unless nothing of it can be shown. */
  void make(int number, ElementNodes nodes) {
    var mesh = mesh();
    if (mesh.isPresent()) {
      nodes.add(category, name.orElse(category.outsideName() + " " + number), extras(), mesh);
    }
  }
}
