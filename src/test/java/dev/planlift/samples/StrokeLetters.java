package dev.planlift.samples;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Letters of single strokes, as plotters wrote them; on a grid of 4 by 6, capitals 6 high. */
public final class StrokeLetters {
  /** Advance to the next letter. */
  public static final double ADVANCE = 6;

  public static final double HEIGHT = 6;

  private static final Map<Character, String> SHAPES = shapes();

  private StrokeLetters() {}

  /** Takes a stroke's vertices: x, y, x, y … */
  public interface Sink {
    void stroke(double[] xy);
  }

  /** Draws a text from its lower left corner on; what has no shape is left out. */
  public static void draw(String text, Sink sink) {
    double x = 0;
    for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
      for (var stroke : SHAPES.getOrDefault(c, "").split(" ", -1)) {
        if (stroke.length() >= 4) {
          var xy = new double[stroke.length()];
          for (int i = 0; i < xy.length; i++) {
            xy[i] = stroke.charAt(i) - '0' + (i % 2 == 0 ? x : 0);
          }
          sink.stroke(xy);
        }
      }
      x += ADVANCE;
    }
  }

  static double width(String text) {
    return text.length() * ADVANCE - (ADVANCE - 4);
  }

  /** Each stroke a run of digits, x and y by turns. */
  private static Map<Character, String> shapes() {
    var shapes = new HashMap<Character, String>();
    var table =
        """
        A 002640 1232
        B 0006361504 0333424131103000 33
        C 4536160501103041
        D 00062645412000
        E 46060040 0323
        F 460600 0323
        G 45361605011030414323
        H 0006 4046 0343
        I 2026
        J 16464130100102
        K 0006 4603 1440
        L 060040
        M 0006224640
        N 00064046
        O 1030414536160501103
        P 00063645443303
        Q 103041453616050110 2240
        R 00063645443303 2340
        S 453616050413334241301001
        T 2026 0646
        U 06011030414606
        V 062046
        W 0610233046
        X 0046 0640
        Y 0623 464623 2320
        Z 06460040
        0 103041453616050110
        1 052620
        2 0516364544010040
        3 0516364534330 34424130100102
        4 30360242
        5 4606033342413010011
        6 36160501103041423303
        7 064610
        8 1333454636160504133342413010010213
        9 434516050413434130101
        : 2122 2425
        / 0046
        . 2021
        - 0343
        = 0242 0444
        ( 36252130
        ) 16252110
        """;
    for (var line : table.strip().split("\n", -1)) {
      var parts = line.strip().split(" ", 2);
      var strokes = new StringBuilder();
      for (var stroke : parts[1].split(" ", -1)) {
        strokes.append(stroke, 0, stroke.length() / 2 * 2).append(' ');
      }
      shapes.put(parts[0].charAt(0), strokes.toString().strip());
    }
    return shapes;
  }
}
