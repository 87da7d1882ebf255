package dev.planlift.core.solid;

import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.plan.ThingKind;
import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.Material;
import java.util.Locale;
import java.util.Optional;

/** How things look: light walls, wooden doors, bluish glass, soft warm floors. */
final class Palette {
  static final Material WALL = of(Category.WALL, 0xF3F0EA, 0.95);
  static final Material DOOR_FRAME = of(Category.DOOR, 0x7B5B42, 0.7);
  static final Material DOOR_LEAF = of(Category.DOOR, 0xB98555, 0.65);
  static final Material THRESHOLD = of(Category.DOOR, 0xC7AB86, 0.8);
  static final Material PASSAGE = of(Category.OTHER, 0xC7AB86, 0.8);
  static final Material WINDOW_FRAME = of(Category.WINDOW, 0x555E66, 0.6);
  static final Material GLASS = new Material("window glass #9fcbe3", 0x9FCBE3, 0.35, 0.1, false);
  static final Material COLUMN = of(Category.COLUMN, 0xD9D4CB, 0.9);
  static final Material STAIR = of(Category.STAIR, 0xCDBB9F, 0.85);

  /** Texts are marked by a line each, which stays in the background. */
  static final Material TEXT = of(Category.TEXT, 0xB4BAC0, 1);

  static final Material SLAB = of(Category.SLAB, 0xBFBBB3, 0.95);

  private static final int[] FLOORS = {0xE2C9A4, 0xEAD9BF, 0xD8BD98, 0xE6D3C1};

  /** What has no colour of its own. */
  private static final int PLAIN = 0xE9E5DD;

  /** How much of it is mixed into the loud colours of layers. */
  private static final double SOFTENED = 0.35;

  /** Floors are large, and walls of the same layer are to stand out from them. */
  private static final double FAINT = 0.75;

  private static final int INK = 0x4A5058;

  /** Lines lighter than this vanish on a light floor. */
  private static final double LIGHTEST_LINE = 0.6;

  private Palette() {}

  /** Ceramic, wood, cloth, leaves: what a thing of a kind is usually made of. */
  static Material thing(ThingKind kind) {
    return switch (kind) {
      case URINAL, TOILET, BATHTUB, SHOWER, SINK -> of(Category.FURNITURE, 0xF4F6F7, 0.3);
      case STOVE -> of(Category.FURNITURE, 0x5B6066, 0.4);
      case FRIDGE, WASHER -> of(Category.FURNITURE, 0xDDE1E4, 0.4);
      case BED -> of(Category.FURNITURE, 0xB9C6D2, 0.95);
      case SOFA, CHAIR -> of(Category.FURNITURE, 0x8C9CAB, 0.95);
      case WARDROBE, COUNTER -> of(Category.FURNITURE, 0xD2B48C, 0.7);
      case LOW_TABLE, TABLE -> of(Category.FURNITURE, 0xB58A5A, 0.6);
      case CAR -> of(Category.FURNITURE, 0x8796A8, 0.35);
      case TREE, PLANT -> of(Category.FURNITURE, 0x8CAA74, 0.95);
      case LIFT -> of(Category.FURNITURE, 0xA9B0B7, 0.4);
      case OTHER -> of(Category.FURNITURE, 0xC9BBA5, 0.85);
    };
  }

  /** The floor of the n-th room: neighbours in the list differ. */
  static Material floor(int room) {
    int rgb = FLOORS[room % FLOORS.length];
    return new Material(name("room floor", rgb), rgb, 1, 0.85, true);
  }

  /** Line work in its drawn colour, muted, and darkened until it can be seen. */
  static Material line(Category category, int drawnRgb) {
    if (category == Category.TEXT) {
      return TEXT;
    }
    int rgb = lineRgb(drawnRgb);
    return new Material(name(category.outsideName(), rgb), rgb, 1, 1, false);
  }

  private static int lineRgb(int drawnRgb) {
    boolean light = luminance(drawnRgb) > LIGHTEST_LINE;
    return isGrey(drawnRgb) && light ? INK : mixed(drawnRgb, INK, light ? 0.55 : 0.4);
  }

  private static boolean isGrey(int rgb) {
    return ((rgb >> 16) & 255) == (rgb & 255) && ((rgb >> 8) & 255) == (rgb & 255);
  }

  /**
   * Drawn areas and surfaces: the drawn colour, softened; open geometry, so seen from both sides.
   */
  static Material surface(Category category, int drawnRgb) {
    int rgb = mixed(drawnRgb, 0xCFC9BF, 0.7);
    return new Material(name(category.outsideName() + " face", rgb), rgb, 1, 0.9, true);
  }

  /**
   * What is drawn on a layer of a colour: softened on faces, as lines never too light to be seen.
   * White, which CAD shows black on paper, is no colour of its own.
   *
   * @param layerRgb empty where the layer is not known
   */
  static Material ofLayer(
      Category category, Optional<Integer> layerRgb, MeshPrimitive shown, Material material) {
    int drawn = layerRgb.orElse(0xFFFFFF);
    int rgb =
        shown.topology() == MeshPrimitive.Topology.LINES
            ? lineRgb(drawn)
            : isGrey(drawn) && luminance(drawn) > LIGHTEST_LINE
                ? PLAIN
                : mixed(drawn, PLAIN, category == Category.ROOM ? FAINT : SOFTENED);
    var what = category.outsideName() + (material.opacity() < 1 ? " glass" : "");
    return new Material(
        name(what, rgb), rgb, material.opacity(), material.roughness(), material.doubleSided());
  }

  private static Material of(Category category, int rgb, double roughness) {
    return new Material(name(category.outsideName(), rgb), rgb, 1, roughness, false);
  }

  private static String name(String what, int rgb) {
    return String.format(Locale.ROOT, "%s #%06x", what, rgb);
  }

  private static int mixed(int rgb, int with, double share) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double value = ((rgb >> shift) & 255) * (1 - share) + ((with >> shift) & 255) * share;
      mixed |= (int) Math.round(value) << shift;
    }
    return mixed;
  }

  /**
   * Relative luminance of the sRGB values taken as they are: good enough to tell light from dark.
   */
  private static double luminance(int rgb) {
    return (0.2126 * ((rgb >> 16) & 255) + 0.7152 * ((rgb >> 8) & 255) + 0.0722 * (rgb & 255))
        / 255;
  }
}
