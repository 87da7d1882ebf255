package dev.planlift.core.detect;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.raster.GrayImage;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.DoubleConsumer;

/** Finds the parts of a building on the picture of a page. Thread-safe. */
public interface SymbolDetector {
  /**
   * Looks at a page.
   *
   * @param page from 1
   * @param image the page as shown, 200 dots to the inch or less where it is very large; {@link
   *     GrayImage#pointsPerPixel} says how many points a pixel is
   * @param progress told how much is done, 0 to 1
   * @return what is seen, in an order that depends on the picture alone
   */
  List<Detection> detect(
      int page, GrayImage image, ConversionOptions options, DoubleConsumer progress);

  /** The first that the class path offers as a service. */
  static Optional<SymbolDetector> installed() {
    return ServiceLoader.load(SymbolDetector.class).findFirst();
  }
}
