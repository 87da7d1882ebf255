package dev.planlift.core.dxf.definition;

import dev.planlift.core.dxf.TagReader;

/** PDFDEFINITION, DWFDEFINITION, DGNDEFINITION: the file that lies under a drawing. */
public final class UnderlayDefinition extends Definition {
  private String file = "";
  private String sheet = "";

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 1 -> file = tag.name();
      case 2 -> sheet = tag.name();
      default -> {}
    }
  }

  /** With the path the drawing gives, in its own manner of writing. */
  public String fileName() {
    return file;
  }

  /** The page, sheet or model in that file; may be empty. */
  public String sheetName() {
    return sheet;
  }
}
