package dev.planlift.corpus;

import dev.planlift.core.convert.ConversionListener;
import dev.planlift.core.convert.ConversionRequest;
import dev.planlift.core.convert.ConversionResult;
import dev.planlift.core.convert.Converter;
import dev.planlift.core.options.ConversionOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Converts drawings in this JVM with default options. */
public final class Conversions {
  private Conversions() {}

  /** Where the files of a conversion are, and its figures. */
  public record Done(Path model, Path report, ConversionResult result) {}

  /** Model and report go to a folder, named after the drawing. */
  public static Done convert(Path drawing, Path folder) {
    var name = drawing.getFileName().toString();
    var model = folder.resolve(name + ".glb");
    var report = reportOf(drawing, folder);
    var request =
        new ConversionRequest(
            drawing,
            name,
            ConversionOptions.DEFAULTS,
            model,
            Optional.of(report),
            Optional.empty(),
            List.of());
    return new Done(model, report, new Converter().convert(request, ConversionListener.SILENT));
  }

  /** Where the report of a drawing goes, also when its conversion fails. */
  static Path reportOf(Path drawing, Path folder) {
    return folder.resolve(drawing.getFileName() + ".report.json");
  }
}
