import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Adds up the test reports of some folders: {@code N passed, N failed, N skipped}. */
public final class Count {
  private static final Pattern SUITE = Pattern.compile("<testsuite\\b[^>]*>");

  private long tests;
  private long failed;
  private long skipped;

  public static void main(String[] folders) throws IOException {
    var count = new Count();
    for (var folder : folders) {
      count.add(Path.of(folder));
    }
    System.out.printf(
        "%d passed, %d failed, %d skipped%n",
        count.tests - count.failed - count.skipped, count.failed, count.skipped);
    System.exit(count.failed > 0 || count.tests == 0 ? 1 : 0);
  }

  private void add(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var reports = Files.newDirectoryStream(folder, "TEST-*.xml")) {
      for (var report : reports) {
        var suite = SUITE.matcher(Files.readString(report));
        if (suite.find()) {
          tests += number(suite.group(), "tests");
          failed += number(suite.group(), "failures") + number(suite.group(), "errors");
          skipped += number(suite.group(), "skipped");
        }
      }
    }
  }

  private static long number(String suite, String attribute) {
    var value = Pattern.compile("\\b" + attribute + "=\"(\\d+)\"").matcher(suite);
    return value.find() ? Long.parseLong(value.group(1)) : 0;
  }
}
