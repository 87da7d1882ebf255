package dev.planlift.samples;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.Symbol;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.dxf.DxfReader;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.score.PlanTruth;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * A drawing plotted to a PDF of one page.
 *
 * @param shift from the drawing's plan to the page's, metres
 */
@SuppressWarnings("ArrayRecordComponent") // a file's bytes, read and written whole
public record Plot(byte[] pdf, Vec3 shift, double metresPerPoint) {
  private static final double INCH_M = 0.0254;
  private static final double MARGIN_PT = 56;

  /** The truth of the drawing, where the page shows it. */
  public PlanTruth truth(PlanTruth ofDrawing) {
    var moved = ofDrawing.moved(shift.x(), shift.y());
    return new PlanTruth(metresPerPoint, moved.walls(), moved.openings(), moved.rooms());
  }

  /**
   * Plots a DXF.
   *
   * @param metresPerUnit of the drawing
   * @param scale such as 100 for 1:100
   * @param note stands in a corner; none where empty
   */
  static Plot of(Path dxf, double metresPerUnit, double scale, PlotManner manner, String note) {
    return of(new DxfReader().read(dxf, part -> {}), metresPerUnit, scale, manner, note);
  }

  static Plot of(
      Drawing drawing, double metresPerUnit, double scale, PlotManner manner, String note) {
    try (var pages = new PlotPage()) {
      var shift = add(pages, drawing, metresPerUnit, scale, manner, note);
      return new Plot(pages.bytes(), shift, metresPerPoint(scale));
    }
  }

  /**
   * Plots a drawing to one more page.
   *
   * @return from the drawing's plan to the page's, metres
   */
  static Vec3 add(
      PlotPage page,
      Drawing drawing,
      double metresPerUnit,
      double scale,
      PlotManner manner,
      String note) {
    double k = metresPerUnit / metresPerPoint(scale);
    var box = box(drawing.items());
    var corner = box.min().times(k).minus(new Vec3(MARGIN_PT, MARGIN_PT, 0));
    var toPage = new Affine3(Vec3.X.times(k), Vec3.Y.times(k), Vec3.Z, corner.times(-1));
    double width = Math.ceil(box.size().x() * k + 2 * MARGIN_PT);
    double height = Math.ceil(box.size().y() * k + 2 * MARGIN_PT);
    var fonts = new PlotFonts(PlotPage.matrix(manner, width, height));
    var sheet = new Sheet(manner, fonts, page);
    sheet.draw(drawing.items(), toPage);
    var content = sheet.out.text();
    if (!note.isEmpty()) {
      content += fonts.show(note, new Vec3(MARGIN_PT, 20, 0), Vec3.X, 10) + "\n";
    }
    page.add(manner, width, height, content, fonts, sheet.streams, sheet.groups);
    var shift = corner.times(-metresPerPoint(scale));
    return new Vec3(shift.x(), shift.y(), 0);
  }

  private static double metresPerPoint(double scale) {
    return INCH_M / 72 * scale;
  }

  private static Box box(List<DrawingItem> items) {
    var box = new Box[] {Box.EMPTY};
    new Expansion()
        .visit(
            items,
            (item, inside) -> {
              var all =
                  item instanceof MeasuredDimension dimension ? dimension.picture() : List.of(item);
              all.forEach(part -> box[0] = box[0].with(PlotBounds.of(part)));
            });
    return box[0];
  }

  /** What is drawn of a page so far. */
  private static final class Sheet {
    private final PlotManner manner;
    private final PlotFonts fonts;
    private final PlotPage page;
    private final Map<String, COSDictionary> groups = new LinkedHashMap<>();
    private final Map<String, String> groupNames = new LinkedHashMap<>();
    private final Map<String, COSStream> streams = new LinkedHashMap<>();
    private final IdentityHashMap<Symbol, String> forms = new IdentityHashMap<>();
    private PlotStream out;

    Sheet(PlotManner manner, PlotFonts fonts, PlotPage page) {
      this.manner = manner;
      this.fonts = fonts;
      this.page = page;
      this.out = new PlotStream(manner.gridPt());
    }

    void draw(List<DrawingItem> items, Affine3 to) {
      for (var item : items) {
        if (manner.forms() && item instanceof SymbolInstance instance && isForm(instance)) {
          form(instance, to);
        } else {
          new Expansion().visit(List.of(item), (seen, inside) -> draw(seen.transformed(to)));
        }
      }
    }

    private void draw(DrawingItem item) {
      var layer = item.appearance().layer().name();
      if (manner.groups()) {
        out.raw("/OC /" + group(layer) + " BDC");
      }
      new PlotPen(manner, out, fonts).draw(item);
      if (manner.groups()) {
        out.raw("EMC");
      }
    }

    private String group(String layer) {
      var name = groupNames.computeIfAbsent(layer, l -> "MC" + groupNames.size());
      groups.computeIfAbsent(name, n -> page.group(layer));
      return name;
    }

    /** Whole, flat, as large as it is drawn, and without texts of its own. */
    private static boolean isForm(SymbolInstance instance) {
      return instance.clip().isEmpty()
          && instance.attributes().isEmpty()
          && instance.appearance().layer().visible()
          && instance.symbol().items().stream().noneMatch(SymbolInstance.class::isInstance);
    }

    /** Drawn in points of the symbol's own, so that pens are as wide as elsewhere. */
    private void form(SymbolInstance instance, Affine3 to) {
      double k = to.planScale();
      var name = forms.get(instance.symbol());
      if (name == null) {
        name = "X" + forms.size();
        forms.put(instance.symbol(), name);
        streams.put(name, stream(instance.symbol(), k));
      }
      var place = to.after(instance.placement()).after(Affine3.scale(1 / k, 1 / k, 1));
      out.raw("q")
          .map(
              place.xAxis().x(),
              place.xAxis().y(),
              place.yAxis().x(),
              place.yAxis().y(),
              place.origin().x(),
              place.origin().y())
          .raw("/" + name + " Do")
          .raw("Q");
    }

    private COSStream stream(Symbol symbol, double k) {
      var outer = out;
      out = new PlotStream(manner.gridPt());
      draw(symbol.items(), Affine3.scale(k, k, 1));
      var stream = new COSStream();
      stream.setItem(COSName.TYPE, COSName.XOBJECT);
      stream.setItem(COSName.SUBTYPE, COSName.FORM);
      stream.setItem(COSName.BBOX, PlotFonts.numbers(-20000, -20000, 20000, 20000));
      PlotPage.write(stream, out.text());
      out = outer;
      return stream;
    }
  }
}
