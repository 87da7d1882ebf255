package dev.planlift.core.convert;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.View;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.overlay.Overlay;
import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.PlanPage;
import dev.planlift.core.plan.SheetView;
import dev.planlift.core.plan.UntakenWall;
import dev.planlift.core.reconstruct.Reconstruction;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays the pages that a building came of beside each other, the one that gives the frame at its
 * place, all at its scale: each page has its corner at zero, and an overlay shows one plane.
 */
final class PagesBeside {
  /** Between two pages, of the first one's width. */
  private static final double GAP = 0.1;

  private final double metresPerUnit;
  private final Map<Integer, Place> places = new HashMap<>();

  /**
   * Where a page lies.
   *
   * @param factor from its points to those of the page that gives the frame
   * @param moved metres
   */
  private record Place(double factor, Vec2 moved) {}

  private PagesBeside(Drawing drawing, Reconstruction found) {
    metresPerUnit = found.units().metresPerUnit();
    double right = 0;
    for (var page : found.pages()) {
      double factor = page.units().metresPerUnit() / metresPerUnit;
      double widthM = box(drawing, page.page()).max().x() * page.units().metresPerUnit();
      places.put(page.page(), new Place(factor, new Vec2(right, 0)));
      right += (1 + GAP) * widthM;
    }
  }

  /** What an overlay shows of a conversion. */
  static Overlay overlay(Drawing drawing, Reconstruction found, List<UntakenWall> untaken) {
    if (found.pages().size() < 2) {
      return new Overlay(
          drawing,
          found.building(),
          found.units().metresPerUnit(),
          found.views(),
          untaken.stream().map(wall -> List.of(wall.from(), wall.to())).toList());
    }
    var pages = new PagesBeside(drawing, found);
    var items = drawing.items().stream().map(pages::item).toList();
    return new Overlay(
        drawing.with(items),
        pages.building(found),
        pages.metresPerUnit,
        pages.views(found.pages()),
        untaken.stream().map(pages::line).toList());
  }

  private static Box box(Drawing drawing, int page) {
    return drawing.views().stream()
        .filter(view -> view.page().filter(one -> one.page() == page).isPresent())
        .map(View::extents)
        .findFirst()
        .orElseThrow();
  }

  private Vec2 moved(SourceRef source) {
    return source instanceof SourceRef.PageBox box ? moved(box.page()) : Vec2.ZERO;
  }

  private Vec2 moved(int page) {
    var place = places.get(page);
    return place == null ? Vec2.ZERO : place.moved();
  }

  private DrawingItem item(DrawingItem item) {
    var place = item.source() instanceof SourceRef.PageBox box ? places.get(box.page()) : null;
    if (place == null) {
      return item;
    }
    var by = place.moved().times(1 / metresPerUnit);
    return item.transformed(
        new Affine3(
            Vec3.X.times(place.factor()),
            Vec3.Y.times(place.factor()),
            Vec3.Z,
            new Vec3(by.x(), by.y(), 0)));
  }

  private Building building(Reconstruction found) {
    var levels = new ArrayList<Level>();
    for (var level : found.building().levels()) {
      var by = Vec2.ZERO;
      for (var page : found.pages()) {
        if (page.views().stream().anyMatch(view -> view.name().equals(level.view()))) {
          by = moved(page.page());
        }
      }
      levels.add(level.drawnAt(level.shift().minus(by)));
    }
    return new Building(levels, found.building().things());
  }

  private List<SheetView> views(List<PlanPage> pages) {
    return pages.stream()
        .flatMap(page -> page.views().stream().map(view -> view(view, moved(page.page()))))
        .toList();
  }

  private static SheetView view(SheetView view, Vec2 by) {
    var move = new Vec3(by.x(), by.y(), 0);
    var bounds = new Box(view.bounds().min().plus(move), view.bounds().max().plus(move));
    return new SheetView(
        view.name(), view.kind(), bounds, view.confidence(), view.reason(), view.level());
  }

  private List<Vec2> line(UntakenWall wall) {
    var by = moved(wall.source());
    return List.of(wall.from().plus(by), wall.to().plus(by));
  }
}
