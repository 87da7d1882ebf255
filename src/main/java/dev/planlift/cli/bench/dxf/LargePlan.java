package dev.planlift.cli.bench.dxf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A drawing of any size with the mix of an architect's: the model of a sample repeated on a grid.
 * Each tile has the sample as it is, beside it the contents of the blocks that it places, loose,
 * and a filled area in every closed outline. Blocks, tables and header are there once. Coordinates
 * have as many digits as CAD programs write. The same sample and size give the same bytes.
 */
final class LargePlan {
  /** Larger than a sample with what lies beside it, in its units; no round number. */
  private static final double TILE = 40_000 + 1_000 / 7.0;

  private static final Pattern CODE_AND_VALUE = Pattern.compile("(\\d+)=(\\S+)");

  private static final double BESIDE = 20_000 + 100 / 7.0;

  private final List<Group> head = new ArrayList<>();
  private final List<List<Group>> entities = new ArrayList<>();
  private final List<Group> tail = new ArrayList<>();
  private final Map<String, List<List<Group>>> blocks = new HashMap<>();
  private int lastHandle = 0x10000;

  /**
   * A plan to be written.
   *
   * @param sample an ASCII DXF in UTF-8 with handles, its entities in plan view
   */
  LargePlan(Path sample) throws IOException {
    var groups = Group.of(sample);
    int model = sectionStart(groups, "ENTITIES");
    int modelEnd = model;
    while (!groups.get(modelEnd).is(0, "ENDSEC")) {
      modelEnd++;
    }
    head.addAll(groups.subList(0, model));
    tail.addAll(groups.subList(modelEnd, groups.size()));
    readBlocks(groups.subList(sectionStart(groups, "BLOCKS"), model));
    var own = split(groups.subList(model, modelEnd));
    entities.addAll(own);
    entities.addAll(loose(own));
    entities.addAll(fills(own));
  }

