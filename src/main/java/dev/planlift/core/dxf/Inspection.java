package dev.planlift.core.dxf;

import dev.planlift.core.drawing.DeclaredUnit;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.ExternalReference;
import dev.planlift.core.drawing.View;
import dev.planlift.core.options.InputFormat;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.core.source.Layer;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a DXF holds, whether it is seen or not: counts, lengths and extents to hold against what
 * another program says of the same file. What it refers to is looked for, but not read.
 *
 * @param mode "read", or "recover" where something had to be put right
 * @param encoding of texts outside ASCII, as $DWGCODEPAGE says
 * @param texts what texts should be in, for people
 * @param blocks how many blocks there are besides the model's and the sheets' own
 */
public record Inspection(
    String file,
    String mode,
    String version,
    boolean binary,
    String encoding,
    String texts,
    int insUnits,
    DeclaredUnit unit,
    List<Layer> layers,
    int blocks,
    Counts counts,
    Measures measures,
    EntityLedger ledger,
    List<View> views,
    List<ExternalReference> references,
    List<Diagnostic> diagnostics) {
  /**
   * Entities by type.
   *
   * @param inModel that stand in the model itself
   * @param takenApart blocks, tables and dimensions being taken apart
   * @param failed how many have no finite place
   */
  public record Counts(Map<String, Long> inModel, Map<String, Long> takenApart, long failed) {}

  public Inspection {
    layers = List.copyOf(layers);
    views = List.copyOf(views);
    references = List.copyOf(references);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads a file, or the main drawing of a ZIP, for its inspection.
   *
   * @param main the drawing of a ZIP that is meant, as in {@link DrawingArchive#main}
   * @throws PermanentError as {@link DxfReader#read} and {@link DrawingArchive}
   */
  public static Inspection of(Path file, String main) {
    if (isArchive(file)) {
      try (var archive = DrawingArchive.unpack(file, part -> {})) {
        return new DxfReader().inspect(archive.main(main), archive);
      }
    }
    var folder = file.toAbsolutePath().getParent();
    var files = folder == null ? DrawingFiles.none() : DrawingFiles.in(folder);
    return new DxfReader().inspect(DrawingFiles.Named.of(file), files);
  }

  /** Reads a file for its inspection. */
  static Inspection of(Path file) {
    return of(file, "");
  }

  private static boolean isArchive(Path file) {
    try (var in = Files.newInputStream(file)) {
      return InputFormat.sniff(in.readNBytes(InputFormat.HEAD_BYTES))
          .filter(format -> format == InputFormat.ZIP)
          .isPresent();
    } catch (IOException e) {
      return false; // reading it as a drawing tells why
    }
  }

  static Inspection of(String file, DocumentReader document, TypeCensus census) {
    var drawing = document.read();
    var measures = Measures.of(drawing.items(), census::typeOf);
    var codePage = document.header().codePage();
    return new Inspection(
        file,
        isRepaired(drawing.diagnostics()) ? "recover" : "read",
        drawing.version(),
        document.isBinary(),
        codePage.label(),
        codePage.declared(),
        document.header().insUnits(),
        drawing.unit(),
        drawing.layers(),
        document.blockCount(),
        new Counts(census.inModel(), census.takenApart(), census.failed()),
        measures,
        drawing.ledger(),
        drawing.views(),
        drawing.references(),
        diagnostics(drawing.diagnostics(), measures));
  }

  /** A file that is not there is no fault of this one, and extents are measured, not put right. */
  private static boolean isRepaired(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(Diagnostic::code)
        .anyMatch(code -> !code.equals(References.NOT_SHOWN) && !code.equals(ExtentsCheck.CODE));
  }

  private static List<Diagnostic> diagnostics(List<Diagnostic> ofReader, Measures measures) {
    var all = new ArrayList<>(ofReader);
    if (!measures.whole()) {
      all.add(
          new Diagnostic(
              "ENTITY_BUDGET",
              "The blocks unfold to more than can be measured: lengths and extents are too small",
              Place.UNKNOWN));
    }
    return all;
  }

  /** One line of JSON. */
  public String toJson() {
    return InspectionJson.write(this);
  }

  /** A page for people. */
  public String toPage(PageStyle style) {
    return InspectionPage.write(this, style);
  }
}
