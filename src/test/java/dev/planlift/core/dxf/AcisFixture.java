package dev.planlift.core.dxf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes small ACIS bodies for tests, as SAT of any version, disguised, or as SAB. */
final class AcisFixture {
  /** A pointer to another record. */
  record To(int record) {}

  @SuppressWarnings("ArrayRecordComponent") // fields of any kind, as they are written
  private record Row(String type, Object[] fields) {}

  private static final To NONE = new To(-1);

  private final List<Row> records = new ArrayList<>();
  final int body = reserve();
  private final int lump = reserve();
  final int shell = reserve();
  private int lastFace = -1;
  private To transform = NONE;
  private final Map<Integer, Integer> vertices = new HashMap<>();

  private int reserve() {
    records.add(new Row("", new Object[0]));
    return records.size() - 1;
  }

  private int put(String type, Object... fields) {
    int at = reserve();
    records.set(at, new Row(type, fields));
    return at;
  }

  /** Rows of the matrix, translation and scale: 13 numbers. */
  AcisFixture transform(Double... numbers) {
    var fields = new ArrayList<Object>(List.of(numbers));
    fields.addAll(List.of("rotate", "no_reflect", "no_shear"));
    transform = new To(put("transform", fields.toArray()));
    return this;
  }

  private int vertex(int number, double[] points) {
    return vertices.computeIfAbsent(
        number,
        n -> {
          int point = put("point", points[3 * n], points[3 * n + 1], points[3 * n + 2]);
          return put("vertex", NONE, new To(point));
        });
  }

  /**
   * Adds a plane face.
   *
   * @param points 3 × n coordinates, shared by all faces of the body
   * @param normal of the plane; the face looks the other way where it is reversed
   * @param rings vertex numbers; a ring that is reversed runs through edges against their sense
   */
  AcisFixture plane(double[] points, double[] normal, boolean reversed, int[]... rings) {
    int surface =
        put(
            "plane-surface",
            0.0,
            0.0,
            0.0,
            normal[0],
            normal[1],
            normal[2],
            1.0,
            0.0,
            0.0,
            "forward_v",
            "I",
            "I",
            "I",
            "I");
    int next = -1;
    for (var ring : rings) {
      int loop = reserve();
      var coedges = new ArrayList<Integer>();
      for (int i = 0; i < ring.length; i++) {
        coedges.add(reserve());
      }
      for (int i = 0; i < ring.length; i++) {
        int from = vertex(ring[i], points);
        int to = vertex(ring[(i + 1) % ring.length], points);
        boolean backwards = i % 2 == 1;
        int curve = put("straight-curve", 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, "I", "I");
        int edge =
            put(
                "edge",
                new To(backwards ? to : from),
                0.0,
                new To(backwards ? from : to),
                1.0,
                new To(coedges.get(i)),
                new To(curve),
                "forward",
                "unknown");
        coedge(coedges, i, edge, backwards, loop);
      }
      records.set(
          loop, new Row("loop", new Object[] {new To(next), new To(coedges.getFirst()), NONE}));
      next = loop;
    }
    return face(next, surface, reversed);
  }

  private void coedge(List<Integer> coedges, int i, int edge, boolean backwards, int loop) {
    int n = coedges.size();
    records.set(
        coedges.get(i),
        new Row(
            "coedge",
            new Object[] {
              new To(coedges.get((i + 1) % n)),
              new To(coedges.get((i + n - 1) % n)),
              NONE,
              new To(edge),
              backwards ? "reversed" : "forward",
              new To(loop),
              NONE
            }));
  }

  private AcisFixture face(int loop, int surface, boolean reversed) {
    int face =
        put(
            "face",
            new To(lastFace),
            new To(loop),
            new To(shell),
            NONE,
            new To(surface),
            reversed ? "reversed" : "forward",
            "single");
    lastFace = face;
    return this;
  }

  /** Adds a face of any surface with full circles about z for its loops. */
  AcisFixture round(String surface, Object[] geometry, double[]... circles) {
    int of = put(surface, geometry);
    int next = -1;
    for (var circle : circles) {
      double radius = circle[0];
      int loop = reserve();
      int coedge = reserve();
      int point = put("point", radius, 0.0, circle[1]);
      int vertex = put("vertex", NONE, new To(point));
      int curve =
          put("ellipse-curve", 0.0, 0.0, circle[1], 0.0, 0.0, 1.0, radius, 0.0, 0.0, 1.0, "I", "I");
      int edge =
          put(
              "edge",
              new To(vertex),
              0.0,
              new To(vertex),
              6.283185307179586,
              new To(coedge),
              new To(curve),
              "forward",
              "unknown");
      coedge(List.of(coedge), 0, edge, false, loop);
      records.set(loop, new Row("loop", new Object[] {new To(next), new To(coedge), NONE}));
      next = loop;
    }
    return face(next, of, false);
  }

