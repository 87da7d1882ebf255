package dev.planlift.samples;

import java.util.List;
import java.util.Random;

/**
 * How a house is drawn. The seed decides what is not given.
 *
 * @param jitterM how far points are off, metres
 * @param unitCode what the drawing declares ($INSUNITS)
 */
record Manner(
    Walls walls,
    Curves curves,
    Doors doors,
    Windows windows,
    Names names,
    double jitterM,
    boolean clutter,
    double unitsPerMetre,
    int unitCode,
    double turnRad) {

  enum Walls {
    OUTLINE,
    LINES,
    /** No lines across the walls' ends at openings. */
    NO_CAPS,
    /** In pieces, doubled, overlapping, overshooting, a little short. */
    MESSY,
    PIECES,
    WIDE,
    MLINE,
    SOLID,
    SOLID_OUTLINED,
    PATTERN,
    /** Lines between the faces: insulation, render. */
    LAYERED,
    /** Lines in blocks in blocks: turned, mirrored, scaled. */
    BLOCKS
  }

  enum Curves {
    ARC,
    BULGE,
    CHORDS,
    SPLINE
  }

  enum Doors {
    BLOCK,
    ANONYMOUS,
    ARC,
    BULGE,
    AJAR,
    PLATE,
    SLIDING,
    FOLDING,
    MIXED
  }

  enum Windows {
    BLOCK,
    ANONYMOUS,
    THREE,
    FOUR,
    TWO,
    /** The wall's lines run on. */
    THROUGH,
    SILL,
    MIXED
  }

  /** Names of layers. */
  record Names(
      String wall, String door, String window, String furniture, String text, String axis) {
    static final List<Names> ALL =
        List.of(
            new Names("A-WALL", "A-DOOR", "A-GLAZ", "A-FURN", "A-ANNO-TEXT", "S-GRID"),
            new Names("W-Wand", "W-Tuer", "W-Fenster", "Möbel", "Raumtext", "Achsen"),
            new Names("벽체", "문", "창호", "가구", "실명", "중심선"),
            new Names("墙", "门", "窗", "家具", "文字", "轴线"),
            new Names("壁", "建具", "サッシ", "家具", "室名", "通り芯"),
            new Names("MUROS", "PUERTAS", "VENTANAS", "MOBILIARIO", "TEXTOS", "EJES"),
            new Names("Murs", "Portes", "Fenêtres", "Mobilier", "Textes", "Axes"),
            new Names("sciany", "drzwi", "okna", "meble", "opisy", "osie"),
            new Names("ARCH|A-WALL", "ARCH|A-DOOR", "ARCH|A-GLAZ", "I|FURN", "ARCH|TXT", "GRID"),
            new Names("0", "0", "0", "0", "0", "0"),
            new Names("Layer1", "Layer2", "Layer3", "Layer4", "Layer5", "Layer6"),
            new Names("Layer12", "Layer12", "Layer12", "Layer7", "Layer9", "Layer8"));
  }

  private static final double[] PER_METRE = {1000, 100, 1, 1 / 0.0254, 1 / 0.3048};
  private static final int[] CODES = {4, 5, 6, 1, 2};

  static Manner of(Walls walls, Random random) {
    int unit = random.nextInt(PER_METRE.length);
    double[] jitters = {0, 0, 0.0005, 0.0015, 0.003};
    return new Manner(
        walls,
        pick(Curves.values(), random),
        pick(Doors.values(), random),
        pick(Windows.values(), random),
        Names.ALL.get(random.nextInt(Names.ALL.size())),
        jitters[random.nextInt(jitters.length)],
        random.nextBoolean(),
        PER_METRE[unit],
        random.nextInt(4) == 0 && CODES[unit] > 3 ? 0 : CODES[unit],
        random.nextBoolean() ? 0 : Math.toRadians(random.nextInt(3600) / 10.0));
  }

  Manner in(double units, int declared) {
    return new Manner(
        walls, curves, doors, windows, names, jitterM, clutter, units, declared, turnRad);
  }

  private static <T> T pick(T[] from, Random random) {
    return from[random.nextInt(from.length)];
  }
}
