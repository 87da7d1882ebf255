package dev.planlift.core.dxf.definition;

import dev.planlift.core.dxf.TagReader;

/** BLOCK_RECORD: the handle under which others know a block, and the layout it holds, if any. */
public final class BlockRecord extends Definition {
  private String name = "";
  private String layout = "";

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 2 -> name = tag.name();
      case 340 -> layout = tag.name();
      default -> {}
    }
  }

  /** The block's name. */
  @Override
  public String name() {
    return name;
  }

  /** Handle of the LAYOUT that this block holds; "0" or empty where none. */
  public String layoutHandle() {
    return layout;
  }
}
