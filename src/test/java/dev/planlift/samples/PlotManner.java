package dev.planlift.samples;

import java.util.List;
import java.util.Random;

/**
 * How a drawing is plotted to a PDF page.
 *
 * @param gridPt coordinates are rounded to whole multiples of this, points; 0 for none
 * @param turnDeg the page's /Rotate
 * @param cropped the crop box lies off the origin, inside a larger media box
 * @param userUnit the page's /UserUnit
 * @param forms symbols are form XObjects
 * @param groups layers are optional content groups
 */
record PlotManner(
    Strokes strokes,
    Curves curves,
    Dashes dashes,
    Texts texts,
    Hatches hatches,
    double gridPt,
    int turnDeg,
    boolean cropped,
    double userUnit,
    boolean forms,
    boolean groups) {

  enum Strokes {
    /** Walls and columns heavier than the rest. */
    WEIGHTS,
    /** All with one pen. */
    ONE_PEN,
    /** All of width 0. */
    HAIRLINES,
    /** Each straight piece a thin filled rectangle. */
    FILLS,
    /** Each path twice. */
    DOUBLE,
    /** Each straight piece a path of its own, in no order. */
    PIECES
  }

  enum Curves {
    BEZIER,
    /** One path of short chords. */
    CHORDS,
    /** Each chord a path of its own. */
    LOOSE_CHORDS
  }

  enum Dashes {
    /** By the dash operator. */
    OPERATOR,
    /** Each dash a path of its own. */
    PIECES
  }

  enum Texts {
    FONT,
    STROKES,
    NONE
  }

  enum Hatches {
    LINES,
    TILING
  }

  /** As most programs plot. */
  static final PlotManner PLAIN =
      new PlotManner(
          Strokes.WEIGHTS,
          Curves.BEZIER,
          Dashes.OPERATOR,
          Texts.FONT,
          Hatches.LINES,
          0,
          0,
          false,
          1,
          false,
          false);

  /** By name, each unlike the plain one in something. */
  static final List<String> NAMES =
      List.of(
          "plain",
          "onepen",
          "hairlines",
          "fills",
          "double",
          "pieces",
          "chords",
          "loose",
          "dashes",
          "letters",
          "tiling",
          "grid",
          "turned",
          "cropped",
          "forms",
          "groups",
          "worst");

  static PlotManner named(String name) {
    return switch (name) {
      case "plain" -> PLAIN;
      case "onepen" -> PLAIN.with(Strokes.ONE_PEN);
      case "hairlines" -> PLAIN.with(Strokes.HAIRLINES);
      case "fills" -> PLAIN.with(Strokes.FILLS);
      case "double" -> PLAIN.with(Strokes.DOUBLE);
      case "pieces" -> PLAIN.with(Strokes.PIECES);
      case "chords" -> PLAIN.with(Curves.CHORDS);
      case "loose" -> PLAIN.with(Curves.LOOSE_CHORDS);
      case "dashes" -> PLAIN.with(Dashes.PIECES);
      case "letters" -> PLAIN.with(Texts.STROKES);
      case "tiling" -> PLAIN.with(Hatches.TILING);
      case "grid" -> PLAIN.onGrid(0.12);
      case "turned" -> PLAIN.turned(270);
      case "cropped" -> PLAIN.turned(90).croppedInUnits(2);
      case "forms" -> PLAIN.with(true, false);
      case "groups" -> PLAIN.with(true, true);
      case "worst" ->
          PLAIN
              .with(Strokes.DOUBLE)
              .with(Curves.LOOSE_CHORDS)
              .with(Dashes.PIECES)
              .with(Texts.STROKES)
              .onGrid(0.06)
              .turned(180);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Any of all combinations. */
  static PlotManner some(Random random) {
    return new PlotManner(
        pick(Strokes.values(), random),
        pick(Curves.values(), random),
        pick(Dashes.values(), random),
        random.nextInt(3) == 0 ? Texts.STROKES : Texts.FONT,
        pick(Hatches.values(), random),
        new double[] {0, 0, 0.01, 0.06, 0.12}[random.nextInt(5)],
        90 * random.nextInt(4),
        random.nextBoolean(),
        random.nextInt(4) == 0 ? 2 : 1,
        random.nextBoolean(),
        random.nextInt(4) == 0);
  }

  PlotManner with(Strokes other) {
    return new PlotManner(
        other, curves, dashes, texts, hatches, gridPt, turnDeg, cropped, userUnit, forms, groups);
  }

  PlotManner with(Curves other) {
    return new PlotManner(
        strokes, other, dashes, texts, hatches, gridPt, turnDeg, cropped, userUnit, forms, groups);
  }

  PlotManner with(Dashes other) {
    return new PlotManner(
        strokes, curves, other, texts, hatches, gridPt, turnDeg, cropped, userUnit, forms, groups);
  }

  PlotManner with(Texts other) {
    return new PlotManner(
        strokes, curves, dashes, other, hatches, gridPt, turnDeg, cropped, userUnit, forms, groups);
  }

  PlotManner with(Hatches other) {
    return new PlotManner(
        strokes, curves, dashes, texts, other, gridPt, turnDeg, cropped, userUnit, forms, groups);
  }

  PlotManner onGrid(double points) {
    return new PlotManner(
        strokes, curves, dashes, texts, hatches, points, turnDeg, cropped, userUnit, forms, groups);
  }

  PlotManner turned(int degrees) {
    return new PlotManner(
        strokes, curves, dashes, texts, hatches, gridPt, degrees, cropped, userUnit, forms, groups);
  }

  PlotManner croppedInUnits(double unit) {
    return new PlotManner(
        strokes, curves, dashes, texts, hatches, gridPt, turnDeg, true, unit, forms, groups);
  }

  PlotManner with(boolean symbolsAsForms, boolean layersAsGroups) {
    return new PlotManner(
        strokes,
        curves,
        dashes,
        texts,
        hatches,
        gridPt,
        turnDeg,
        cropped,
        userUnit,
        symbolsAsForms,
        layersAsGroups);
  }

  private static <T> T pick(T[] from, Random random) {
    return from[random.nextInt(from.length)];
  }
}
