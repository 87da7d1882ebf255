package dev.planlift.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of the {@code samples} folder. Run it with that folder as its argument to write them
 * anew after a change of the designs.
 */
public final class SamplePlans {
  private SamplePlans() {}

  /** Every generated file by its name. */
  public static Map<String, byte[]> files() {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("house.dxf", House.drawing());
    files.put("house.expected.json", truth(House.plan(), House.PLACEMENT));
    files.put("office.dxf", Office.drawing());
    files.put("office.expected.json", truth(Office.plan(), Office.PLACEMENT));
    return files;
  }

  private static byte[] truth(FloorPlan plan, Placement placement) {
    return plan.truth(placement).json().getBytes(StandardCharsets.UTF_8);
  }

  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    for (var file : files().entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
