package dev.planlift.runner;

import dev.planlift.core.convert.ConversionListener;
import dev.planlift.core.convert.ConversionRequest;
import dev.planlift.core.convert.Converter;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.error.WorkerError;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** A conversion for nobody, so that classes are loaded and compiled before there is a job. */
final class WarmUp {
  private static final String DRAWING = "warm-up.dxf";

  private WarmUp() {}

  /** What goes wrong here goes wrong in the first job too, where it has somebody to tell. */
  static void run(Converter converter) throws IOException {
    var folder = Files.createTempDirectory("warm-up");
    var input = folder.resolve(DRAWING);
    try (var drawing = WarmUp.class.getResourceAsStream(DRAWING)) {
      if (drawing == null) {
        throw new IOException(DRAWING + " is not on the class path");
      }
      Files.copy(drawing, input);
    }
    try {
      converter.convert(
          new ConversionRequest(
              input,
              DRAWING,
              ConversionOptions.DEFAULTS,
              folder.resolve(RunnerRequest.MODEL),
              Optional.of(folder.resolve(RunnerRequest.REPORT)),
              Optional.of(folder.resolve(RunnerRequest.PREVIEW)),
              List.of(
                  folder.resolve(RunnerRequest.OVERLAY),
                  folder.resolve(RunnerRequest.OVERLAY_PICTURE))),
          ConversionListener.SILENT);
    } catch (WorkerError e) {
      System.err.println("The warm-up failed: " + e.getMessage());
    } finally {
      RunnerFolder.delete(folder);
    }
  }
}
