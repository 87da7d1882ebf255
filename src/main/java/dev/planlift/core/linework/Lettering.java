package dev.planlift.core.linework;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.geom.Cell;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rows of letters that are drawn as lines or areas, as shape fonts and outlined fonts are: they are
 * no lines of what is drawn. What they say is not read. One use, one thread.
 */
final class Lettering {
  /** Between letters and words of one row, in heights. */
  private static final double WIDEST_GAP = 1.5;

  /** Glyphs of a row may be so much taller than the one it began with. */
  private static final double TALLER = 1.15;

  private static final double OFF_LINE = 0.15;

  /** Heights that are the same to this are of one size of letters. */
  private static final double SAME_HEIGHT = 0.06;

  /** A turn that is hardly one is none: what slants are letters of few upright strokes. */
  private static final double NEARLY_RAD = Math.toRadians(4);

  /**
   * So many neighbours are looked at on a page in all: of strokes by the thousand beside each other
   * the rest is no lettering.
   */
  private static final long MOST_LOOKED_AT = 60_000_000;

  /** A longer row is a pattern. */
  private static final int LONGEST = 300;

  /** Of an area's edges so much belongs to letters, where the area does. */
  private static final double MOST = 0.8;

  /** A size of letters that run in one direction, as step numbers. */
  private record Size(long turn, long height) {
    static Size of(double angleRad, double height) {
      return new Size(
          Math.round(Math.toDegrees(angleRad) / 2), Math.round(Math.log(height) / SAME_HEIGHT));
    }
  }

  private final List<Glyph> glyphs;
  private final Map<Long, List<Glyph>> byPlace = new HashMap<>();
  private final Set<Glyph> taken = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<LetterRow> rows = new ArrayList<>();
  private final Map<Double, Map<Glyph, Extent>> extents = new HashMap<>();
  private long lookedAt;

  private Lettering(List<DrawingItem> items) {
    glyphs = new ArrayList<>(Glyphs.of(items));
    glyphs.sort(Comparator.comparingDouble(glyph -> -glyph.extent(0).longer()));
    for (var glyph : glyphs) {
      byPlace.computeIfAbsent(cell(glyph), c -> new ArrayList<>()).add(glyph);
    }
  }

  /**
   * Finds it on a page. Time is linear but for what is near each letter.
   *
   * @param items of one page, points of paper
   */
  static Lettering on(List<DrawingItem> items) {
    var lettering = new Lettering(items);
    lettering.findSure();
    lettering.findAlike();
    return lettering;
  }

  private void findSure() {
    for (var glyph : glyphs) {
      for (double angle : angles(glyph)) {
        if (!taken.contains(glyph)) {
          var members = members(glyph, angle);
          var row = LetterRow.of(members, angle, glyph.extent(angle).height());
          if (row.isSure()) {
            rows.add(row);
            taken.addAll(members);
          }
        }
      }
    }
  }

  /** Short words, as high as others on the page. */
  private void findAlike() {
    var sizes = new HashSet<Size>();
    var angles = new TreeSet<Double>();
    for (var row : rows) {
      var size = Size.of(row.angleRad(), row.height());
      for (int i = -1; i <= 1; i++) {
        sizes.add(new Size(size.turn, size.height + i));
      }
      angles.add(Math.toRadians(2.0 * size.turn));
    }
    for (var glyph : glyphs) {
      for (double angle : angles) {
        double height = glyph.extent(angle).height();
        if (!taken.contains(glyph) && sizes.contains(Size.of(angle, height))) {
          var members = members(glyph, angle);
          var row = LetterRow.of(members, angle, height);
          if (row.isLikely()) {
            rows.add(row);
            taken.addAll(members);
          }
        }
      }
    }
  }

