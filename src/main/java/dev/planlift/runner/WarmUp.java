package dev.planlift.runner;

import dev.planlift.core.convert.ConversionListener;
import dev.planlift.core.convert.ConversionRequest;
import dev.planlift.core.convert.Converter;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.InputFormat;
import dev.planlift.error.WorkerError;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** A conversion for nobody, so that classes are loaded and compiled before there is a job. */
final class WarmUp {
  private WarmUp() {}

  /** What goes wrong here goes wrong in the first job too, where it has somebody to tell. */
  static void run(Converter converter, InputFormat format) throws IOException {
    var name = drawing(format);
    var folder = Files.createTempDirectory("warm-up");
    var input = folder.resolve(name);
    try (var drawing = WarmUp.class.getResourceAsStream(name)) {
      if (drawing == null) {
        throw new IOException(name + " is not on the class path");
      }
      Files.copy(drawing, input);
    }
    try {
      converter.convert(
          new ConversionRequest(
              input,
              name,
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

  /** The name of a resource beside this class. */
  static String drawing(InputFormat format) {
    return switch (format) {
      case DXF, ZIP -> "warm-up.dxf";
      case PDF -> "warm-up.pdf";
    };
  }
}
