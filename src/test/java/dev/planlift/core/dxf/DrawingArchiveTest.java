package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.ExternalReference.State;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that bring drawings, and those that bring trouble. */
class DrawingArchiveTest {
  private static final String LINE = DxfText.withEntities("0 LINE\n8 WALL\n11 1\n");

  @TempDir private Path folder;

  private static String host(String path) {
    return DxfText.of(
        "0 SECTION\n2 BLOCKS\n0 BLOCK\n2 X\n70 4\n1 %s\n0 ENDBLK\n0 ENDSEC\n".formatted(path)
            + "0 SECTION\n2 ENTITIES\n0 INSERT\n2 X\n0 ENDSEC\n0 EOF\n");
  }

  private Path zip(Map<String, String> files) throws IOException {
    return zip(files, StandardCharsets.UTF_8);
  }

  private Path zip(Map<String, String> files, Charset names) throws IOException {
    var file = folder.resolve("drawings.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file), names)) {
      for (var entry : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static Drawing read(Path zip, String wanted) {
    try (var archive = DrawingArchive.unpack(zip, part -> {})) {
      return new DxfReader().read(archive.main(wanted), archive, part -> {});
    }
  }

  private static String main(Path zip, String wanted) {
    try (var archive = DrawingArchive.unpack(zip, part -> {})) {
      return archive.main(wanted).name();
    }
  }

  private static void assertRefused(Path zip, ErrorCode code, String words) {
    assertThatThrownBy(() -> main(zip, ""))
        .isInstanceOfSatisfying(
            PermanentError.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.getMessage()).contains(words);
            });
  }

  @Test
  void theMainDrawingIsTheOneThatNoOtherRefersTo() throws IOException {
    var zip =
        zip(
            Map.of(
                "a-walls.dxf",
                LINE,
                "plan.dxf",
                host("C:\\x\\A-Walls.dwg"),
                "details/door.dxf",
                LINE,
                "photo.jpg",
                "?"));

    var drawing = read(zip, "");

    assertThat(drawing.references())
        .singleElement()
        .satisfies(reference -> assertThat(reference.state()).isEqualTo(State.FOUND));
    assertThat(drawing.ledger().read()).isEqualTo(2);
  }

  @Test
  void aFolderAroundEverythingIsNoObstacle() throws IOException {
    var zip =
        zip(
            Map.of(
                "House/plan.dxf", host("..\\Common\\grid.dxf"),
                "House/Base/walls.dxf", LINE,
                "Common/Xref/grid.dxf", LINE));

    assertThat(main(zip, "")).isEqualTo("House/plan.dxf");
    assertThat(read(zip, "").references().getFirst().state()).isEqualTo(State.MISSING);
    assertThat(main(zip, "grid.DXF")).isEqualTo("Common/Xref/grid.dxf");
  }

  @Test
  void whereSeveralCouldBeMeantTheyAreNamed() throws IOException {
    var zip = zip(Map.of("a.dxf", LINE, "b.dxf", LINE));

    assertRefused(zip, ErrorCode.INVALID_OPTION, "a.dxf, b.dxf");
    assertThat(main(zip, "b.dxf")).isEqualTo("b.dxf");
    assertThatThrownBy(() -> main(zip, "c.dxf"))
        .isInstanceOf(PermanentError.class)
        .hasMessageContaining("a.dxf, b.dxf");
  }

  @Test
  void whatIsNoDxfIsKnownByName() throws IOException {
    var zip = zip(Map.of("plan.dxf", host("site.dwg"), "site.dwg", "AC1032"));

    assertThat(read(zip, "").references().getFirst().detail()).contains("DWG");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../out.dxf", "a/../../out.dxf", "/out.dxf", "C:\\out.dxf", "a\u0001.dxf"})
  void namesThatLeadOutAreRefused(String name) throws IOException {
    assertRefused(zip(Map.of(name, LINE)), ErrorCode.INVALID_FORMAT, "leads out of it");
  }

  @Test
  void anArchiveInAnArchiveIsRefused() throws IOException {
    assertRefused(
        zip(Map.of("plan.dxf", LINE, "more.ZIP", "")), ErrorCode.INVALID_FORMAT, "more.ZIP");
  }

  @Test
  void anArchiveWithoutADxfIsRefused() throws IOException {
    assertRefused(zip(Map.of("letter.txt", "?")), ErrorCode.INVALID_FORMAT, "no DXF");
  }

  @Test
  void moreThanIsAllowedIsRefusedBeforeItIsUnpacked() throws IOException {
    var zeros = "0".repeat((int) ArchiveUnpacking.UNSUSPICIOUS_BYTES + 1);
    assertRefused(zip(Map.of("plan.dxf", zeros)), ErrorCode.DECOMPRESSION_BOMB, "plan.dxf");

    var many = new TreeMap<String, String>();
    for (int i = 0; i <= ArchiveUnpacking.MAX_ENTRIES; i++) {
      many.put(i + ".txt", "");
    }
    assertRefused(zip(many), ErrorCode.DECOMPRESSION_BOMB, "10001 entries");
  }

  @Test
  void aDamagedArchiveIsRefusedWhateverByteIsWrong() throws IOException {
    var file = zip(Map.of("plan.dxf", host("w.dxf"), "w.dxf", LINE));
    var bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i++) {
      var broken = bytes.clone();
      broken[i] ^= 0x41;
      assertResultOrError(Files.write(file, broken));
      assertResultOrError(Files.write(file, java.util.Arrays.copyOf(bytes, i)));
    }
  }

  private static void assertResultOrError(Path file) {
    try {
      assertThat(read(file, "").format()).isEqualTo("dxf");
    } catch (PermanentError e) {
      assertThat(e.code()).isNotEqualTo(ErrorCode.INTERNAL);
    }
  }

  @Test
  void namesOfOldProgramsAreRead() throws IOException {
    assertThat(main(zip(Map.of("Wände.dxf", LINE), Charset.forName("IBM437")), ""))
        .isEqualTo("Wände.dxf");
  }

  @Test
  void nothingStaysBehind() throws IOException {
    DrawingFiles.Named main;
    try (var archive = DrawingArchive.unpack(zip(Map.of("plan.dxf", LINE)), part -> {})) {
      main = archive.main("");
      assertThat(main.path()).exists();
    }
    assertThat(main.path().getParent()).doesNotExist();
  }
}