  private static int sectionStart(List<Group> groups, String name) {
    for (int i = 1; i < groups.size(); i++) {
      if (groups.get(i).is(2, name) && groups.get(i - 1).is(0, "SECTION")) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException("The sample has no section " + name);
  }

  private static List<List<Group>> split(List<Group> groups) {
    var parts = new ArrayList<List<Group>>();
    for (var group : groups) {
      if (group.code() == 0) {
        parts.add(new ArrayList<>());
      }
      parts.getLast().add(group);
    }
    return parts;
  }

  private void readBlocks(List<Group> section) {
    var content = new ArrayList<List<Group>>();
    for (var part : split(section)) {
      if (part.getFirst().is(0, "BLOCK")) {
        content = new ArrayList<>();
        blocks.put(value(part, 2), content);
      } else if (!part.getFirst().value().startsWith("END")) {
        content.add(part);
      }
    }
  }

  private static String value(List<Group> entity, int code) {
    return entity.stream().filter(g -> g.code() == code).findFirst().orElseThrow().value();
  }

  /** The contents of the blocks, each where its insert stands, moved aside. */
  private List<List<Group>> loose(List<List<Group>> own) {
    var loose = new ArrayList<List<Group>>();
    for (var insert : own) {
      if (insert.getFirst().is(0, "INSERT")) {
        double x = Double.parseDouble(value(insert, 10)) + BESIDE;
        double y = Double.parseDouble(value(insert, 20));
        for (var part : blocks.getOrDefault(value(insert, 2), List.of())) {
          var placed = part.stream().map(group -> moved(group, x, y)).toList();
          loose.addAll(placed.getFirst().is(0, "LWPOLYLINE") ? lines(placed) : List.of(placed));
        }
      }
    }
    return loose;
  }

  /** A closed outline as so many lines. */
  private static List<List<Group>> lines(List<Group> outline) {
    var xs = outline.stream().filter(g -> g.code() == 10).map(Group::value).toList();
    var ys = outline.stream().filter(g -> g.code() == 20).map(Group::value).toList();
    var lines = new ArrayList<List<Group>>();
    for (int i = 0; i < xs.size(); i++) {
      int next = (i + 1) % xs.size();
      var line = new ArrayList<>(common(outline, "LINE"));
      add(line, "6=Continuous 62=8 370=25 100=AcDbLine");
      point(line, 10, xs.get(i), ys.get(i));
      point(line, 11, xs.get(next), ys.get(next));
      lines.add(line);
    }
    return lines;
  }

  /** The groups that all entities have, for one of another type. */
  private static List<Group> common(List<Group> entity, String type) {
    var common = new ArrayList<>(List.of(new Group(0, type)));
    entity.stream()
        .filter(g -> List.of(5, 330, 8).contains(g.code()) || g.is(100, "AcDbEntity"))
        .forEach(common::add);
    return common;
  }

  private static void point(List<Group> to, int code, String x, String y) {
    to.add(new Group(code, x));
    to.add(new Group(code + 10, y));
    to.add(new Group(code + 20, "0.0"));
  }

  private static Group moved(Group group, double x, double y) {
    double by = isX(group.code()) ? x : isY(group.code()) ? y : 0;
    return by == 0
        ? group
        : new Group(group.code(), Double.toString(Double.parseDouble(group.value()) + by));
  }

  private static boolean isX(int code) {
    return code >= 10 && code < 19;
  }

  private static boolean isY(int code) {
    return code >= 20 && code < 29;
  }

  /** A solid hatch for every closed outline. */
  private static List<List<Group>> fills(List<List<Group>> own) {
    var fills = new ArrayList<List<Group>>();
    for (var outline : own) {
      if (outline.getFirst().is(0, "LWPOLYLINE")) {
        var hatch = new ArrayList<>(common(outline, "HATCH"));
        hatch.add(new Group(100, "AcDbHatch"));
        point(hatch, 10, "0.0", "0.0");
        hatch.add(new Group(210, "0.0"));
        hatch.add(new Group(220, "0.0"));
        hatch.add(new Group(230, "1.0"));
        hatch.add(new Group(2, "SOLID"));
        add(hatch, "70=1 71=0 91=1 92=3 72=0 73=1");
        hatch.add(new Group(93, value(outline, 90)));
        outline.stream().filter(g -> g.code() == 10 || g.code() == 20).forEach(hatch::add);
        add(hatch, "97=0 75=0 76=1 98=0");
        fills.add(hatch);
      }
    }
    return fills;
  }

  private static void add(List<Group> to, String groups) {
    for (var match : CODE_AND_VALUE.matcher(groups).results().toList()) {
      to.add(new Group(Integer.parseInt(match.group(1)), match.group(2)));
    }
  }

  /**
   * Writes the plan.
   *
   * @param bytes about the size of the file: it ends with the tile that reaches it
   * @return the number of entities in its model
   */
  long write(Path file, boolean binary, long bytes) throws IOException {
    lastHandle = 0x10000;
    long count = 0;
    try (var out = new GroupWriter(file, binary)) {
      head(out);
      long columns = 0;
      for (long tile = 0; out.written() < bytes; tile++) {
        long before = out.written();
        long row = columns == 0 ? 0 : tile / columns;
        tile(out, (tile - row * columns) * TILE, row * TILE);
        count += entities.size();
        if (columns == 0) {
          columns = (long) Math.ceil(Math.sqrt((double) bytes / (out.written() - before)));
        }
      }
      for (var group : tail) {
        out.write(group);
      }
    }
    return count;
  }

  private void head(GroupWriter out) throws IOException {
    boolean seed = false;
    for (var group : head) {
      out.write(seed ? new Group(group.code(), "7FFFFFFF") : group);
      seed = group.is(9, "$HANDSEED");
    }
  }

  private void tile(GroupWriter out, double x, double y) throws IOException {
    for (var entity : entities) {
      boolean dimension = entity.getFirst().is(0, "DIMENSION");
      // The first point of a hatch holds its elevation.
      boolean moves = !entity.getFirst().is(0, "HATCH");
      for (var group : entity) {
        int code = group.code();
        moves |= code == 91;
        if (code == 5) {
          out.write(5, Integer.toHexString(++lastHandle).toUpperCase(Locale.ROOT));
        } else if (moves && (isX(code) || isY(code))) {
          out.write(code, Double.parseDouble(group.value()) + (isX(code) ? x : y));
        } else {
          out.write(group);
        }
        if (dimension && code == 31) {
          // Its picture stands where the sample has it: moved by the insertion point of a clone.
          out.write(12, x);
          out.write(22, y);
          out.write(32, 0.0);
        }
      }
    }
  }
}
