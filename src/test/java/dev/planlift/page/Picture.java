package dev.planlift.page;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** A screenshot, to be measured. */
final class Picture {
  private final BufferedImage image;

  private Picture(BufferedImage image) {
    this.image = image;
  }

  static Picture of(byte[] png) {
    try {
      return new Picture(ImageIO.read(new ByteArrayInputStream(png)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many different colours there are, to 4 bits a channel. */
  long colours() {
    return Arrays.stream(pixels()).map(rgb -> rgb & 0xF0F0F0).distinct().count();
  }

  /** The share of pixels that are dark, as cut walls are. */
  double darkShare() {
    long dark =
        Arrays.stream(pixels())
            .filter(rgb -> (rgb >> 16 & 255) < 100 && (rgb >> 8 & 255) < 100 && (rgb & 255) < 110)
            .count();
    return (double) dark / pixels().length;
  }

  /** The share of pixels that differ clearly from those of a picture of the same size. */
  double differenceTo(Picture other) {
    var mine = pixels();
    var others = other.pixels();
    int different = 0;
    for (int i = 0; i < Math.min(mine.length, others.length); i++) {
      different += Math.abs((mine[i] >> 8 & 255) - (others[i] >> 8 & 255)) > 24 ? 1 : 0;
    }
    return (double) different / mine.length;
  }

  private int[] pixels() {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
