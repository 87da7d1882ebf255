package dev.planlift.core.convert;

import static dev.planlift.core.convert.ConversionStage.DETECT;
import static dev.planlift.core.convert.ConversionStage.RENDER;

import dev.planlift.core.detect.SymbolDetector;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.PageClass;
import dev.planlift.core.drawing.View;
import dev.planlift.core.pdf.PageRaster;
import dev.planlift.core.raster.GrayImage;
import dev.planlift.core.reconstruct.DetectedItems;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The stages of pages that are pictures, altogether or in part: each is rendered once and handed to
 * the detector.
 */
final class PictureStages {
  private final ConversionRequest request;
  private final StageRun stages;
  private final Optional<SymbolDetector> detector;
  private final Consumer<Diagnostic> warnings;

  PictureStages(
      ConversionRequest request,
      StageRun stages,
      Optional<SymbolDetector> detector,
      Consumer<Diagnostic> warnings) {
    this.request = request;
    this.stages = stages;
    this.detector = detector;
    this.warnings = warnings;
  }

  /**
   * The drawing with what the detector saw on its pages.
   *
   * @throws PermanentError DETECTOR_MISSING for a scan, which is in the preview then; a page with
   *     line work of its own is converted without its pictures, with a warning of that name
   */
  Drawing detected(Drawing read) {
    var pages =
        read.views().stream()
            .filter(view -> !view.extents().isEmpty())
            .map(View::page)
            .flatMap(Optional::stream)
            .filter(PictureStages::hasPictures)
            .toList();
    if (pages.isEmpty()) {
      return read;
    }
    if (detector.isPresent()) {
      return detected(read, pages, detector.get());
    }
    pages.forEach(this::missing);
    return read;
  }

  private static boolean hasPictures(PageClass page) {
    return switch (page.kind()) {
      case SCANNED_PLAN, MIXED -> true;
      case DOCUMENT, OTHER_DRAWING, VECTOR_PLAN -> false;
    };
  }

  private Drawing detected(Drawing read, List<PageClass> pages, SymbolDetector with) {
    var all = read;
    for (var page : pages) {
      int number = page.page();
      var image = stages.run(RENDER, progress -> render(number));
      var seen =
          stages.run(DETECT, progress -> with.detect(number, image, request.options(), progress));
      all = DetectedItems.on(all, number, seen);
    }
    return all;
  }

  private GrayImage render(int number) {
    return PageRaster.of(request.input(), request.options(), number);
  }

  private void missing(PageClass page) {
    var where = Place.of("page", page.page());
    if (page.kind() == PageClass.Kind.SCANNED_PLAN) {
      var image = stages.run(RENDER, progress -> render(page.page()));
      request.preview().ifPresent(png -> WholeFile.write(png, image::writePng));
      stages.run(
          DETECT,
          progress -> {
            throw new PermanentError(
                ErrorCode.DETECTOR_MISSING,
                "The page is a picture (%s), and no detector is installed".formatted(page.reason()),
                where);
          });
    }
    warnings.accept(
        new Diagnostic(
            ErrorCode.DETECTOR_MISSING.name(),
            "No detector is installed: what is in the page's pictures is not in the model",
            where));
  }
}
