package dev.planlift.core.dxf;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Face;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.SurfaceMesh;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
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
import java.util.TreeMap;

/**
 * What a DXF holds, whether it is seen or not: counts, lengths and extents to hold against what
 * another program says of the same file.
 *
 * @param mode "read", or "recover" where something had to be put right
 * @param encoding of texts outside ASCII, as $DWGCODEPAGE says
 * @param modelSpace entities that stand in the model itself, by type
 * @param blocks how many blocks there are besides the model's and the sheets' own
 * @param decomposed entities by type, blocks, tables and dimensions taken apart
 * @param length of curves by type after that, source units
 * @param failed entities that have no finite place
 * @param reasons why entities were approximated or skipped, with their number
 * @param extents of curves and faces; empty where there are none
 */
public record Inspection(
    String file,
    String mode,
    String version,
    String encoding,
    int insUnits,
    String unit,
    Map<String, Long> modelSpace,
    List<Layer> layers,
    int blocks,
    Map<String, Long> decomposed,
    Map<String, Double> length,
    long failed,
    Box extents,
    long converted,
    long approximated,
    long skipped,
    Map<String, Long> reasons,
    List<Diagnostic> diagnostics) {
  public Inspection {
    layers = List.copyOf(layers);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads a file for its inspection.
   *
   * @throws PermanentError as {@link DxfReader#read}
   */
  public static Inspection of(Path file) {
    if (isArchive(file)) {
      try (var archive = DrawingArchive.unpack(file, part -> {})) {
        return new DxfReader().inspect(archive.main(""), archive);
      }
    }
    var folder = file.toAbsolutePath().getParent();
    var files = folder == null ? DrawingFiles.none() : DrawingFiles.in(folder);
    return new DxfReader().inspect(DrawingFiles.Named.of(file), files);
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
    var ledger = drawing.ledger();
    var lengths = new TreeMap<String, Double>();
    var box = new Box[] {Box.EMPTY};
    var diagnostics = new ArrayList<>(drawing.diagnostics());
    boolean whole =
        new Unfolding(
                item -> {
                  if (item instanceof dev.planlift.core.drawing.Path line && line.auxiliary()) {
                    return; // endless: where it ends is our own choice
                  }
                  box[0] = box[0].with(bounds(item));
                  var type = census.typeOf(item.source());
                  double length = length(item, type);
                  if (length > 0) {
                    lengths.merge(type, length, Double::sum);
                  }
                })
            .visit(drawing.items());
    if (!whole) {
      diagnostics.add(
          new Diagnostic(
              "ENTITY_BUDGET",
              "The blocks unfold to more than can be measured: lengths and extents are too small",
              Place.UNKNOWN));
    }
    return new Inspection(
        file,
        drawing.diagnostics().isEmpty() ? "read" : "recover",
        drawing.version(),
        document.header().codePage().label(),
        document.header().insUnits(),
        drawing.unit().name(),
        census.inModel(),
        drawing.layers(),
        document.blockCount(),
        census.takenApart(),
        lengths,
        census.failed(),
        box[0],
        ledger.count(Outcome.CONVERTED),
        ledger.count(Outcome.APPROXIMATED),
        ledger.count(Outcome.SKIPPED),
        census.reasons(),
        diagnostics);
  }

  private static double length(DrawingItem item, String type) {
    return switch (item) {
      case dev.planlift.core.drawing.Path path -> CurveMeasure.length(path);
      case Face face -> CurveMeasure.around(face.corners());
      case FilledRegion region when type.equals("SOLID") || type.equals("TRACE") ->
          CurveMeasure.around(corners(region));
      default -> 0;
    };
  }

  private static Box bounds(DrawingItem item) {
    return switch (item) {
      case dev.planlift.core.drawing.Path path ->
          path.isPoint() ? Box.EMPTY : CurveMeasure.bounds(path.segments());
      case Face face -> face.corners().stream().reduce(Box.EMPTY, Box::with, Box::with);
      case SurfaceMesh mesh -> bounds(mesh.positions());
      case FilledRegion region ->
          region.fill() instanceof FilledRegion.Fill.Solid && region.loops().size() == 1
              ? CurveMeasure.bounds(region.loops().getFirst())
              : Box.EMPTY;
      case TextLabel ignored -> Box.EMPTY;
      case MeasuredDimension ignored -> Box.EMPTY;
      case SymbolInstance ignored -> Box.EMPTY;
      case dev.planlift.core.drawing.ImageFrame ignored -> Box.EMPTY;
    };
  }

  private static List<Vec3> corners(FilledRegion region) {
    var corners = new ArrayList<Vec3>();
    for (var segment : region.loops().getFirst()) {
      if (segment instanceof Segment.Polyline line) {
        for (int i = 0; i < line.size(); i++) {
          corners.add(line.vertex(i));
        }
      }
    }
    return corners;
  }

  private static Box bounds(double[] xyz) {
    var box = Box.EMPTY;
    for (int i = 0; i + 2 < xyz.length; i += 3) {
      box = box.with(new Vec3(xyz[i], xyz[i + 1], xyz[i + 2]));
    }
    return box;
  }

  /** One line of JSON. */
  public String toJson() {
    return InspectionJson.write(this);
  }

  /** A page for people. */
  public String toText() {
    return InspectionText.write(this);
  }
}
