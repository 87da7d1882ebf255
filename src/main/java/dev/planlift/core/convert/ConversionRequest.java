package dev.planlift.core.convert;

import dev.planlift.core.options.ConversionOptions;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What to convert, and where to.
 *
 * @param input the drawing's bytes
 * @param references the folder in which the drawings lie that the input refers to; empty: none are
 *     looked for
 * @param name the drawing's file name as its owner knows it; its extension is checked
 * @param model where the GLB goes
 * @param report where the report goes, also of a failed conversion
 */
public record ConversionRequest(
    Path input,
    Optional<Path> references,
    String name,
    ConversionOptions options,
    Path model,
    Optional<Path> report,
    Optional<Path> preview,
    Optional<Path> overlay) {
  /** A drawing by itself. */
  public ConversionRequest(
      Path input,
      String name,
      ConversionOptions options,
      Path model,
      Optional<Path> report,
      Optional<Path> preview,
      Optional<Path> overlay) {
    this(input, Optional.empty(), name, options, model, report, preview, overlay);
  }
}
