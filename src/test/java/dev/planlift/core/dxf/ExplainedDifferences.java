package dev.planlift.core.dxf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The table in docs/ezdxf.md: file, key, what ezdxf says, what we say, and the name of the reason,
 * which is told under a heading of that name in the same document.
 */
final class ExplainedDifferences {
  /** A row of the table. */
  record Row(String file, String key, EzdxfDifferences.Sides sides, String why) {
    String line() {
      return "| %s | %s | %s | %s | %s |".formatted(file, key, sides.theirs(), sides.ours(), why);
    }
  }

  private static final Path DOCUMENT = Path.of("docs/ezdxf.md");
  private static final String HEAD = "| file | key | ezdxf | planlift | why |";
  private static final Pattern HEADING = Pattern.compile("^### `([a-z-]+)`", Pattern.MULTILINE);

  /** Stands where a reason has to be given. */
  static final String UNEXPLAINED = "?";

  private ExplainedDifferences() {}

  static List<Row> read() throws IOException {
    var rows = new ArrayList<Row>();
    for (var line : Files.readAllLines(DOCUMENT)) {
      var cells = line.split(" \\| ", -1);
      if (line.startsWith("| ") && !line.equals(HEAD) && cells.length == 5) {
        var file = cells[0].substring(2);
        var why = cells[4].substring(0, cells[4].length() - 2);
        rows.add(new Row(file, cells[1], new EzdxfDifferences.Sides(cells[2], cells[3]), why));
      }
    }
    return rows;
  }

  /** The reasons that the document tells. */
  static List<String> reasons() throws IOException {
    return HEADING.matcher(Files.readString(DOCUMENT)).results().map(m -> m.group(1)).toList();
  }

  /** The differences as rows, with the reasons given before for the same file and key. */
  static List<Row> explain(Map<String, Map<String, EzdxfDifferences.Sides>> found)
      throws IOException {
    var known = new TreeMap<String, String>();
    for (var row : read()) {
      known.put(row.file() + " " + row.key(), row.why());
    }
    var rows = new ArrayList<Row>();
    found.forEach(
        (file, keys) ->
            keys.forEach(
                (key, sides) ->
                    rows.add(
                        new Row(
                            file, key, sides, known.getOrDefault(file + " " + key, UNEXPLAINED)))));
    return rows;
  }

  /** Writes the table anew; what stands before it stays. */
  static void write(List<Row> rows) throws IOException {
    var text = Files.readString(DOCUMENT);
    var table = new StringBuilder(HEAD).append("\n|---|---|---|---|---|\n");
    rows.forEach(row -> table.append(row.line()).append('\n'));
    Files.writeString(DOCUMENT, text.substring(0, text.indexOf(HEAD)) + table);
  }
}
