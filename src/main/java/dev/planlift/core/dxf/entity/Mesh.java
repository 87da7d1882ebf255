package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.dxf.mesh.CatmullClark;
import dev.planlift.core.dxf.mesh.FaceMesh;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * MESH: vertices, faces and creased edges of a control mesh, and how often it is subdivided. What
 * follows the creases overrides single properties and is passed over.
 */
final class Mesh extends Entity {
  /** Subdivision stops before a level of more faces. */
  static final int MAX_FACES = 100_000;

  private static final int HIGHEST_LEVEL = 16;

  /** Which list the integers and numbers to come belong to. */
  private enum Part {
    HEAD,
    VERTICES,
    FACES,
    EDGES,
    CREASES,
    OVERRIDES
  }

  private final Doubles positions = new Doubles();
  private final Doubles faceList = new Doubles();
  private final Doubles edgeEnds = new Doubles();
  private final Doubles sharpness = new Doubles();
  private Part part = Part.HEAD;
  private int level;
  private int refused;

  @Override
  public String type() {
    return "MESH";
  }

  @Override
  void own(int code, TagReader tag) {
    if (part == Part.OVERRIDES) {
      return;
    }
    switch (code) {
      case 91 -> level = part == Part.HEAD ? tag.integer() : level;
      case 92 -> part = Part.VERTICES;
      case 93 -> part = Part.FACES;
      case 94 -> part = Part.EDGES;
      case 95 -> part = Part.CREASES;
      case 10 -> {
        positions.add(tag.number());
        positions.add(0);
        positions.add(0);
      }
      case 20 -> positions.setFromLast(2, tag.number());
      case 30 -> positions.setFromLast(1, tag.number());
      case 90 -> takeIndex(tag.integer());
      case 140 -> sharpness.add(tag.number());
      default -> {}
    }
  }

  private void takeIndex(int value) {
    switch (part) {
      case FACES -> faceList.add(value);
      case EDGES -> edgeEnds.add(value);
      case CREASES -> part = Part.OVERRIDES;
      case HEAD, VERTICES, OVERRIDES -> {}
    }
  }

  @Override
  public Result convert(Scope scope) {
    var mesh = new FaceMesh();
    var polygons = polygons();
    var surface = new CatmullClark(positions.toArray(), polygons, creases());
    int wanted = Math.clamp(level, 0, HIGHEST_LEVEL);
    int made = 0;
    while (made < wanted
        && !polygons.isEmpty()
        && surface.facesOfNext() <= MAX_FACES
        && scope.takeFaces(surface.facesOfNext())) {
      surface.subdivide();
      made++;
    }
    var xyz = surface.positions();
    for (int i = 0; i + 2 < xyz.length; i += 3) {
      mesh.vertex(xyz[i], xyz[i + 1], xyz[i + 2]);
    }
    surface.faces().forEach(mesh::polygon);
    if (mesh.isEmpty()) {
      return Result.degenerate("A mesh without faces");
    }
    var items = List.of(mesh.toItem(appearance(scope), source()));
    if (made < wanted) {
      return Result.approximated(
          items,
          "ENTITY_BUDGET",
          "Smoothed " + made + " times instead of " + level + ": more would be too many faces");
    }
    return refused == 0
        ? Result.of(items)
        : Result.approximated(
            items, "BAD_INDEX", refused + " faces have a corner that is not there");
  }

  /** The faces all of whose corners are there; the others are counted. */
  private List<int[]> polygons() {
    var polygons = new ArrayList<int[]>();
    int i = 0;
    while (i < faceList.size()) {
      int size = Math.max(0, (int) faceList.get(i));
      if (size >= faceList.size() - i) {
        refused++;
        break;
      }
      var ring = new int[size];
      boolean there = size >= 3;
      for (int k = 0; k < size; k++) {
        ring[k] = (int) faceList.get(i + 1 + k);
        there &= ring[k] >= 0 && ring[k] < positions.size() / 3;
      }
      if (there) {
        polygons.add(ring);
      } else {
        refused++;
      }
      i += 1 + size;
    }
    return polygons;
  }

  /** Below zero a crease stays at every level. */
  private Map<Long, Double> creases() {
    var creases = new HashMap<Long, Double>();
    for (int i = 0; i < sharpness.size() && 2 * i + 1 < edgeEnds.size(); i++) {
      double value = sharpness.get(i);
      long edge = CatmullClark.edge((int) edgeEnds.get(2 * i), (int) edgeEnds.get(2 * i + 1));
      if (value != 0) {
        creases.put(edge, value < 0 ? CatmullClark.ALWAYS : value);
      }
    }
    return creases;
  }
}
