package dev.planlift.core.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.options.ConversionOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a file calls its pages. */
class PageNamesTest {
  private static final String PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] >>";

  private static PdfFile file(String catalog, String... objects) {
    var pdf =
        RawPdf.page("")
            .object(1, "<< /Type /Catalog /Pages 2 0 R " + catalog + " >>")
            .object(2, "<< /Type /Pages /Kids [20 0 R 21 0 R] >>")
            .object(20, PAGE)
            .object(21, PAGE);
    for (int i = 0; i < objects.length; i++) {
      pdf.object(30 + i, objects[i]);
    }
    return PdfFile.open(pdf.bytes(), ConversionOptions.DEFAULTS);
  }

  @Test
  void bookmarksNameThePagesTheyGoTo() {
    try (var file =
        file(
            "/Outlines 30 0 R",
            "<< /First 31 0 R >>",
            "<< /Title (The house) /Dest [20 0 R /Fit] /First 32 0 R >>",
            "<< /Title (Ground floor) /Dest [20 0 R /Fit] /Next 33 0 R >>",
            "<< /Title (First floor) /A << /S /GoTo /D [21 0 R /Fit] >> >>")) {
      assertThat(file.names(1)).containsExactly("The house", "Ground floor");
      assertThat(file.names(2)).containsExactly("First floor");
    }
  }

  @Test
  void bookmarksMayGoToPlacesThatHaveNamesThemselves() {
    try (var file =
        file(
            "/Outlines 30 0 R /Dests << /old [20 0 R /Fit] >> /Names << /Dests 33 0 R >>",
            "<< /First 31 0 R >>",
            "<< /Title (Ground floor) /Dest /old /Next 32 0 R >>",
            "<< /Title (First floor) /A << /S /GoTo /D (n\\351w) >> /Next 36 0 R >>",
            "<< /Kids [34 0 R 35 0 R 33 0 R] >>",
            "<< /Limits [(a) (b)] /Names [(a) [20 0 R /Fit] (b) 9] >>",
            "<< /Limits [(m) (n\\351w)] /Names [(m) null (n\\351w) << /D [21 0 R /XYZ] >>] >>",
            "<< /Title (Nowhere) /Dest (m) >>")) {
      assertThat(file.names(1)).containsExactly("Ground floor");
      assertThat(file.names(2)).containsExactly("First floor");
    }
  }

  @Test
  void labelsNameTheirPages() {
    try (var file = file("/PageLabels << /Nums [0 << /P (EG) >> 1 << /P (OG) >> 9 << >>] >>")) {
      assertThat(file.names(1)).containsExactly("EG");
      assertThat(file.names(2)).containsExactly("OG");
    }
  }

  @Test
  void labelsMayStandOnTheBranchesOfATree() {
    try (var file =
        file(
            "/PageLabels 30 0 R",
            "<< /Kids [31 0 R 30 0 R 32 0 R] >>",
            "<< /Limits [0 0] /Nums [0 << /P (EG) >>] >>",
            "<< /Limits [1 9] /Nums [1 << /P (OG) >> 9 << /P (DG) >>] >>")) {
      assertThat(file.names(1)).containsExactly("EG");
      assertThat(file.names(2)).containsExactly("OG");
    }
  }

  @Test
  void bookmarksThatGoRoundInCirclesAndNowhereNameNothing() {
    try (var file =
        file(
            "/Outlines 30 0 R",
            "<< /First 31 0 R >>",
            "<< /Title (Round) /Dest [999 0 R /Fit] /First 31 0 R /Next 32 0 R >>",
            "<< /Title (About) /Dest (name) /Next 31 0 R >>")) {
      assertThat(List.of(file.names(1), file.names(2))).containsOnly(List.of());
    }
  }
}
