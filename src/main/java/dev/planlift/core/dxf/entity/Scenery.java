package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;

/**
 * What directs a view and has no body: LIGHT, SUN, CAMERA, SECTION; and what lies in other files:
 * point clouds, coordination models. CAD shows glyphs for some of it, which are not part of the
 * building; only a position marker is drawn, where the file brings a picture of it.
 */
final class Scenery extends Entity {
  private final String type;
  private final ProxyBytes graphic = new ProxyBytes();

  Scenery(String type) {
    this.type = type;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  void own(int code, TagReader tag) {
    if (type.endsWith("POSITIONMARKER")) {
      graphic.take(code, tag);
    }
  }

  @Override
  public Result convert(Scope scope) {
    return switch (type) {
      case "LIGHT", "SUN" -> Result.skipped("LIGHT_SOURCE", "A light has no body of its own");
      case "CAMERA" -> Result.skipped("VIEWPOINT", "A camera has no body of its own");
      case "SECTION", "SECTIONOBJECT" ->
          Result.skipped("SECTION_PLANE", "A section plane cuts views and has no body of its own");
      case "ACDBPOINTCLOUD", "ACDBPOINTCLOUDEX", "POINTCLOUD", "POINTCLOUDEX" ->
          Result.skipped("POINT_CLOUD", "The points of a point cloud are in another file");
      case "COORDINATION MODEL", "COORDINATION_MODEL" ->
          Result.skipped("COORDINATION_MODEL", "A coordination model is in another file");
      default ->
          graphic.result(
              this,
              scope,
              Result.skipped("POSITION_MARKER", "A mark on the map, without a picture"));
    };
  }
}
