package dev.planlift.core.pdf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.core.source.Layer;
import dev.planlift.error.PermanentError;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a PDF holds, page by page, whether it is seen or not.
 *
 * @param version as "1.7"
 */
public record PdfInspection(String file, String version, List<Page> pages) {
  private static final double MM_PER_POINT = 25.4 / 72;

  /**
   * One page.
   *
   * @param width as shown, points
   * @param height as shown, points
   * @param paths how often lines were drawn, and areas filled
   * @param texts that are seen
   * @param pictures that are seen
   * @param pictureCover the part of the page that they cover
   * @param layers those drawn on, and whether they are shown
   * @param reasons why things were left out, each with its count
   */
  public record Page(
      int number,
      double width,
      double height,
      long paths,
      long texts,
      long pictures,
      double pictureCover,
      Map<String, Boolean> layers,
      Map<String, Long> reasons,
      List<Diagnostic> diagnostics) {
    static Page of(PageContent content) {
      var reasons = new TreeMap<String, Long>();
      content.ledger().reasons().forEach((code, reason) -> reasons.put(code, reason.count()));
      var layers =
          content.layers().stream()
              .collect(
                  Collectors.toMap(Layer::name, Layer::visible, Boolean::logicalOr, TreeMap::new));
      var counts = content.counts();
      return new Page(
          content.number(),
          content.box().max().x(),
          content.box().max().y(),
          counts.paths(),
          counts.texts(),
          counts.pictures(),
          counts.pictureCover(),
          layers,
          reasons,
          content.diagnostics());
    }
  }

  /** Of a file that no password locks. */
  public static PdfInspection of(Path file) {
    return of(file, "");
  }

  /**
   * Reads a file page by page for its inspection; active content is left alone.
   *
   * @param password empty where it is locked by none
   * @throws PermanentError where it cannot be opened or a page cannot be read
   */
  public static PdfInspection of(Path file, String password) {
    var options =
        ConversionOptions.parse(
            password.isEmpty()
                ? Map.of("activeContent", "ignore")
                : Map.of("activeContent", "ignore", "password", password));
    try (var opened = PdfFile.open(file, options)) {
      var reader = new PdfPages(opened);
      var pages = new ArrayList<Page>();
      for (int number = 1; number <= reader.count(); number++) {
        pages.add(Page.of(reader.read(number)));
      }
      return new PdfInspection(opened.name(), opened.version(), pages);
    }
  }

  /** One line of JSON. */
  public String toJson() {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("file", file);
      json.writeStringField("version", version);
      json.writeArrayFieldStart("pages");
      for (var page : pages) {
        write(page, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(Page page, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("page", page.number());
    json.writeNumberField("width", page.width());
    json.writeNumberField("height", page.height());
    json.writeNumberField("paths", page.paths());
    json.writeNumberField("texts", page.texts());
    json.writeNumberField("pictures", page.pictures());
    json.writeNumberField("pictureCover", Math.round(page.pictureCover() * 1000) / 1000.0);
    json.writeObjectFieldStart("layers");
    for (var layer : page.layers().entrySet()) {
      json.writeBooleanField(layer.getKey(), layer.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("reasons");
    for (var reason : page.reasons().entrySet()) {
      json.writeNumberField(reason.getKey(), reason.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("diagnostics");
    for (var diagnostic : page.diagnostics()) {
      json.writeString(diagnostic.code() + ": " + diagnostic.message());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** A page for people. */
  public String toPage() {
    var text = new StringBuilder();
    text.append(harmless(file)).append("\nPDF ").append(harmless(version));
    text.append(", ").append(pages.size()).append(pages.size() == 1 ? " page\n" : " pages\n");
    for (var page : pages) {
      text.append(
          String.format(
              Locale.ROOT,
              "Page %d: %.0f × %.0f mm, %d paths, %d texts, %d pictures over %.0f %% of it%n",
              page.number(),
              page.width() * MM_PER_POINT,
              page.height() * MM_PER_POINT,
              page.paths(),
              page.texts(),
              page.pictures(),
              100 * page.pictureCover()));
      page.layers()
          .forEach(
              (name, shown) ->
                  text.append("  layer ").append(harmless(name)).append(shown ? "\n" : " (off)\n"));
      page.reasons()
          .forEach(
              (code, count) ->
                  text.append("  left out: ").append(count).append(' ').append(code).append('\n'));
      page.diagnostics()
          .forEach(
              d -> text.append("  ").append(harmless(d.code() + ": " + d.message())).append('\n'));
    }
    return text.toString();
  }

  /** Nothing that moves a terminal's cursor. */
  private static String harmless(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
