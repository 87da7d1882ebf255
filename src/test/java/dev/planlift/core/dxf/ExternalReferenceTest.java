package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.ExternalReference.State;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drawings that show other drawings. */
class ExternalReferenceTest {
  private static final Offset<Double> NEAR = Offset.offset(1e-9);

  @TempDir private java.nio.file.Path folder;

  private static String header(String variables) {
    return "0 SECTION\n2 HEADER\n" + variables + "0 ENDSEC\n";
  }

  private static String layers(String layers) {
    return "0 SECTION\n2 TABLES\n0 TABLE\n2 LAYER\n" + layers + "0 ENDTAB\n0 ENDSEC\n";
  }

  private static String blocks(String blocks) {
    return "0 SECTION\n2 BLOCKS\n" + blocks + "0 ENDSEC\n";
  }

  private static String xref(String name, String path, int flags) {
    return "0 BLOCK\n2 " + name + "\n70 " + flags + "\n1 " + path + "\n0 ENDBLK\n";
  }

  private static String model(String entities) {
    return "0 SECTION\n2 ENTITIES\n" + entities + "0 ENDSEC\n0 EOF\n";
  }

  /** A host that shows one other drawing at the origin. */
  private static String host(String path) {
    return blocks(xref("BASE", path, 4)) + model("0 INSERT\n5 1\n8 HERE\n2 BASE\n");
  }

  private static final String LINE = "0 LINE\n5 A\n8 WALL\n10 1\n20 2\n11 3\n21 2\n";

