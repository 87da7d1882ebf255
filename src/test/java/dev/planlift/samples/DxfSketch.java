package dev.planlift.samples;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A sheet to draw on, written as ASCII DXF. Everything is given in metres of the design; {@link
 * Placement} says where that lies in the drawing. Angles are degrees, as in DXF. Handles and order
 * follow the calls alone: same calls, same bytes. Not thread-safe.
 */
final class DxfSketch {
  /** The two dialects: R12 knows no handles, subclass markers or light polylines. */
  enum Version {
    R12("AC1009"),
    R2010("AC1024");

    final String header;

    Version(String header) {
      this.header = header;
    }
  }

  private static final String MODEL_SPACE = "*Model_Space";
  private static final String PAPER_SPACE = "*Paper_Space";

  private final Version version;
  private final Placement placement;
  private final Map<String, Integer> layers = new LinkedHashMap<>();
  private final Map<String, Tags> blocks = new LinkedHashMap<>();
  private final Map<String, String> blockRecords = new LinkedHashMap<>();
  private final Tags entities = new Tags();
  private Tags target = entities;
  private Placement frame;
  private String owner;
  private int lastHandle = 0x0f;

  DxfSketch(Version version, Placement placement) {
    this.version = version;
    this.placement = placement;
    this.frame = placement;
    blockRecords.put(MODEL_SPACE, handle());
    blockRecords.put(PAPER_SPACE, handle());
    this.owner = blockRecords.getOrDefault(MODEL_SPACE, "");
    layers.put("0", 7);
  }

  /** Lines of group codes and values. */
  private static final class Tags {
    final List<String> lines = new ArrayList<>();

    void add(int code, String value) {
      lines.add(String.format("%3d", code));
      lines.add(value);
    }

    void add(int code, double value) {
      add(code, number(value));
    }

    void add(int code, int value) {
      add(code, Integer.toString(value));
    }

    void add(Tags more) {
      lines.addAll(more.lines);
    }
  }

  void layer(String name, int colour) {
    layers.put(name, colour);
  }

