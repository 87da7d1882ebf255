package dev.planlift.core.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.source.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many pages of a set are looked at. */
class PdfReaderTest {
  private static final int STEPS_A_PAGE = 300;

  @TempDir private Path folder;

  private Drawing read(long mostLookedAt, String pages) throws IOException {
    var pdf =
        RawPdf.page("0 0 m 9 9 l S ".repeat(STEPS_A_PAGE / 3))
            .object(2, "<< /Type /Pages /Kids [3 0 R 3 0 R 3 0 R 3 0 R] >>");
    var file = Files.write(folder.resolve("set.pdf"), pdf.bytes());
    return new PdfReader(mostLookedAt)
        .read(
            file,
            ConversionOptions.parse(pages.isEmpty() ? Map.of() : Map.of("pages", pages)),
            part -> {});
  }

  @Test
  void pagesBeyondTheWorkThatIsAllowedAreNotLookedAtAndTold() throws IOException {
    var drawing = read(STEPS_A_PAGE, "");
    assertThat(drawing.views()).hasSize(2);
    assertThat(drawing.diagnostics())
        .filteredOn(d -> d.code().equals(PdfReader.PAGES_NOT_LOOKED_AT))
        .singleElement()
        .satisfies(d -> assertThat(d.where().coordinates()).containsEntry("page", "3"));
  }

  @Test
  void theyCanBeAskedFor() throws IOException {
    var drawing = read(STEPS_A_PAGE, "3-4");
    assertThat(drawing.views()).hasSize(2);
    assertThat(drawing.diagnostics())
        .extracting(Diagnostic::code)
        .doesNotContain(PdfReader.PAGES_NOT_LOOKED_AT);
  }
}
