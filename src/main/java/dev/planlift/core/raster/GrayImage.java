package dev.planlift.core.raster;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A page as a picture in grey.
 *
 * @param gray width × height values, row by row from the top, 0 black to 255 white; not to be
 *     written to
 * @param pointsPerPixel the pixel in column c of row r lies at (c, height − r) times this, points
 *     of the page as shown from its lower left corner
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; its owner hands it on
public record GrayImage(int width, int height, byte[] gray, double pointsPerPixel) {
  public GrayImage {
    if (gray.length != width * height) {
      throw new IllegalArgumentException("Not " + width + " x " + height + " values");
    }
  }

  /** Writes it as a PNG. */
  public void writePng(Path file) throws IOException {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setDataElements(0, 0, width, height, gray);
    if (!ImageIO.write(picture, "png", file.toFile())) {
      throw new IOException("No writer for PNG");
    }
  }
}