  private java.nio.file.Path write(String name, String groups) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, DxfText.of(groups));
  }

  private Drawing read(java.nio.file.Path file) {
    var named = new DrawingFiles.Named(folder.relativize(file).toString(), file);
    return new DxfReader().read(named, DrawingFiles.in(folder), part -> {});
  }

  private Drawing read(String groups) throws IOException {
    return read(write("host.dxf", groups));
  }

  /** Start and end of each line that is seen. */
  private static List<List<Vec3>> lines(Drawing drawing) {
    return new Expansion()
        .all(drawing.items()).stream()
            .map(seen -> (Path) seen.item())
            .map(path -> List.of(path.segments().getFirst().start(), end(path)))
            .toList();
  }

  private static Vec3 end(Path path) {
    Segment last = path.segments().getLast();
    return last.end();
  }

  @Test
  void theModelOfTheOtherDrawingIsTheContentOfTheBlock() throws IOException {
    write("walls.dxf", model(LINE));

    var drawing = read(host("C:\\plans\\Walls.DXF"));

    assertThat(lines(drawing)).containsExactly(List.of(new Vec3(1, 2, 0), new Vec3(3, 2, 0)));
    assertThat(drawing.references())
        .singleElement()
        .satisfies(
            reference -> {
              assertThat(reference.state()).isEqualTo(State.FOUND);
              assertThat(reference.name()).isEqualTo("BASE");
              assertThat(reference.path()).isEqualTo("C:\\plans\\Walls.DXF");
              assertThat(reference.detail()).isEqualTo("Is walls.dxf");
            });
    assertThat(drawing.diagnostics()).isEmpty();
  }

  @Test
  void entitiesOfBothDrawingsAreAccountedForAndTellTheirDrawing() throws IOException {
    write("walls.dxf", model(LINE + "0 SURPRISE\n5 B\n"));

    var drawing = read(host("walls.dxf"));

    var ledger = drawing.ledger();
    assertThat(ledger.read()).isEqualTo(3);
    assertThat(ledger.count(Outcome.CONVERTED)).isEqualTo(2);
    assertThat(ledger.entries()).extracting(EntityLedger.Entry::handle).containsExactly("BASE|B");
    assertThat(new Expansion().all(drawing.items()).getFirst().item().source())
        .isEqualTo(new SourceRef.Handle("BASE|A"));
  }

  @Test
  void aReferenceThatWasNotBroughtAlongIsNamedAsWritten() throws IOException {
    var drawing = read(header("9 $ACADVER\n1 AC1021\n") + host("..\\base\\Wände.dwg"));

    assertThat(lines(drawing)).isEmpty();
    assertThat(drawing.references().getFirst().state()).isEqualTo(State.MISSING);
    assertThat(drawing.diagnostics())
        .singleElement()
        .satisfies(
            diagnostic -> {
              assertThat(diagnostic.code()).isEqualTo("EXTERNAL_REFERENCE");
              assertThat(diagnostic.message()).contains("..\\base\\Wände.dwg");
              assertThat(diagnostic.where().coordinates()).containsKey("line");
            });
    assertThat(drawing.ledger().entries())
        .extracting(EntityLedger.Entry::reason)
        .containsExactly("EXTERNAL_REFERENCE");
  }

  @Test
  void aDxfBesideItStandsForADwgAndAnythingElseIsNotShown() throws IOException {
    write("walls.dxf", model(LINE));
    Files.writeString(folder.resolve("walls.dwg"), "AC1032");
    Files.writeString(folder.resolve("site.dwg"), "AC1032");
    Files.writeString(folder.resolve("plan.pdf"), "%PDF-1.7");

    var drawing =
        read(
            blocks(xref("A", "walls.dwg", 4) + xref("B", "site.dwg", 4) + xref("C", "plan.pdf", 4))
                + model("0 INSERT\n2 A\n"));

    assertThat(lines(drawing)).hasSize(1);
    assertThat(drawing.references())
        .extracting(reference -> reference.state())
        .containsExactly(State.FOUND, State.NOT_SHOWN, State.NOT_SHOWN);
    assertThat(drawing.references().get(1).detail()).contains("DWG");
    assertThat(drawing.references().get(2).detail()).contains("PDF");
  }

  @Test
  void asMuchOfThePathCountsAsThereIsAndNothingOutsideTheFolder() throws IOException {
    write("base/walls.dxf", model(LINE));
    write("walls.dxf", model(LINE + LINE));
    write("project/plan.dxf", model(""));

    assertThat(lines(read(host("D:/all/base/walls.dxf")))).hasSize(1);
    assertThat(lines(read(host("D:/all/other/walls.dxf")))).hasSize(2);
    assertThat(found("../walls.dxf")).isEmpty();
    assertThat(found(folder.resolve("walls.dxf").toString())).isEmpty();
    assertThat(found("..")).isEmpty();
    Files.createSymbolicLink(
        folder.resolve("project/linked.dxf"), folder.resolve("walls.dxf").toAbsolutePath());
    assertThat(found("linked.dxf")).isEmpty();
    assertThat(found("PLAN.dxf")).contains("plan.dxf");
  }

  private Optional<String> found(String written) {
    var files = DrawingFiles.in(folder.resolve("project"));
    return ReferencePath.of(written).find(files, "plan.dxf").map(DrawingFiles.Named::name);
  }

  @Test
  void aPathOfANestedDrawingBeginsWhereThatLies() throws IOException {
    write("base/walls.dxf", host("parts\\chairs.dxf"));
    write("base/parts/chairs.dxf", model(LINE));

    var drawing = read(host("base/walls.dxf"));

    assertThat(drawing.references())
        .extracting(reference -> reference.detail())
        .containsExactly("Is base/walls.dxf", "Is base/parts/chairs.dxf");
  }

  @Test
  void itsLayersTakeItsNameAndTheHostsTableHasTheLastWord() throws IOException {
    write(
        "walls.dxf",
        layers("0 LAYER\n2 WALL\n62 1\n0 LAYER\n2 DOOR\n62 2\n")
            + model(LINE + "0 LINE\n8 DOOR\n11 1\n0 LINE\n8 0\n11 1\n"));

    var drawing = read(layers("0 LAYER\n2 BASE|DOOR\n62 -3\n") + host("walls.dxf"));

    assertThat(drawing.layers())
        .extracting(Layer::name)
        .containsExactly("BASE|DOOR", "BASE|WALL", "HERE");
    var content = drawing.items().getFirst();
    assertThat(new Expansion().all(List.of(content)))
        .extracting(seen -> seen.item().appearance().layer().name())
        .containsExactly("BASE|WALL", "HERE");
    assertThat(drawing.layers().getFirst().visible()).isFalse();
    assertThat(drawing.layers().get(1).rgb()).isEqualTo(0xFF0000);
  }

  @Test
  void itsBasePointLiesOnTheInsertionPoint() throws IOException {
    write("walls.dxf", header("9 $INSBASE\n10 1\n20 2\n30 0\n") + model(LINE));

    var drawing =
        read(blocks(xref("BASE", "walls.dxf", 4)) + model("0 INSERT\n2 BASE\n10 10\n20 20\n"));

    assertThat(lines(drawing).getFirst().getFirst()).isEqualTo(new Vec3(10, 20, 0));
  }

  @Test
  void unitsAreScaledUnlessTheInsertDoesItItself() throws IOException {
    write("walls.dxf", header("9 $INSUNITS\n70 4\n") + model(LINE));
    var metres = header("9 $INSUNITS\n70 6\n") + blocks(xref("BASE", "walls.dxf", 4));
    var scaled = "41 0.001\n42 0.001\n43 0.001\n";

    var byUs = read(metres + model("0 INSERT\n2 BASE\n"));
    var byCad = read(metres + model("0 INSERT\n2 BASE\n" + scaled));
    var unknown = read(host("walls.dxf"));

    assertThat(lines(byUs).getFirst().getLast().x()).isCloseTo(0.003, NEAR);
    assertThat(lines(byCad).getFirst().getLast().x()).isCloseTo(0.003, NEAR);
    assertThat(lines(unknown).getFirst().getLast().x()).isCloseTo(3, NEAR);
  }

  @Test
  void nestedReferencesAreReadAndNestedOverlaysAreNot() throws IOException {
    write("chairs.dxf", model(LINE));
    write("axes.dxf", model(LINE));
    write(
        "walls.dxf",
        blocks(xref("CHAIRS", "chairs.dxf", 4) + xref("AXES", "axes.dxf", 12))
            + model("0 INSERT\n2 CHAIRS\n0 INSERT\n2 AXES\n"));
    var drawing =
        read(
            blocks(xref("BASE", "walls.dxf", 4) + xref("GRID", "axes.dxf", 8))
                + model("0 INSERT\n2 BASE\n0 INSERT\n2 GRID\n"));

    assertThat(lines(drawing)).hasSize(2);
    assertThat(drawing.layers())
        .extracting(Layer::name)
        .contains("CHAIRS|WALL", "GRID|WALL")
        .doesNotContain("BASE|AXES|WALL", "AXES|WALL");
    assertThat(drawing.references())
        .extracting(reference -> reference.name() + " " + reference.state())
        .containsExactly("BASE FOUND", "BASE|CHAIRS FOUND", "BASE|AXES NOT_SHOWN", "GRID FOUND");
  }

  @Test
  void drawingsThatReferToEachOtherEnd() throws IOException {
    write("walls.dxf", host("host.dxf").replace("ENTITIES\n", "ENTITIES\n" + LINE));

    var drawing = read(host("walls.dxf"));

    assertThat(lines(drawing)).hasSize(1);
    assertThat(drawing.references().getLast().detail()).contains("contain itself");
  }

  @Test
  void manyReferencesInManyLevelsEndSoon() throws IOException {
    for (int level = 0; level < 12; level++) {
      var blocks = new StringBuilder();
      for (int i = 0; i < 10; i++) {
        blocks.append(xref("X" + i, "level" + (level + 1) + ".dxf", 4));
      }
      write("level" + level + ".dxf", blocks(blocks.toString()) + model(LINE));
    }

    var drawing = read(folder.resolve("level0.dxf"));

    assertThat(drawing.references())
        .filteredOn(reference -> reference.state() == State.FOUND)
        .hasSizeLessThanOrEqualTo(References.MAX_FILES);
    assertThat(drawing.diagnostics())
        .extracting(diagnostic -> diagnostic.message())
        .anyMatch(message -> message.contains("too many referenced drawings"));
  }

  @Test
  void aBrokenReferenceLeavesTheHostWhole() throws IOException {
    write("walls.dxf", "0 SECTION\n2 ENTITIES\n" + LINE + "ten 1\n");

    var drawing = read(blocks(xref("BASE", "walls.dxf", 4)) + model("0 INSERT\n2 BASE\n" + LINE));

    assertThat(lines(drawing)).hasSize(1);
    assertThat(drawing.ledger().read()).isEqualTo(2);
    assertThat(drawing.references().getFirst().detail()).startsWith("It cannot be read: ");
  }
}
