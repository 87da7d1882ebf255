package dev.planlift.samples;

/** Blocks of furniture and fittings: the middle of the back at the origin, the front towards +y. */
final class Furniture {
  private static final String BY_INSERT = "0";

  private Furniture() {}

  static void define(DxfSketch sheet) {
    sheet.block("BED_DOUBLE", block -> bed(block, 1.8, 2));
    sheet.block("BED_SINGLE", block -> bed(block, 0.9, 1));
    sheet.block("WARDROBE", Furniture::wardrobe);
    sheet.block("SIDEBOARD", block -> block.rectangle(BY_INSERT, -0.8, 0, 0.8, 0.4));
    sheet.block("SOFA", Furniture::sofa);
    sheet.block("COFFEE_TABLE", block -> block.rectangle(BY_INSERT, -0.55, -0.3, 0.55, 0.3));
    sheet.block("DINING_TABLE", Furniture::diningTable);
    sheet.block("KITCHEN_UNIT", Furniture::kitchenUnit);
    sheet.block("BATHTUB", Furniture::bathtub);
    sheet.block("BASIN", Furniture::basin);
    sheet.block("TOILET", Furniture::toilet);
    sheet.block("DESK", Furniture::desk);
    sheet.block("TREE", Furniture::tree);
  }

  static void desk(DxfSketch block) {
    block.rectangle(BY_INSERT, -0.6, 0, 0.6, 0.6);
    block.circle(BY_INSERT, 0, 0.85, 0.22);
  }

  private static void bed(DxfSketch block, double width, int pillows) {
    block.rectangle(BY_INSERT, -width / 2, 0, width / 2, 2.05);
    double room = width / pillows;
    for (int i = 0; i < pillows; i++) {
      double left = -width / 2 + i * room;
      block.rectangle(BY_INSERT, left + 0.1, 0.1, left + room - 0.1, 0.45);
    }
    block.line(BY_INSERT, -width / 2, 0.65, width / 2, 0.65);
  }

  private static void wardrobe(DxfSketch block) {
    block.rectangle(BY_INSERT, -0.9, 0, 0.9, 0.6);
    block.line(BY_INSERT, -0.85, 0.3, 0.85, 0.3);
  }

  private static void sofa(DxfSketch block) {
    block.rectangle(BY_INSERT, -1.1, 0, 1.1, 0.9);
    block.rectangle(BY_INSERT, -0.9, 0.22, 0, 0.9);
    block.rectangle(BY_INSERT, 0, 0.22, 0.9, 0.9);
  }

  private static void diningTable(DxfSketch block) {
    block.rectangle(BY_INSERT, -0.8, -0.45, 0.8, 0.45);
    for (int i = -1; i <= 1; i++) {
      block.rectangle(BY_INSERT, i * 0.52 - 0.21, 0.5, i * 0.52 + 0.21, 0.9);
      block.rectangle(BY_INSERT, i * 0.52 - 0.21, -0.9, i * 0.52 + 0.21, -0.5);
    }
  }

  private static void kitchenUnit(DxfSketch block) {
    block.rectangle(BY_INSERT, -1.7, 0, 1.7, 0.6);
    block.rectangle(BY_INSERT, -0.6, 0.1, 0, 0.5);
    block.circle(BY_INSERT, -0.3, 0.3, 0.03);
    for (int i = 0; i < 4; i++) {
      double radius = i == 0 || i == 3 ? 0.1 : 0.08;
      block.circle(BY_INSERT, 0.75 + (i % 2) * 0.28, i < 2 ? 0.17 : 0.43, radius);
    }
    block.line(BY_INSERT, -1.1, 0, -1.1, 0.6);
  }

  private static void bathtub(DxfSketch block) {
    block.rectangle(BY_INSERT, -0.85, 0, 0.85, 0.75);
    block.line(BY_INSERT, -0.75, 0.1, 0.45, 0.1);
    block.line(BY_INSERT, -0.75, 0.65, 0.45, 0.65);
    block.line(BY_INSERT, -0.75, 0.1, -0.75, 0.65);
    block.arc(BY_INSERT, 0.45, 0.375, 0.275, -90, 90);
  }

  private static void basin(DxfSketch block) {
    block.rectangle(BY_INSERT, -0.3, 0, 0.3, 0.45);
    block.circle(BY_INSERT, 0, 0.24, 0.17);
  }

  private static void toilet(DxfSketch block) {
    block.rectangle(BY_INSERT, -0.18, 0, 0.18, 0.18);
    block.line(BY_INSERT, -0.17, 0.18, -0.17, 0.45);
    block.line(BY_INSERT, 0.17, 0.18, 0.17, 0.45);
    block.arc(BY_INSERT, 0, 0.45, 0.17, 0, 180);
  }

  private static void tree(DxfSketch block) {
    block.circle(BY_INSERT, 0, 0, 0.9);
    block.circle(BY_INSERT, 0, 0, 0.08);
    for (int i = 0; i < 7; i++) {
      double angle = i * 2 * Math.PI / 7;
      double x = Math.cos(angle);
      double y = Math.sin(angle);
      block.line(BY_INSERT, 0.15 * x, 0.15 * y, 0.75 * x, 0.75 * y);
    }
  }
}
