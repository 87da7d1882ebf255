package dev.planlift.service.intake;

import dev.planlift.core.options.InputFormat;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.util.Optional;
import java.util.Set;

/**
 * The media types a drawing may be declared as. DXF has one registered type, image/vnd.dxf, and a
 * handful that programs made up before; text types are right for the ASCII form; and many a program
 * declares nothing.
 */
final class DrawingType {
  private static final Set<String> ANYTHING =
      Set.of("", "application/octet-stream", "binary/octet-stream", "application/x-unknown");
  private static final Set<String> DXF =
      Set.of(
          "image/vnd.dxf",
          "image/x-dxf",
          "image/dxf",
          "application/dxf",
          "application/x-dxf",
          "application/vnd.dxf",
          "application/x-autocad",
          "drawing/dxf",
          "drawing/x-dxf",
          "text/plain",
          "text/dxf");
  private static final Set<String> ZIP =
      Set.of("application/zip", "application/x-zip-compressed", "application/x-zip");
  private static final Set<String> PDF = Set.of("application/pdf", "application/x-pdf");

  private DrawingType() {}

  /**
   * Compares what was declared with what the bytes say.
   *
   * @throws PermanentError MIME_MISMATCH
   */
  static void check(Optional<String> declared, InputFormat format, String name) {
    var type = HeaderParameters.of(declared.orElse("")).word();
    var fitting =
        switch (format) {
          case DXF -> DXF;
          case PDF -> PDF;
          case ZIP -> ZIP;
        };
    if (!ANYTHING.contains(type) && !fitting.contains(type)) {
      throw new PermanentError(
          ErrorCode.MIME_MISMATCH,
          "The content is " + format + ", declared was " + type + ".",
          Place.of("file", name).and("header", "Content-Type"));
    }
  }
}
