package dev.planlift.core.reconstruct;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The one table of words, {@code words.tsv}, which says itself how it is to be read. */
final class WordTable {
  private static final List<Row> ROWS = read();

  /**
   * One line of the table.
   *
   * @param subject what the words mean
   * @param language of two letters, "codes" for none
   * @param words made plain as by {@link PlainWords}
   */
  record Row(String table, String subject, String language, List<String> words) {}

  private WordTable() {}

  /** The rows of one of the tables, in the file's order. */
  static Stream<Row> rows(String table) {
    return ROWS.stream().filter(row -> row.table().equals(table));
  }

  private static List<Row> read() {
    var stream = Objects.requireNonNull(WordTable.class.getResourceAsStream("words.tsv"), "words");
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(WordTable::row)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    var columns = line.split("\t", -1);
    var words = Stream.of(columns[3].split("\\|", -1));
    return new Row(
        columns[0],
        columns[1],
        columns[2],
        words.filter(word -> !word.isBlank()).map(PlainWords::of).toList());
  }
}
