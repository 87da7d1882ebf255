package dev.planlift.core.dxf.definition;

import dev.planlift.core.dxf.GroupCode;
import dev.planlift.core.dxf.TagReader;
import java.util.Optional;

/**
 * One record of TABLES or one of OBJECTS while it is read: takes its groups one by one. The groups
 * that all share are taken here.
 */
public abstract sealed class Definition
    permits AcisData,
        BlockRecord,
        Dictionary,
        DimensionStyle,
        ImageDefinition,
        Layout,
        LineType,
        MultileaderStyle,
        MultilineStyle,
        RoundTripRecord,
        SpatialFilter,
        TextStyle,
        UnderlayDefinition {
  private static final int DIMENSION_STYLE_HANDLE = 105;
  private static final int OWNER = 330;
  private static final int EXTENSION_DICTIONARY = 360;

  private String handle = "";
  private String owner = "";
  private String extensionDictionary = "";
  private boolean inGroup;
  private int subclasses;

  /** The definition of a type's name; empty where none is kept of that type. */
  static Optional<Definition> of(String type) {
    return Optional.ofNullable(
        switch (type) {
          case "ACDSRECORD" -> new AcisData();
          case "BLOCK_RECORD" -> new BlockRecord();
          case "DICTIONARY", "ACDBDICTIONARYWDFLT" -> new Dictionary();
          case "DIMSTYLE" -> new DimensionStyle();
          case "DGNDEFINITION", "DWFDEFINITION", "PDFDEFINITION" -> new UnderlayDefinition();
          case "IMAGEDEF" -> new ImageDefinition();
          case "LAYOUT" -> new Layout();
          case "LTYPE" -> new LineType();
          case "MLEADERSTYLE" -> new MultileaderStyle();
          case "MLINESTYLE" -> new MultilineStyle();
          case "SPATIAL_FILTER" -> new SpatialFilter();
          case "STYLE" -> new TextStyle();
          case "XRECORD" -> new RoundTripRecord();
          default -> null;
        });
  }

  /** Takes the group the reader stands on. */
  final void take(TagReader tag) {
    int code = tag.code();
    if (code >= GroupCode.EXTENDED_DATA) {
      return;
    }
    if (code == GroupCode.APPLICATION_GROUP) {
      inGroup = tag.name().startsWith("{");
      section(tag.name());
    } else if (inGroup) {
      extensionDictionary = code == EXTENSION_DICTIONARY ? tag.name() : extensionDictionary;
    } else if (code == GroupCode.SUBCLASS) {
      subclasses++;
      marker(tag.name());
    } else if (code == DIMENSION_STYLE_HANDLE || (code == GroupCode.HANDLE && hasHandleInFive())) {
      handle = handle.isEmpty() ? tag.name() : handle;
    } else if (code == OWNER && subclasses == 0) {
      owner = owner.isEmpty() ? tag.name() : owner;
    } else {
      own(code, tag);
    }
  }

  /** Takes a group of this type's own. */
  abstract void own(int code, TagReader tag);

  /** Told of each subclass marker. */
  void marker(String subclass) {}

  /** Told of each start or end of a group of an application (102). */
  void section(String name) {}

  /** Whether it is worth keeping; asked when all groups have been taken. */
  boolean isOfUse() {
    return true;
  }

  /** Whether group 5 is the handle, as it is in all but one. */
  boolean hasHandleInFive() {
    return true;
  }

  /** The name it is referred to by; empty where it has none. */
  public String name() {
    return "";
  }

  /** As in the file; empty where it has none. */
  public final String handle() {
    return handle;
  }

  /** Handle of the DICTIONARY of extensions; empty where there is none. */
  public final String extensionDictionary() {
    return extensionDictionary;
  }

  /** The handle of what owns it; empty where the file does not say. */
  public final String owner() {
    return owner;
  }
}
