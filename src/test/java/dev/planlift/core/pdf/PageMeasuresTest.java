package dev.planlift.core.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Measure;
import dev.planlift.core.drawing.View;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

class PageMeasuresTest {
  private static COSArray numbers(double... values) {
    var array = new COSArray();
    for (double value : values) {
      array.add(new COSFloat((float) value));
    }
    return array;
  }

  private static PDPage page(COSDictionary measure) {
    var page = new PDPage(new PDRectangle(600, 800));
    var viewport = new COSDictionary();
    viewport.setItem(COSName.BBOX, numbers(100, 200, 300, 600));
    viewport.setItem(COSName.MEASURE, measure);
    var viewports = new COSArray();
    viewports.add(viewport);
    page.getCOSObject().setItem(COSName.VP, viewports);
    return page;
  }

  private static COSDictionary rectilinear(double factor, String unit) {
    var format = new COSDictionary();
    format.setItem(COSName.C, new COSFloat((float) factor));
    format.setItem(COSName.U, new COSString(unit));
    var formats = new COSArray();
    formats.add(format);
    var measure = new COSDictionary();
    measure.setName(COSName.SUBTYPE, "RL");
    measure.setItem(COSName.X, formats);
    measure.setString(COSName.R, "1:100");
    return measure;
  }

  private static View only(PDPage page) {
    var views = PageMeasures.of(page, PageFrame.of(page, 1));
    assertThat(views).hasSize(1);
    return views.getFirst();
  }

  private static Measure measure(PDPage page) {
    return only(page).measure().orElseThrow();
  }

  @Test
  void aRectilinearMeasureGivesItsUnitAndRatio() {
    var measure = measure(page(rectilinear(0.0352778, "m")));
    assertThat(measure.perUnit()).isCloseTo(0.0352778, within(1e-7));
    assertThat(measure.unit()).isEqualTo("m");
    assertThat(measure.ratio()).isEqualTo("1:100");
  }

  @Test
  void aBlankUnitIsLeftOpen() {
    assertThat(measure(page(rectilinear(24.82415, " "))).unit()).isEmpty();
  }

  @Test
  void aLargerUserUnitMeasuresLessToThePoint() {
    var page = page(rectilinear(0.1, "m"));
    page.setUserUnit(2);
    assertThat(measure(page).perUnit()).isCloseTo(0.05, within(1e-7));
  }

  @Test
  void theViewportIsSaidAsThePageIsShown() {
    var page = page(rectilinear(0.1, "m"));
    page.setRotation(90);
    var box = only(page).extents();
    assertThat(box.size().x()).isCloseTo(400, within(1e-6));
    assertThat(box.size().y()).isCloseTo(200, within(1e-6));
  }

  @Test
  void placesOnTheEarthGiveMetres() {
    var measure = new COSDictionary();
    measure.setName(COSName.SUBTYPE, "GEO");
    measure.setItem(COSName.getPDFName("GPTS"), numbers(0, 0, 0.01, 0));
    measure.setItem(COSName.getPDFName("LPTS"), numbers(0, 0, 0, 1));
    // A hundredth of a degree of latitude are 1112 metres, here over 400 points.
    assertThat(measure(page(measure)).perUnit()).isCloseTo(1112 / 400.0, within(0.01));
  }

  @Test
  void whatIsOddIsPassedOver() {
    var page = page(rectilinear(0, "m"));
    assertThat(PageMeasures.of(page, PageFrame.of(page, 1))).isEmpty();
    assertThat(PageMeasures.of(new PDPage(), PageFrame.of(new PDPage(), 1))).isEmpty();
  }
}
