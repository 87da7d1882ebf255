package dev.planlift.core.dxf.definition;

import dev.planlift.core.dxf.TagReader;

/** IMAGEDEF: the file of a picture. */
public final class ImageDefinition extends Definition {
  private String file = "";

  @Override
  void own(int code, TagReader tag) {
    if (code == 1) {
      file = tag.name();
    }
  }

  /** With the path the drawing gives, in its own manner of writing. */
  public String fileName() {
    return file;
  }
}