  private List<Row> whole() {
    records.set(body, new Row("body", new Object[] {new To(lump), NONE, transform}));
    records.set(lump, new Row("lump", new Object[] {NONE, new To(shell), new To(body)}));
    records.set(
        shell, new Row("shell", new Object[] {NONE, NONE, new To(lastFace), NONE, new To(lump)}));
    return records;
  }

  /** The groups 1 and 3 of a 3DSOLID and its like. */
  String sat(int version, boolean disguised) {
    var lines = new ArrayList<String>();
    lines.add(version + " 0 1 0");
    lines.add("@8 Planlift @4 TEST @24 Sat Jan  1 10:00:00 2022");
    lines.add("1 9.9999999999999995e-007 1e-010");
    for (var record : whole()) {
      var line = new StringBuilder(record.type + " $-1");
      line.append(version >= 700 ? " -1 $-1" : "");
      for (var field : record.fields) {
        line.append(' ')
            .append(
                switch (field) {
                  case To(int to) -> "$" + to;
                  case Double d -> String.format(Locale.ROOT, "%.17g", d);
                  case String s when s.equals("unknown") -> version >= 500 ? "@7 unknown" : "";
                  default -> field.toString();
                });
      }
      lines.add(line + " #");
    }
    lines.add("End-of-ACIS-data");
    var groups = new StringBuilder("70 1\n");
    for (var line : lines) {
      var text = disguised ? disguise(line) : line;
      int cut = Math.min(text.length(), 200);
      groups.append("1 ").append(text, 0, cut).append('\n');
      if (cut < text.length()) {
        groups.append("3 ").append(text, cut, text.length()).append('\n');
      }
    }
    return groups.toString();
  }

  private static String disguise(String line) {
    var text = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      char other = c == ' ' ? c : (char) (159 - c);
      text.append(other).append(other == '^' ? " " : "");
    }
    return text.toString();
  }

  /** As bytes, with integers of four bytes. */
  byte[] sab() {
    var out = new ByteArrayOutputStream();
    out.writeBytes("ASM BinaryFile4".getBytes(StandardCharsets.US_ASCII));
    for (int i : new int[] {21800, 0, 1, 0}) {
      out.writeBytes(little(4).putInt(i).array());
    }
    text(out, 7, "Planlift");
    for (var record : whole()) {
      var pieces = record.type.split("-", -1);
      for (int i = 0; i < pieces.length; i++) {
        text(out, i == pieces.length - 1 ? 0x0D : 0x0E, pieces[i]);
      }
      pointer(out, -1);
      tagged(out, 4, little(4).putInt(-1));
      pointer(out, -1);
      if (record.type.equals("transform")) {
        var words = new StringBuilder();
        for (var field : record.fields) {
          words.append(field).append(' ');
        }
        tagged(out, 0x12, little(4).putInt(words.length()));
        out.writeBytes(words.toString().getBytes(StandardCharsets.US_ASCII));
      } else {
        fields(out, record.fields);
      }
      out.write(0x11);
    }
    text(out, 0x0E, "End");
    text(out, 0x0E, "of");
    text(out, 0x0E, "ASM");
    text(out, 0x0D, "data");
    return out.toByteArray();
  }

  private static void fields(ByteArrayOutputStream out, Object... fields) {
    for (var field : fields) {
      switch (field) {
        case To(int to) -> pointer(out, to);
        case Double d -> tagged(out, 6, little(8).putDouble(d));
        case String s when s.equals("unknown") -> text(out, 7, s);
        default -> out.write(field.equals("reversed") ? 0x0A : 0x0B);
      }
    }
  }

  private static void pointer(ByteArrayOutputStream out, int to) {
    tagged(out, 0x0C, little(4).putInt(to));
  }

  private static void tagged(ByteArrayOutputStream out, int tag, ByteBuffer value) {
    out.write(tag);
    var bytes = new byte[value.capacity()];
    value.get(0, bytes);
    out.writeBytes(bytes);
  }

  private static void text(ByteArrayOutputStream out, int tag, String text) {
    out.write(tag);
    out.write(text.length());
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A cube of edge 2 about the origin, every other face reversed. */
  static AcisFixture cube() {
    var p = cubePoints();
    return new AcisFixture()
        .plane(p, new double[] {0, 0, 1}, true, new int[] {0, 3, 2, 1})
        .plane(p, new double[] {0, 0, 1}, false, new int[] {4, 5, 6, 7})
        .plane(p, new double[] {0, 1, 0}, true, new int[] {0, 1, 5, 4})
        .plane(p, new double[] {1, 0, 0}, false, new int[] {1, 2, 6, 5})
        .plane(p, new double[] {0, 1, 0}, false, new int[] {2, 3, 7, 6})
        .plane(p, new double[] {1, 0, 0}, true, new int[] {3, 0, 4, 7});
  }

  static double[] cubePoints() {
    return new double[] {
      -1, -1, -1, 1, -1, -1, 1, 1, -1, -1, 1, -1, -1, -1, 1, 1, -1, 1, 1, 1, 1, -1, 1, 1
    };
  }
}
