package dev.planlift.core.pdf;

import dev.planlift.core.drawing.Measure;
import dev.planlift.core.drawing.View;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself that its points measure: viewports with rectilinear measures (PDF
 * 32000-1, §12.9) or geospatial ones (PDF 32000-2, §12.10). What is odd in them is passed over.
 */
final class PageMeasures {
  private static final int MOST = 100;

  /** The mean radius of the earth (IUGG), metres: places on one sheet lie near to each other. */
  private static final double EARTH_M = 6_371_008.8;

  private final PageFrame frame;
  private final double pointsPerUnit;

  private PageMeasures(PageFrame frame, double pointsPerUnit) {
    this.frame = frame;
    this.pointsPerUnit = pointsPerUnit;
  }

  /** The viewports that are measured, in points as shown. */
  static List<View> of(PDPage page, PageFrame frame) {
    var measures = new PageMeasures(frame, page.getUserUnit());
    var views = new ArrayList<View>();
    if (page.getCOSObject().getDictionaryObject(COSName.VP) instanceof COSArray array) {
      for (int i = 0; i < Math.min(MOST, array.size()); i++) {
        if (array.getObject(i) instanceof COSDictionary viewport) {
          measures.view(viewport).ifPresent(views::add);
        }
      }
    }
    return views;
  }

  private Optional<View> view(COSDictionary viewport) {
    var box = numbers(viewport.getDictionaryObject(COSName.BBOX));
    if (box.size() != 4
        || !(viewport.getDictionaryObject(COSName.MEASURE) instanceof COSDictionary measure)) {
      return Optional.empty();
    }
    var kind = measure.getNameAsString(COSName.SUBTYPE, "RL");
    var found = kind.equals("GEO") ? geospatial(measure, box) : rectilinear(measure);
    return found.map(
        one ->
            new View(
                viewport.getString(COSName.NAME, ""),
                View.Kind.VIEWPORT,
                shown(box),
                Box.EMPTY,
                Optional.of(one)));
  }

  private Box shown(List<Double> box) {
    var to = frame.toShown();
    var points = new double[] {box.get(0), box.get(1), box.get(2), box.get(3)};
    to.transform(points, 0, points, 0, 2);
    return Box.EMPTY
        .with(new Vec3(points[0], points[1], 0))
        .with(new Vec3(points[2], points[3], 0));
  }

  /** The first number format of the x axis turns user space into the largest unit. */
  private Optional<Measure> rectilinear(COSDictionary measure) {
    if (measure.getDictionaryObject(COSName.X) instanceof COSArray formats
        && formats.size() > 0
        && formats.getObject(0) instanceof COSDictionary format
        && format.getDictionaryObject(COSName.C) instanceof COSNumber factor) {
      return measure(
          factor.floatValue(), format.getString(COSName.U, ""), measure.getString(COSName.R, ""));
    }
    return Optional.empty();
  }

  private Optional<Measure> measure(double perUserUnit, String unit, String ratio) {
    double perPoint = perUserUnit / pointsPerUnit;
    return perPoint > 0 && Double.isFinite(perPoint)
        ? Optional.of(new Measure(perPoint, unit.strip(), ratio.strip()))
        : Optional.empty();
  }

  /** From how far the given places lie apart on the earth and on the page. */
  private Optional<Measure> geospatial(COSDictionary measure, List<Double> box) {
    var places = numbers(measure.getDictionaryObject(COSName.getPDFName("GPTS")));
    var points = numbers(measure.getDictionaryObject(COSName.getPDFName("LPTS")));
    if (places.size() < 4 || points.size() != places.size()) {
      return Optional.empty();
    }
    double onEarth = 0;
    double onPage = 0;
    for (int i = 2; i + 1 < places.size(); i += 2) {
      double middle = Math.toRadians((places.get(0) + places.get(i)) / 2);
      double north = Math.toRadians(places.get(i) - places.get(0));
      double east = Math.toRadians(places.get(i + 1) - places.get(1)) * Math.cos(middle);
      onEarth += Math.hypot(north, east) * EARTH_M;
      double dx = (points.get(i) - points.get(0)) * (box.get(2) - box.get(0));
      double dy = (points.get(i + 1) - points.get(1)) * (box.get(3) - box.get(1));
      onPage += Math.hypot(dx, dy);
    }
    return onPage > 0 ? measure(onEarth / onPage, "m", "") : Optional.empty();
  }

  private static List<Double> numbers(@Nullable COSBase base) {
    var numbers = new ArrayList<Double>();
    if (base instanceof COSArray array) {
      for (int i = 0; i < Math.min(2 * MOST, array.size()); i++) {
        if (!(array.getObject(i) instanceof COSNumber number)) {
          return List.of();
        }
        numbers.add((double) number.floatValue());
      }
    }
    return numbers;
  }
}
