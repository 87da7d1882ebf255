package dev.planlift.core.dxf.definition;

import dev.planlift.core.dxf.TagReader;

/** MLEADERSTYLE: what a multileader takes where it says nothing of its own. */
public final class MultileaderStyle extends Definition {
  private String name = "";
  private String text = "";
  private String arrow = "";
  private String block = "";
  private String style = "";
  private int content = 2;
  private int leaderKind = 1;
  private double landingGap = 2;
  private double doglegLength = 8;
  private double arrowSize = 4;
  private double textHeight = 4;
  private double scale = 1;

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 3 -> name = tag.name();
      case 42 -> landingGap = tag.number();
      case 43 -> doglegLength = tag.number();
      case 44 -> arrowSize = tag.number();
      case 45 -> textHeight = tag.number();
      case 142 -> scale = tag.number();
      case 170 -> content = tag.integer();
      case 173 -> leaderKind = tag.integer();
      case 300 -> text = tag.text();
      case 341 -> arrow = tag.name();
      case 342 -> style = tag.name();
      case 343 -> block = tag.name();
      default -> {}
    }
  }

  /** Its description; the name by which people know it stands in a dictionary. */
  @Override
  public String name() {
    return name;
  }

  /** 0 nothing, 1 a block, 2 a text. */
  public int content() {
    return content;
  }

  /** 0 invisible, 1 straight lines, 2 a spline. */
  public int leaderKind() {
    return leaderKind;
  }

  public double landingGap() {
    return landingGap;
  }

  public double doglegLength() {
    return doglegLength;
  }

  public double arrowSize() {
    return arrowSize;
  }

  public double textHeight() {
    return textHeight;
  }

  public double scale() {
    return scale;
  }

  /** What stands there where no text is given. */
  public String defaultText() {
    return text;
  }

  /** Handle of the BLOCK_RECORD of the arrow head; empty for the common one. */
  public String arrowBlockHandle() {
    return arrow;
  }

  /** Handle of the STYLE of texts. */
  public String textStyleHandle() {
    return style;
  }

  /** Handle of the BLOCK_RECORD that is the content; empty where none. */
  public String contentBlockHandle() {
    return block;
  }
}
