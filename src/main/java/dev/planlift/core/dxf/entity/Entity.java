package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Colour;
import dev.planlift.core.dxf.ColourIndex;
import dev.planlift.core.dxf.GroupCode;
import dev.planlift.core.dxf.Ocs;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * One entity while it is read: takes its groups one by one, then says what is drawn in its place.
 * The groups that all entities share are taken here.
 */
public abstract sealed class Entity
    permits Arc,
        ArcText,
        AttributeText,
        Table,
        Circle,
        Dimension,
        Ellipse,
        EndlessLine,
        Face3d,
        Hatch,
        Helix,
        Image,
        Insert,
        Leader,
        Line,
        LwPolyline,
        MLine,
        MText,
        Mesh,
        ModelerGeometry,
        MultiLeader,
        OleFrame,
        Point,
        Polyline,
        Proxy,
        RemoteText,
        Scenery,
        SequenceEnd,
        Shape,
        SolidFill,
        Spline,
        Text,
        Tolerance,
        Underlay,
        Vertex,
        Viewport,
        Wipeout {
  private static final int BY_BLOCK = 0;
  private static final int BY_LAYER = 256;
  private static final int EXTENSION_DICTIONARY = 360;

  /** The same objects for all entities. */
  private static final Colour[] INDEXED = new Colour[BY_LAYER];

  static {
    Arrays.setAll(INDEXED, Entity::indexed);
  }

  private String handle = "";
  private String layer = "0";
  private String lineType = "BYLAYER";
  private int colourIndex = BY_LAYER;
  private int trueColour = -1;
  private int lineWeight = -1;
  private int transparency;
  private boolean invisible;
  private boolean paperSpace;
  private String layout = "";
  private boolean ended;
  private boolean cutShort;
  private boolean inGroup;
  private String extensionDictionary = "";
  private int subclasses;
  private double extrusionX;
  private double extrusionY;
  private double extrusionZ = 1;
  double thickness;

  /** The entity of a type's name; {@link Proxy} where there is no class for it. */
  public static Entity of(String type) {
    return switch (type) {
      case "LINE" -> new Line();
      case "LWPOLYLINE" -> new LwPolyline();
      case "POLYLINE" -> new Polyline();
      case "ARC" -> new Arc();
      case "CIRCLE" -> new Circle();
      case "ELLIPSE" -> new Ellipse();
      case "SPLINE" -> new Spline();
      case "HELIX" -> new Helix();
      case "HATCH" -> new Hatch(false);
      case "MPOLYGON" -> new Hatch(true);
      case "RAY" -> new EndlessLine(false);
      case "XLINE" -> new EndlessLine(true);
      case "MLINE" -> new MLine();
      case "LEADER" -> new Leader();
      case "MULTILEADER", "MLEADER" -> new MultiLeader(type);
      case "TOLERANCE" -> new Tolerance();
      case "IMAGE" -> new Image();
      case "DGNUNDERLAY", "DWFUNDERLAY", "PDFUNDERLAY" -> new Underlay(type);
      case "OLE2FRAME", "OLEFRAME" -> new OleFrame(type);
      case "RTEXT" -> new RemoteText();
      case "ARCALIGNEDTEXT" -> new ArcText();
      case "SHAPE" -> new Shape();
      case "WIPEOUT" -> new Wipeout();
      case "POINT" -> new Point();
      case "TEXT" -> new Text();
      case "ATTRIB" -> new AttributeText(false);
      case "ATTDEF" -> new AttributeText(true);
      case "MTEXT" -> new MText();
      case "INSERT" -> new Insert();
      case "SOLID", "TRACE" -> new SolidFill(type);
      case "3DFACE" -> new Face3d();
      case "DIMENSION", "ARC_DIMENSION", "LARGE_RADIAL_DIMENSION" -> new Dimension(type);
      case "ACAD_TABLE" -> new Table();
      case "MESH" -> new Mesh();
      case "ACDBPOINTCLOUD",
          "ACDBPOINTCLOUDEX",
          "CAMERA",
          "COORDINATION MODEL",
          "COORDINATION_MODEL",
          "GEOPOSITIONMARKER",
          "LIGHT",
          "POINTCLOUD",
          "POINTCLOUDEX",
          "POSITIONMARKER",
          "SECTION",
          "SECTIONOBJECT",
          "SUN" ->
          new Scenery(type);
      case "3DSOLID",
          "BODY",
          "REGION",
          "SURFACE",
          "EXTRUDEDSURFACE",
          "LOFTEDSURFACE",
          "NURBSURFACE",
          "PLANESURFACE",
          "REVOLVEDSURFACE",
          "SWEPTSURFACE" ->
          new ModelerGeometry(type);
      case "ACAD_PROXY_ENTITY", "ACAD_ZOMBIE_ENTITY" -> Proxy.kept(type);
      case "VERTEX" -> new Vertex();
      case "VIEWPORT" -> new Viewport();
      case "SEQEND" -> new SequenceEnd();
      default -> Proxy.unsupported(type);
    };
  }

  /** The DXF name of the entity's type. */
  public abstract String type();

  /** Takes the group the reader stands on. */
  public final void take(TagReader tag) {
    int code = tag.code();
    if (code >= GroupCode.EXTENDED_DATA) {
      extended(code, tag);
      return;
    }
    if (ended) {
      embedded(code, tag);
      return;
    }
    if (inGroup || code == GroupCode.APPLICATION_GROUP) {
      takeOfApplication(code, tag);
      return;
    }
    switch (code) {
      case GroupCode.HANDLE -> handle = handle.isEmpty() ? tag.text().strip() : handle;
      case GroupCode.LAYER -> layer = tag.name();
      case GroupCode.LINE_TYPE -> lineType = tag.name();
      case GroupCode.THICKNESS -> thickness = tag.number();
      case GroupCode.INVISIBLE -> invisible = tag.integer() != 0;
      case GroupCode.PAPER_SPACE -> paperSpace = tag.integer() != 0;
      case GroupCode.LAYOUT -> layout = tag.name();
      case GroupCode.LINE_WEIGHT -> lineWeight = tag.integer();
      case GroupCode.EXTRUSION_X -> extrusionX = tag.number();
      case GroupCode.EXTRUSION_Y -> extrusionY = tag.number();
      case GroupCode.EXTRUSION_Z -> extrusionZ = tag.number();
      case GroupCode.SUBCLASS -> {
        subclasses++;
        enter(tag);
      }
      // What is embedded repeats the codes of its host with other meanings.
      case GroupCode.EMBEDDED_OBJECT -> ended = true;
      case GroupCode.COLOUR_INDEX, GroupCode.TRUE_COLOUR, GroupCode.TRANSPARENCY ->
          takeColour(code, tag);
      default -> own(code, tag);
    }
  }

  /** Between braces stand the handles of reactors, or of the dictionary of extensions. */
  private void takeOfApplication(int code, TagReader tag) {
    if (code == GroupCode.APPLICATION_GROUP) {
      inGroup = tag.name().startsWith("{");
    } else if (code == EXTENSION_DICTIONARY) {
      extensionDictionary = tag.name();
    }
  }

  /** Behind the second subclass marker the same codes colour backgrounds and fills. */
  private void takeColour(int code, TagReader tag) {
    if (subclasses > 1) {
      return;
    }
    switch (code) {
      case GroupCode.COLOUR_INDEX -> colourIndex = tag.integer();
      case GroupCode.TRUE_COLOUR -> trueColour = tag.integer() & 0xFFFFFF;
      default -> transparency = tag.integer();
    }
  }

  /** Told of each subclass marker, on which the reader stands. */
  void enter(TagReader marker) {}

  /** Says that there is more of it than is read. */
  public final void cutShort() {
    cutShort = true;
  }

  /** Whether it keeps no more than it may by itself, however many groups it has. */
  public boolean boundsItself() {
    return false;
  }

  public final boolean isCutShort() {
    return cutShort;
  }

  /** Takes a group of this type's own. */
  abstract void own(int code, TagReader tag);

  /** Takes a group of an object embedded in this one. */
  void embedded(int code, TagReader tag) {}

  /** Takes a group of extended data. */
  void extended(int code, TagReader tag) {}

  /** Whether an entity of this type, standing behind this one, belongs to it. */
  public boolean owns(String type) {
    return false;
  }

  /** Handles of entities that belong to it though they stand somewhere behind it. */
  public Collection<String> awaits() {
    return List.of();
  }

  /** Takes in an entity it owns, all of whose groups have been taken. */
  public void adopt(Entity part) {}

  /** Whether this is only a piece of the entity that owns it and is not counted by itself. */
  public boolean isPart() {
    return false;
  }

  /** The name of the block that shows this; empty for most. */
  public String block() {
    return "";
  }

  /** Whether entities of a type are seen through their block and nothing else. */
  public static boolean shownByBlock(String type) {
    return switch (type) {
      case "INSERT", "DIMENSION", "ARC_DIMENSION", "LARGE_RADIAL_DIMENSION", "ACAD_TABLE" -> true;
      default -> false;
    };
  }

  /** How many times {@link #block} is placed. */
  public long cells() {
    return 1;
  }

  /** What must be known before {@link #convert}; to be asked when all groups have been taken. */
  public Needs needs() {
    return Needs.NOTHING;
  }

  /** What is drawn in the entity's place. To be called once, all groups being taken. */
  public abstract Result convert(Scope scope);

  /** The handle as in the file; empty where the entity has none. */
  public final String handle() {
    return handle;
  }

  /**
   * Names the entity.
   *
   * @param name its handle, or its place in the file where it has none
   * @param qualifier put before the name; empty for most
   */
  public final void nameBy(String name, String qualifier) {
    handle = qualifier.isEmpty() ? name : qualifier + name;
  }

  public final String layerName() {
    return layer;
  }

  public final boolean isInvisible() {
    return invisible;
  }

  public final boolean isPaperSpace() {
    return paperSpace;
  }

  /** The name of the layout it stands in; empty where the entity does not say. */
  public final String layoutName() {
    return layout;
  }

  /** Handle of the DICTIONARY of extensions; empty where there is none. */
  final String extensionDictionary() {
    return extensionDictionary;
  }

  /** How many subclass markers have been met. */
  final int subclasses() {
    return subclasses;
  }

  final SourceRef source() {
    return new SourceRef.Handle(handle);
  }

  final Vec3 extrusionDirection() {
    return new Vec3(extrusionX, extrusionY, extrusionZ);
  }

  final Ocs ocs() {
    return extrusionX == 0 && extrusionY == 0 && extrusionZ > 0
        ? Ocs.WORLD
        : Ocs.of(extrusionDirection());
  }

  /** The thickness along the extrusion direction. */
  final Vec3 drawnThickness() {
    return thickness == 0 ? Vec3.ZERO : ocs().z().times(thickness);
  }

  final Appearance appearance(Scope scope) {
    double weight = lineWeight(lineWeight);
    return scope.appearances().get(scope.layer(layer), colour(), weight, lineType, opacity());
  }

  private Colour colour() {
    return trueColour >= 0 ? new Colour.Rgb(trueColour) : colourOf(colourIndex);
  }

  /** The colour of an index: 0 ByBlock, 256 ByLayer; negative where the thing is off. */
  static Colour colourOf(int signedIndex) {
    int index = Math.abs(signedIndex);
    return switch (index) {
      case BY_LAYER -> Colour.BY_LAYER;
      case BY_BLOCK -> Colour.BY_BLOCK;
      default -> index > 0 && index < INDEXED.length ? INDEXED[index] : indexed(index);
    };
  }

  private static Colour indexed(int index) {
    return new Colour.Rgb(ColourIndex.rgb(index));
  }

  /** Group 370: hundredths of a millimetre, or −1 ByLayer, −2 ByBlock, −3 the default. */
  private static double lineWeight(int value) {
    return switch (value) {
      case -2 -> Appearance.BY_BLOCK;
      case -3 -> Appearance.DEFAULT_WEIGHT;
      default -> value < 0 ? Appearance.BY_LAYER : value / 100.0;
    };
  }

  /** Group 440: its own where bit 25 is set, in the lowest byte; ByBlock where bit 24 is. */
  private double opacity() {
    return switch (transparency >>> 24) {
      case 1 -> Appearance.BY_BLOCK;
      case 2 -> (transparency & 0xFF) / 255.0;
      default -> Appearance.BY_LAYER;
    };
  }
}
