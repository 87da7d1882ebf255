package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Clip;
import dev.planlift.core.dxf.definition.Dictionary;
import dev.planlift.core.dxf.definition.RoundTripRecord;
import dev.planlift.core.dxf.definition.SpatialFilter;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import java.util.List;
import java.util.Optional;

/**
 * The boundary that XCLIP gave an insert: a SPATIAL_FILTER in its dictionary of extensions, under
 * ACAD_FILTER and SPATIAL.
 *
 * @param clip in the symbol's coordinates; empty where nothing is clipped
 * @param problem what is not as in CAD, one sentence; empty where nothing
 */
record InsertClip(Optional<Clip> clip, String problem) {
  private static final InsertClip NONE = new InsertClip(Optional.empty(), "");
  private static final double LIMIT = 1e15;

  static InsertClip of(String extensionDictionary, String block, Scope scope) {
    var known = scope.definitions();
    return known
        .byHandle(Dictionary.class, extensionDictionary)
        .flatMap(dictionary -> dictionary.entry("ACAD_FILTER"))
        .flatMap(handle -> known.byHandle(Dictionary.class, handle))
        .flatMap(dictionary -> dictionary.entry("SPATIAL"))
        .flatMap(handle -> known.byHandle(SpatialFilter.class, handle))
        .filter(SpatialFilter::isEnabled)
        .map(filter -> of(filter, scope.basePoint(block), scope))
        .orElse(NONE);
  }

  private static InsertClip of(SpatialFilter filter, Vec3 base, Scope scope) {
    var inverted = invertedBoundary(filter, scope);
    var corners = inverted.orElse(filter.boundary());
    if (corners.size() == 2) {
      corners = rectangle(corners.getFirst(), corners.getLast());
    }
    var toSymbol =
        Affine3.translation(base.times(-1))
            .after(filter.toBlock())
            .after(filter.toBoundary().inverse());
    var boundary =
        corners.stream().map(p -> toSymbol.apply(new Vec3(p.x(), p.y(), 0)).xy()).toList();
    boolean sound =
        boundary.size() >= 3
            && boundary.size() <= SpatialFilter.MAX_VERTICES
            && boundary.stream().allMatch(p -> Math.hypot(p.x(), p.y()) < LIMIT);
    if (!sound) {
      return new InsertClip(Optional.empty(), "Its clip boundary cannot be used; all is shown");
    }
    return new InsertClip(
        Optional.of(new Clip(boundary, inverted.isPresent())),
        filter.hasPlanes() ? "It is clipped in plan, but not by its front and back planes" : "");
  }

  /** Older programs see the filter's own boundary instead, which goes round the hole. */
  private static Optional<List<Vec2>> invertedBoundary(SpatialFilter filter, Scope scope) {
    var known = scope.definitions();
    return known
        .byHandle(Dictionary.class, filter.extensionDictionary())
        .flatMap(dictionary -> dictionary.entry("ACAD_XREC_ROUNDTRIP"))
        .flatMap(handle -> known.byHandle(RoundTripRecord.class, handle))
        .map(RoundTripRecord::invertedClip)
        .filter(corners -> corners.size() >= 2);
  }

  private static List<Vec2> rectangle(Vec2 a, Vec2 b) {
    return List.of(a, new Vec2(b.x(), a.y()), b, new Vec2(a.x(), b.y()));
  }
}
