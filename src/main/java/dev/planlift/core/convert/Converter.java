package dev.planlift.core.convert;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;

/**
 * Drawing in, model, report and picture out. Stateless and thread-safe. Output files appear whole
 * or not at all.
 */
public final class Converter {
  /**
   * Converts one drawing.
   *
   * @throws PermanentError for bad input, with code and place; the report is written all the same
   */
  @SuppressWarnings("DoNotCallSuggester") // until the stages land
  public ConversionResult convert(ConversionRequest request, ConversionListener listener) {
    throw new PermanentError(ErrorCode.UNSUPPORTED, "Not wired yet");
  }
}
