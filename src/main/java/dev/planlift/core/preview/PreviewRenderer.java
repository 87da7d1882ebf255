package dev.planlift.core.preview;

import dev.planlift.core.geom.Box;
import dev.planlift.core.picture.Canvas;
import dev.planlift.core.scene.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Paints a scene from above at an angle. The same scene gives the same bytes on any machine. Time
 * grows with the triangles and is bounded: past three million they are left out. Thread-safe.
 */
public final class PreviewRenderer {
  public static final int WIDTH = 1024;
  public static final int HEIGHT = 768;

  /** Samples along each side of a pixel. */
  private static final int PER_PIXEL = 2;

  /**
   * Writes the picture, {@value #WIDTH} × {@value #HEIGHT} pixels.
   *
   * @param png its folder must exist; an older file is replaced
   */
  public void render(Scene scene, Path png) {
    var rgb = paint(scene);
    try {
      new Canvas(rgb, WIDTH, HEIGHT).write(png);
    } catch (IOException e) {
      throw new UncheckedIOException("The preview cannot be written", e);
    }
  }

  private static int[] paint(Scene scene) {
    var framed = Framing.of(scene);
    var half = framed.box().size().times(0.5);
    var shown = new Box(half.times(-1), half);
    var camera = Camera.fitted(framed, WIDTH, HEIGHT);
    var model = Model.of(scene, framed.box());
    var samples = new Samples(WIDTH * PER_PIXEL, HEIGHT * PER_PIXEL, camera);
    samples.look(model.opaque);
    var light = new Daylight(camera, shown, model.opaque);
    new Painter(samples, model.opaque, light, PER_PIXEL, shown).paint();
    new LinePainter(samples, model.lines, shown.size(), PER_PIXEL).paint();
    GlassPainter.paint(samples, model.glass);
    var rgb = averaged(samples);
    new RoomLabels(samples, model, PER_PIXEL).paint(new Canvas(rgb, WIDTH, HEIGHT));
    return rgb;
  }

  private static int[] averaged(Samples samples) {
    var rgb = new int[WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      average(samples, y, rgb);
    }
    return rgb;
  }

  private static void average(Samples samples, int y, int[] rgb) {
    int area = PER_PIXEL * PER_PIXEL;
    for (int x = 0; x < WIDTH; x++) {
      int r = 0;
      int g = 0;
      int b = 0;
      for (int s = 0; s < area; s++) {
        int row = y * PER_PIXEL + s / PER_PIXEL;
        int c = samples.colour[row * samples.width + x * PER_PIXEL + s % PER_PIXEL];
        r += c >> 16 & 255;
        g += c >> 8 & 255;
        b += c & 255;
      }
      rgb[y * WIDTH + x] = Rgb.of(r / area, g / area, b / area);
    }
  }
}