  /** The name, or the name with a number where a block is called so. */
  String unusedName(String wanted) {
    var name = wanted;
    for (int i = 2; blocks.containsKey(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  /** Defines a block once; later calls of the same name do nothing. Drawn around its own origin. */
  void block(String name, Consumer<DxfSketch> content) {
    if (blocks.containsKey(name)) {
      return;
    }
    var record = handle();
    blockRecords.put(name, record);
    var definition = new Tags();
    blocks.put(name, definition);
    var outerTarget = target;
    var outerOwner = owner;
    var outerFrame = frame;
    target = definition;
    owner = record;
    frame = name.startsWith("*D") ? placement : placement.withoutMove();
    content.accept(this);
    target = outerTarget;
    owner = outerOwner;
    frame = outerFrame;
  }

  void line(String layer, double x1, double y1, double x2, double y2) {
    entity("LINE", layer, "AcDbLine");
    point(10, x1, y1);
    point(11, x2, y2);
  }

  void circle(String layer, double x, double y, double radius) {
    entity("CIRCLE", layer, "AcDbCircle");
    point(10, x, y);
    target.add(40, radius * frame.unitsPerMetre());
  }

  /** Counter-clockwise from start to end. */
  void arc(String layer, double x, double y, double radius, double startDeg, double endDeg) {
    entity("ARC", layer, "AcDbCircle");
    point(10, x, y);
    target.add(40, radius * frame.unitsPerMetre());
    marker("AcDbArc");
    target.add(50, turned(startDeg));
    target.add(51, turned(endDeg));
  }

  void rectangle(String layer, double left, double bottom, double right, double top) {
    polyline(layer, left, bottom, right, bottom, right, top, left, top);
  }

  /** A closed polyline. */
  void polyline(String layer, double... xy) {
    if (version == Version.R12) {
      entity("POLYLINE", layer);
      target.add(66, 1);
      target.add(70, 1);
      for (int i = 0; i < xy.length; i += 2) {
        entity("VERTEX", layer);
        point(10, xy[i], xy[i + 1]);
      }
      entity("SEQEND", layer);
      return;
    }
    entity("LWPOLYLINE", layer, "AcDbPolyline");
    target.add(90, xy.length / 2);
    target.add(70, 1);
    for (int i = 0; i < xy.length; i += 2) {
      var p = frame.units(xy[i], xy[i + 1]);
      target.add(10, p[0]);
      target.add(20, p[1]);
    }
  }

  /** Text centred on a point. */
  void text(String layer, double heightM, double x, double y, double rotationDeg, String text) {
    entity("TEXT", layer, "AcDbText");
    point(10, x, y);
    target.add(40, heightM * frame.unitsPerMetre());
    target.add(1, text);
    target.add(50, turned(rotationDeg));
    target.add(72, 1);
    point(11, x, y);
    marker("AcDbText");
    target.add(73, 2);
  }

  void insert(
      String layer, String block, double x, double y, double rotationDeg, int scaleX, int scaleY) {
    entity("INSERT", layer, "AcDbBlockReference");
    target.add(2, block);
    point(10, x, y);
    target.add(41, scaleX);
    target.add(42, scaleY);
    target.add(43, 1);
    target.add(50, turned(rotationDeg));
  }

  /** The body of an entity that this sheet has no words for; lengths and places in metres. */
  final class Body {
    Body marker(String name) {
      DxfSketch.this.marker(name);
      return this;
    }

    Body at(int code, double x, double y) {
      point(code, x, y);
      return this;
    }

    /** A point of two coordinates. */
    Body at2(int code, double x, double y) {
      var p = frame.units(x, y);
      target.add(code, p[0]);
      target.add(code + 10, p[1]);
      return this;
    }

    Body length(int code, double metres) {
      target.add(code, metres * frame.unitsPerMetre());
      return this;
    }

    /** A direction, turned with the sheet. */
    Body direction(int code, double x, double y) {
      double cos = Math.cos(frame.rotationRad());
      double sin = Math.sin(frame.rotationRad());
      target.add(code, cos * x - sin * y);
      target.add(code + 10, sin * x + cos * y);
      target.add(code + 20, 0.0);
      return this;
    }

    Body angle(int code, double degrees) {
      target.add(code, turned(degrees));
      return this;
    }

    Body number(int code, double value) {
      target.add(code, value);
      return this;
    }

    Body whole(int code, int value) {
      target.add(code, value);
      return this;
    }

    Body text(int code, String value) {
      target.add(code, value);
      return this;
    }
  }

  /** Any entity. */
  void any(String type, String layer, String marker, Consumer<Body> body) {
    entity(type, layer, marker);
    body.accept(new Body());
  }

  /**
   * A dimension along x or y between two points, its line at {@code at}; its picture is the
   * anonymous block it names. R2010 only.
   */
  void dimension(
      String layer, double x1, double y1, double x2, double y2, double at, boolean vertical) {
    var name = "*D" + blocks.keySet().stream().filter(n -> n.startsWith("*D")).count();
    double length = vertical ? y2 - y1 : x2 - x1;
    double endX = vertical ? at : x2;
    double endY = vertical ? y2 : at;
    double middleX = vertical ? at - 0.16 : (x1 + x2) / 2;
    double middleY = vertical ? (y1 + y2) / 2 : at + 0.16;
    double rotation = vertical ? 90 : 0;
    var figure = Measure.text(length, frame.unitsPerMetre());
    block(
        name,
        picture -> {
          picture.line(layer, vertical ? at : x1, vertical ? y1 : at, endX, endY);
          for (int end = 0; end < 2; end++) {
            double x = end == 0 ? x1 : x2;
            double y = end == 0 ? y1 : y2;
            double tipX = vertical ? at : x;
            double tipY = vertical ? y : at;
            picture.line(layer, x, y, tipX, tipY);
            picture.line(layer, tipX - 0.08, tipY - 0.08, tipX + 0.08, tipY + 0.08);
          }
          picture.text(layer, 0.18, middleX, middleY, rotation, figure);
        });
    entity("DIMENSION", layer, "AcDbDimension");
    target.add(2, name);
    point(10, endX, endY);
    point(11, middleX, middleY);
    target.add(70, 32);
    target.add(42, length * frame.unitsPerMetre());
    target.add(3, "Standard");
    marker("AcDbAlignedDimension");
    point(13, x1, y1);
    point(14, x2, y2);
    target.add(50, turned(rotation));
    marker("AcDbRotatedDimension");
  }

  /**
   * The file.
   *
   * @param insUnits the unit it declares ($INSUNITS); 0 for none
   * @param newline line end, as the program that "wrote" it would have it
   */
  byte[] bytes(int insUnits, Charset charset, String newline) {
    var file = new Tags();
    var tables = new Tags();
    var blockSection = new Tags();
    var objects = new Tags();
    writeTables(tables);
    writeBlocks(blockSection);
    if (version == Version.R2010) {
      writeObjects(objects);
    }
    var header = new Tags();
    writeHeader(header, insUnits);
    section(file, "HEADER", header);
    section(file, "TABLES", tables);
    section(file, "BLOCKS", blockSection);
    section(file, "ENTITIES", entities);
    if (version == Version.R2010) {
      section(file, "OBJECTS", objects);
    }
    file.add(0, "EOF");
    var out = new ByteArrayOutputStream();
    out.writeBytes((String.join(newline, file.lines) + newline).getBytes(charset));
    return out.toByteArray();
  }

  private static void section(Tags file, String name, Tags content) {
    file.add(0, "SECTION");
    file.add(2, name);
    file.add(content);
    file.add(0, "ENDSEC");
  }

  private void writeHeader(Tags header, int insUnits) {
    header.add(9, "$ACADVER");
    header.add(1, version.header);
    header.add(9, "$DWGCODEPAGE");
    header.add(3, "ANSI_1252");
    if (version == Version.R2010) {
      header.add(9, "$INSUNITS");
      header.add(70, insUnits);
      header.add(9, "$MEASUREMENT");
      header.add(70, 1);
      header.add(9, "$HANDSEED");
      header.add(5, Integer.toHexString(lastHandle + 1).toUpperCase(Locale.ROOT));
    }
  }

  private void writeTables(Tags out) {
    boolean modern = version == Version.R2010;
    table(
        out,
        "LTYPE",
        modern ? List.of("ByBlock", "ByLayer", "Continuous") : List.of("CONTINUOUS"),
        "AcDbLinetypeTableRecord",
        (tags, name) -> {
          tags.add(3, "");
          tags.add(72, 65);
          tags.add(73, 0);
          tags.add(40, 0.0);
        });
    table(
        out,
        "LAYER",
        List.copyOf(layers.keySet()),
        "AcDbLayerTableRecord",
        (tags, name) -> {
          tags.add(62, layers.getOrDefault(name, 7));
          tags.add(6, modern ? "Continuous" : "CONTINUOUS");
        });
    table(
        out,
        "STYLE",
        List.of("Standard"),
        "AcDbTextStyleTableRecord",
        (tags, name) -> {
          tags.add(40, 0.0);
          tags.add(41, 1.0);
          tags.add(50, 0.0);
          tags.add(71, 0);
          tags.add(42, 2.5);
          tags.add(3, "txt");
          tags.add(4, "");
        });
    if (modern) {
      for (var empty : List.of("VPORT", "VIEW", "UCS")) {
        table(out, empty, List.of(), "", (tags, name) -> {});
      }
      table(out, "APPID", List.of("ACAD"), "AcDbRegAppTableRecord", (tags, name) -> {});
      table(out, "DIMSTYLE", List.of("Standard"), "AcDbDimStyleTableRecord", (tags, name) -> {});
      writeBlockRecords(out);
    }
  }

  private interface RecordBody {
    void write(Tags tags, String name);
  }

  private void table(Tags out, String type, List<String> names, String marker, RecordBody body) {
    boolean modern = version == Version.R2010;
    out.add(0, "TABLE");
    out.add(2, type);
    var table = modern ? handle() : "";
    if (modern) {
      out.add(5, table);
      out.add(330, "0");
      out.add(100, "AcDbSymbolTable");
    }
    out.add(70, names.size());
    if (modern && type.equals("DIMSTYLE")) {
      out.add(100, "AcDbDimStyleTable");
    }
    for (var name : names) {
      out.add(0, type);
      if (modern) {
        out.add(type.equals("DIMSTYLE") ? 105 : 5, handle());
        out.add(330, table);
        out.add(100, "AcDbSymbolTableRecord");
        out.add(100, marker);
      }
      out.add(2, name);
      out.add(70, 0);
      body.write(out, name);
    }
    out.add(0, "ENDTAB");
  }

  private void writeBlockRecords(Tags out) {
    var table = handle();
    out.add(0, "TABLE");
    out.add(2, "BLOCK_RECORD");
    out.add(5, table);
    out.add(330, "0");
    out.add(100, "AcDbSymbolTable");
    out.add(70, blockRecords.size());
    blockRecords.forEach(
        (name, record) -> {
          out.add(0, "BLOCK_RECORD");
          out.add(5, record);
          out.add(330, table);
          out.add(100, "AcDbSymbolTableRecord");
          out.add(100, "AcDbBlockTableRecord");
          out.add(2, name);
        });
    out.add(0, "ENDTAB");
  }

  private void writeBlocks(Tags out) {
    if (version == Version.R2010) {
      writeBlock(out, MODEL_SPACE, new Tags());
      writeBlock(out, PAPER_SPACE, new Tags());
    }
    blocks.forEach((name, content) -> writeBlock(out, name, content));
  }

  private void writeBlock(Tags out, String name, Tags content) {
    var saved = target;
    target = out;
    owner = blockRecords.getOrDefault(name, "");
    entity("BLOCK", "0", "AcDbBlockBegin");
    out.add(2, name);
    out.add(70, name.startsWith("*D") ? 1 : 0);
    out.add(10, 0.0);
    out.add(20, 0.0);
    out.add(30, 0.0);
    out.add(3, name);
    out.add(1, "");
    out.add(content);
    entity("ENDBLK", "0", "AcDbBlockEnd");
    target = saved;
  }

  /** The named-objects dictionary: a modern drawing without one is refused by strict readers. */
  private void writeObjects(Tags out) {
    var root = handle();
    var groups = handle();
    dictionary(out, root, "0");
    out.add(3, "ACAD_GROUP");
    out.add(350, groups);
    dictionary(out, groups, root);
  }

  private static void dictionary(Tags out, String handle, String owner) {
    out.add(0, "DICTIONARY");
    out.add(5, handle);
    out.add(330, owner);
    out.add(100, "AcDbDictionary");
    out.add(281, 1);
  }

  private void entity(String type, String layer, String... markers) {
    target.add(0, type);
    if (version == Version.R2010) {
      target.add(5, handle());
      target.add(330, owner);
      target.add(100, "AcDbEntity");
    }
    target.add(8, layer);
    for (var marker : markers) {
      marker(marker);
    }
  }

  private void marker(String name) {
    if (version == Version.R2010) {
      target.add(100, name);
    }
  }

  private void point(int code, double x, double y) {
    var p = frame.units(x, y);
    target.add(code, p[0]);
    target.add(code + 10, p[1]);
    target.add(code + 20, 0.0);
  }

  private double turned(double degrees) {
    double turned = (degrees + Math.toDegrees(frame.rotationRad())) % 360;
    return turned < 0 ? turned + 360 : turned;
  }

  private String handle() {
    return Integer.toHexString(++lastHandle).toUpperCase(Locale.ROOT);
  }

  private static String number(double value) {
    var rounded = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
    var plain = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }
}
