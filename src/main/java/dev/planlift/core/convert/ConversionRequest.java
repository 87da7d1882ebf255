package dev.planlift.core.convert;

import dev.planlift.core.options.ConversionOptions;
import java.nio.file.Path;
import java.util.List;
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
 * @param overlays where what was recognised goes, over the source lines: PNG to names with the
 *     ending .png, SVG to all others
 * @param checkpointing what it takes from an earlier conversion, and what it leaves for a later one
 */
public record ConversionRequest(
    Path input,
    Optional<Path> references,
    String name,
    ConversionOptions options,
    Path model,
    Optional<Path> report,
    Optional<Path> preview,
    List<Path> overlays,
    Checkpointing checkpointing) {
  public ConversionRequest {
    overlays = List.copyOf(overlays);
  }

  /** A conversion that takes nothing from an earlier one and leaves nothing for a later one. */
  public ConversionRequest(
      Path input,
      Optional<Path> references,
      String name,
      ConversionOptions options,
      Path model,
      Optional<Path> report,
      Optional<Path> preview,
      List<Path> overlays) {
    this(input, references, name, options, model, report, preview, overlays, Checkpointing.NONE);
  }

  /** A drawing by itself. */
  public ConversionRequest(
      Path input,
      String name,
      ConversionOptions options,
      Path model,
      Optional<Path> report,
      Optional<Path> preview,
      List<Path> overlays) {
    this(input, Optional.empty(), name, options, model, report, preview, overlays);
  }

  /** The same, with what it takes from an earlier one and leaves for a later one. */
  public ConversionRequest with(Checkpointing other) {
    return new ConversionRequest(
        input, references, name, options, model, report, preview, overlays, other);
  }
}
