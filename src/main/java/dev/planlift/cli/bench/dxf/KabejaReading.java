package dev.planlift.cli.bench.dxf;

/**
 * Main of a process that reads a drawing with Kabeja, which is no library of this project: it is
 * found on the class path by its names. Prints the seconds of each of several readings.
 */
final class KabejaReading {
  private static final int TIMES = 6;

  private KabejaReading() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    var create = Class.forName("org.kabeja.parser.ParserBuilder").getMethod("createDefaultParser");
    for (int i = 0; i < TIMES; i++) {
      var parser = create.invoke(null);
      var parse =
          Class.forName("org.kabeja.parser.Parser").getMethod("parse", String.class, String.class);
      long start = System.nanoTime();
      parse.invoke(parser, arguments[0], "");
      System.out.println((System.nanoTime() - start) / 1e9);
    }
  }
}