  /** Along which its row may run: level or upright, or as its strokes are turned. */
  private static Set<Double> angles(Glyph glyph) {
    var angles = new TreeSet<>(List.of(0.0, Math.PI / 2));
    glyph
        .turnRad()
        .ifPresent(
            turn -> {
              if (turn > NEARLY_RAD && Math.PI / 2 - turn > NEARLY_RAD) {
                angles.add(turn);
                angles.add(turn - Math.PI / 2);
              }
            });
    return angles;
  }

  /** The glyphs on a line with one; none where there are too many. */
  private List<Glyph> members(Glyph first, double angle) {
    var box = first.extent(angle);
    double height = box.height();
    var members = new ArrayList<Glyph>(List.of(first));
    var met = Collections.newSetFromMap(new IdentityHashMap<Glyph, Boolean>());
    met.add(first);
    var open = new ArrayDeque<>(members);
    var known = extents.computeIfAbsent(angle, a -> new IdentityHashMap<>());
    while (!open.isEmpty() && members.size() <= LONGEST && lookedAt <= MOST_LOOKED_AT) {
      for (var other : near(open.poll())) {
        lookedAt++;
        var its = known.computeIfAbsent(other, o -> o.extent(angle));
        boolean fits =
            its.height() <= TALLER * height
                && its.level() >= box.low() - OFF_LINE * height
                && its.level() <= box.high() + OFF_LINE * height
                && its.gap(box) <= WIDEST_GAP * height;
        if (fits && !taken.contains(other) && met.add(other)) {
          members.add(other);
          open.add(other);
          box =
              new Extent(
                  Math.min(box.left(), its.left()),
                  box.low(),
                  Math.max(box.right(), its.right()),
                  box.high());
        }
      }
    }
    return members.size() > LONGEST || lookedAt > MOST_LOOKED_AT ? List.of() : members;
  }

  private List<Glyph> near(Glyph glyph) {
    long at = cell(glyph);
    var near = new ArrayList<Glyph>();
    for (long i = Cell.column(at) - 1L; i <= Cell.column(at) + 1L; i++) {
      for (long j = Cell.row(at) - 1L; j <= Cell.row(at) + 1L; j++) {
        near.addAll(byPlace.getOrDefault(Cell.at(i, j), List.of()));
      }
    }
    return near;
  }

  /** Of twice the tallest letter, so that the next ones of a row are in it or beside it. */
  private static long cell(Glyph glyph) {
    var box = glyph.extent(0);
    double size = 2 * Glyphs.TALLEST_PT;
    long x = (long) Math.floor((box.left() + box.right()) / 2 / size);
    long y = (long) Math.floor(box.level() / size);
    return Cell.at(x, y);
  }

  int letters() {
    return rows.stream().mapToInt(row -> row.letters().size()).sum();
  }

  int rows() {
    return rows.size();
  }

  /** The items, with those of letters and of tags about them as construction lines. */
  List<DrawingItem> marked(List<DrawingItem> items) {
    var edges = new int[items.size()];
    var marks = Mark.of(items);
    marks.forEach(mark -> edges[mark.item()]++);
    var tags = Tags.around(rows, marks);
    var ofLetters = new int[items.size()];
    for (var row : rows) {
      for (var letter : row.letters()) {
        letter.marks().forEach(mark -> ofLetters[mark.item()]++);
      }
    }
    var marked = new ArrayList<DrawingItem>(items.size());
    for (int i = 0; i < items.size(); i++) {
      boolean letter =
          (ofLetters[i] > 0 && ofLetters[i] >= MOST * edges[i])
              || (tags.contains(i) && edges[i] == 1);
      if (letter && items.get(i) instanceof Path path) {
        marked.add(path.asAuxiliary());
      } else if (letter && items.get(i) instanceof FilledRegion region) {
        for (var loop : region.loops()) {
          if (!loop.isEmpty()) {
            marked.add(new Path(loop, true, region.appearance(), region.source()).asAuxiliary());
          }
        }
      } else {
        marked.add(items.get(i));
      }
    }
    return marked;
  }
}
