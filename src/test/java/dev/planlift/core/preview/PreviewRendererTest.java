package dev.planlift.core.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.geom.Vec3;
import dev.planlift.core.scene.Scene;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewRendererTest {
  private static final int GROUND = 0xEEF0F2;

  @TempDir Path folder;

  @Test
  void aHouseFillsMuchOfThePictureAndLeavesAirAroundIt() throws IOException {
    var picture = picture(ModelHouse.at(Vec3.ZERO));

    assertThat(picture.getWidth()).isEqualTo(1024);
    assertThat(picture.getHeight()).isEqualTo(768);
    assertThat(darkPixels(picture)).as("the cut tops of the walls").isGreaterThan(10_000);
    assertThat(difference(picture.getRGB(5, 5), GROUND)).as("a corner is ground").isLessThan(12);
    assertThat(difference(picture.getRGB(512, 384), GROUND))
        .as("the middle is not")
        .isGreaterThan(30);
  }

  @Test
  void theSameSceneGivesTheSameBytes() throws IOException {
    assertThat(bytes(ModelHouse.at(Vec3.ZERO))).isEqualTo(bytes(ModelHouse.at(Vec3.ZERO)));
  }

  @Test
  void aHouseFarFromTheOriginLooksTheSame() throws IOException {
    var near = picture(ModelHouse.at(Vec3.ZERO));
    var far = picture(ModelHouse.at(new Vec3(500_000, 5_400_000, 120)));

    assertThat(differingPixels(near, far)).isLessThan(3_000);
  }

  @Test
  void eachRoomBearsItsNameOnItsFloor() throws IOException {
    var named = picture(ModelHouse.at(Vec3.ZERO));
    var nameless = picture(ModelHouse.nameless());

    // Four short names: some hundred pixels each, and none outside of the house.
    assertThat(differingPixels(named, nameless)).isBetween(800, 12_000);
    for (int y = 0; y < 768; y++) {
      assertThat(named.getRGB(20, y)).isEqualTo(nameless.getRGB(20, y));
      assertThat(named.getRGB(1003, y)).isEqualTo(nameless.getRGB(1003, y));
    }
  }

  @Test
  void aLineFarAwayDoesNotShrinkTheHouse() throws IOException {
    var plain = picture(ModelHouse.at(Vec3.ZERO));
    var withStrays = picture(ModelHouse.withStrays(Vec3.ZERO, 90_000));

    assertThat(differingPixels(plain, withStrays)).isZero();
  }

  @Test
  void lineWorkAloneIsFramedAndDrawn() throws IOException {
    var picture = picture(ModelHouse.onlyLines());

    assertThat(picturesInk(picture)).isBetween(2_000, 100_000);
  }

  @Test
  void anEmptySceneIsBareGround() throws IOException {
    var picture = picture(ModelHouse.empty());

    assertThat(picturesInk(picture)).isZero();
  }

  private byte[] bytes(Scene scene) throws IOException {
    var png = folder.resolve("preview.png");
    new PreviewRenderer().render(scene, png);
    return Files.readAllBytes(png);
  }

  private BufferedImage picture(Scene scene) throws IOException {
    var png = folder.resolve("preview.png");
    new PreviewRenderer().render(scene, png);
    return ImageIO.read(png.toFile());
  }

  private static int difference(int a, int b) {
    int most = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      most = Math.max(most, Math.abs((a >> shift & 255) - (b >> shift & 255)));
    }
    return most;
  }

  private static int darkPixels(BufferedImage picture) {
    int count = 0;
    for (int rgb : pixels(picture)) {
      count += difference(rgb, 0) < 90 ? 1 : 0;
    }
    return count;
  }

  private static int picturesInk(BufferedImage picture) {
    int count = 0;
    for (int rgb : pixels(picture)) {
      count += difference(rgb, GROUND) > 12 ? 1 : 0;
    }
    return count;
  }

  private static int differingPixels(BufferedImage a, BufferedImage b) {
    var left = pixels(a);
    var right = pixels(b);
    int count = 0;
    for (int i = 0; i < left.length; i++) {
      count += difference(left[i], right[i]) > 16 ? 1 : 0;
    }
    return count;
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(
        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }
}
