package dev.planlift.core.convert;

import static dev.planlift.core.convert.ConversionStage.EXPORT;
import static dev.planlift.core.convert.ConversionStage.READ;
import static dev.planlift.core.convert.ConversionStage.RECONSTRUCT;
import static dev.planlift.core.convert.ConversionStage.SOLIDIFY;
import static dev.planlift.core.convert.ConversionStage.VALIDATE;

import dev.planlift.core.checkpoint.CheckpointWriter.Made;
import dev.planlift.core.detect.SymbolDetector;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.dxf.DrawingArchive;
import dev.planlift.core.dxf.DrawingFiles;
import dev.planlift.core.dxf.DxfReader;
import dev.planlift.core.gltf.Compression;
import dev.planlift.core.gltf.GlbStatistics;
import dev.planlift.core.gltf.GlbWriter;
import dev.planlift.core.linework.LineWorkCleaning;
import dev.planlift.core.options.Option;
import dev.planlift.core.overlay.OverlayWriter;
import dev.planlift.core.pdf.PdfReader;
import dev.planlift.core.plan.UntakenWall;
import dev.planlift.core.preview.PreviewRenderer;
import dev.planlift.core.reconstruct.PageJudge;
import dev.planlift.core.reconstruct.Reconstruction;
import dev.planlift.core.reconstruct.Reconstructor;
import dev.planlift.core.reconstruct.StoreyPages;
import dev.planlift.core.reconstruct.UntakenWalls;
import dev.planlift.core.scene.Scene;
import dev.planlift.core.solid.LayerColours;
import dev.planlift.core.solid.SceneBuilder;
import dev.planlift.core.solid.budget.Budget;
import dev.planlift.core.solid.budget.Size;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.error.WorkerError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Drawing in, model, report and picture out. Stateless and thread-safe. Output files appear whole
 * or not at all; the model appears last.
 */
public final class Converter {
  /** Nothing of the building was recognised: the drawing is there as it was drawn. */
  public static final String NO_PLAN_FOUND = "NO_PLAN_FOUND";

  /** The model is larger than was asked for, however much was left out. */
  public static final String BUDGET_NOT_KEPT = "BUDGET_NOT_KEPT";

  private final Optional<SymbolDetector> detector;

  /** With the detector that is installed, if any is. */
  public Converter() {
    this(SymbolDetector.installed());
  }

  /**
   * @param detector for pages that are pictures
   */
  public Converter(Optional<SymbolDetector> detector) {
    this.detector = detector;
  }

  /**
   * Converts one drawing.
   *
   * @throws PermanentError for bad input, with code and place; the report is written all the same
   */
  public ConversionResult convert(ConversionRequest request, ConversionListener listener) {
    return new Run(request, detector, listener).convert();
  }

  /** One conversion on its way, so that the report can tell how far it came. */
  private static final class Run {
    private final ConversionRequest request;
    private final Optional<SymbolDetector> detector;
    private final StageRun stages;
    private final List<Diagnostic> warnings = new ArrayList<>();
    private InputFile input = InputFile.UNREAD;
    private Optional<Drawing> drawing = Optional.empty();
    private Optional<Reconstruction> reconstruction = Optional.empty();
    private List<UntakenWall> untaken = List.of();
    private Optional<GlbStatistics> outputs = Optional.empty();
    private Optional<Budget.Outcome> budget = Optional.empty();
    private Optional<KeptStages> kept = Optional.empty();

    Run(ConversionRequest request, Optional<SymbolDetector> detector, ConversionListener listener) {
      this.request = request;
      this.detector = detector;
      this.stages = new StageRun(listener);
    }

    ConversionResult convert() {
      try {
        var result = stagesInOrder();
        writeReport(Optional.empty());
        return result;
      } catch (WorkerError e) {
        writeReport(Optional.of(e));
        throw e;
      } catch (RuntimeException e) {
        var fault =
            new PermanentError(ErrorCode.INTERNAL, "The conversion failed: " + e, Place.UNKNOWN, e);
        writeReport(Optional.of(fault));
        throw fault;
      }
    }

    private ConversionResult stagesInOrder() {
      input = stages.run(VALIDATE, progress -> InputFile.check(request.input(), request.name()));
      var scene = scene();
      var read = drawing.orElseThrow();
      var found = reconstruction.orElseThrow();
      var statistics = stages.run(EXPORT, progress -> export(read, found, scene));
      outputs = Optional.of(statistics);
      return result(found, statistics);
    }

    /** Keeps of drawing and line work what is asked for after it: large ones fill the memory. */
    private Scene scene() {
      try (var earlier =
          EarlierStages.of(
              request.checkpointing(), input.sha256(), request.options(), warnings::add)) {
        return scene(earlier);
      }
    }

    private Scene scene(EarlierStages earlier) {
      var keeping = new KeptStages(request, input.sha256());
      kept = Optional.of(keeping);
      var read = drawing(earlier, keeping);
      drawing = Optional.of(read);
      warnings.addAll(read.diagnostics());
      if (read.items().isEmpty()) {
        throw new PermanentError(
            ErrorCode.NOTHING_TO_CONVERT,
            "None of the file's " + read.ledger().read() + " entities can be drawn",
            Place.of("file", request.name()));
      }
      var seen = new PictureStages(request, stages, detector, warnings::add).detected(read);
      var found = reconstruction(read, seen, earlier, keeping);
      reconstruction = Optional.of(found);
      warn(found);
      if (request.report().isPresent() || !request.overlays().isEmpty()) {
        untaken = UntakenWalls.of(found);
      }
      overlays(seen, found);
      drawing = Optional.of(read.withoutItems());
      var scene = stages.run(SOLIDIFY, progress -> solidify(seen, found));
      reconstruction = Optional.of(found.withoutLeftover());
      return scene;
    }

    private Drawing drawing(EarlierStages earlier, KeptStages keeping) {
      if (earlier.holds(READ)) {
        var before = stages.reuse(READ, () -> earlier.take(Drawing.class));
        if (before.isPresent()) {
          return before.get();
        }
      }
      var read = stages.run(READ, this::read);
      keeping.keep(stages.lastTook(), List.of(READ), List.of(new Made<>(Drawing.class, read)));
      return read;
    }

    /**
     * @param seen what was read, with what was detected
     */
    private Reconstruction reconstruction(
        Drawing read, Drawing seen, EarlierStages earlier, KeptStages keeping) {
      if (earlier.holds(RECONSTRUCT)) {
        var before = stages.reuse(RECONSTRUCT, () -> earlier.take(Reconstruction.class));
        if (before.isPresent()) {
          return before.get();
        }
      }
      earlier.close();
      var found =
          stages.run(
              RECONSTRUCT, progress -> new Reconstructor().reconstruct(seen, request.options()));
      keeping.keep(
          stages.lastTook(),
          List.of(READ, RECONSTRUCT),
          List.of(new Made<>(Drawing.class, read), new Made<>(Reconstruction.class, found)));
      return found;
    }

    private Drawing read(DoubleConsumer progress) {
      return switch (input.format()) {
        case DXF ->
            new DxfReader()
                .read(DrawingFiles.Named.of(request.input()), references(), layout(), progress);
        case ZIP -> unpacked(progress);
        case PDF ->
            new LineWorkCleaning()
                .clean(
                    new PdfReader(
                            PageJudge::judge, pages -> StoreyPages.choose(pages, asksForPages()))
                        .read(request.input(), request.options(), progress));
      };
    }

    private boolean asksForPages() {
      return !request.options().text(Option.PAGES).isEmpty();
    }

    private String layout() {
      return request.options().text(Option.LAYOUT);
    }

    private DrawingFiles references() {
      return request.references().map(DrawingFiles::in).orElseGet(DrawingFiles::none);
    }

    private Drawing unpacked(DoubleConsumer progress) {
      try (var archive = DrawingArchive.unpack(request.input(), progress)) {
        var main = archive.main(request.options().text(Option.MAIN));
        return new DxfReader().read(main, archive, layout(), progress);
      }
    }

    private void warn(Reconstruction found) {
      if (found.building().isEmpty()) {
        warnings.add(
            new Diagnostic(
                NO_PLAN_FOUND,
                "No walls were recognised; the drawing is shown as it was drawn.",
                Place.UNKNOWN));
      }
      warnings.addAll(found.diagnostics());
    }

    /** Made before the solids, so that the drawing's lines need not be kept beside them. */
    private void overlays(Drawing read, Reconstruction found) {
      if (request.overlays().isEmpty()) {
        return;
      }
      var overlay = PagesBeside.overlay(read, found, untaken);
      for (var file : request.overlays()) {
        boolean png = file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
        var writer = new OverlayWriter();
        WholeFile.write(
            file,
            draft -> {
              if (png) {
                writer.writePng(overlay, draft);
              } else {
                writer.writeSvg(overlay, draft);
              }
            });
      }
    }

    private Scene solidify(Drawing read, Reconstruction found) {
      var scene =
          new SceneBuilder()
              .build(
                  found.building(),
                  found.leftover(),
                  found.units().metresPerUnit(),
                  request.options());
      return request.options().text(Option.COLOUR_BY).equals("layer")
          ? LayerColours.of(read.layers()).paint(scene)
          : scene;
    }

    private GlbStatistics export(Drawing read, Reconstruction found, Scene scene) {
      var extras = assetExtras(read, found);
      var kept = withinBudget(scene, extras);
      request
          .preview()
          .ifPresent(png -> WholeFile.write(png, p -> new PreviewRenderer().render(kept, p)));
      return writer().write(kept, extras, request.model());
    }

    private GlbWriter writer() {
      var options = request.options();
      return new GlbWriter(
          Compression.named(options.text(Option.COMPRESSION)), options.flag(Option.INSTANCING));
    }

    private Scene withinBudget(Scene scene, Map<String, Object> extras) {
      var asked = Budget.of(request.options());
      if (!asked.isAsked()) {
        return scene;
      }
      var kept = asked.keep(scene, lighter -> size(writer().measure(lighter, extras)));
      var outcome = kept.outcome();
      budget = Optional.of(outcome);
      for (var limit : outcome.broken()) {
        warnings.add(
            new Diagnostic(
                BUDGET_NOT_KEPT,
                "%s: %d asked for, %d reached; the building's elements cannot be made simpler"
                    .formatted(
                        limit.option().outsideName(),
                        asked.asked().get(limit),
                        outcome.reached().of(limit)),
                Place.UNKNOWN));
      }
      return kept.scene();
    }

    private static Size size(GlbStatistics statistics) {
      return new Size(statistics.triangles(), statistics.glbBytes(), statistics.drawCalls());
    }

    private Map<String, Object> assetExtras(Drawing read, Reconstruction found) {
      var units = found.units();
      var extras = new LinkedHashMap<String, Object>();
      extras.put(
          "units",
          ordered(
              "declared", units.declared(),
              "used", units.used(),
              "metresPerUnit", units.metresPerUnit(),
              "confidence", units.confidence(),
              "evidence", units.evidence()));
      extras.put(
          "source",
          ordered(
              "name", request.name(),
              "sha256", input.sha256(),
              "format", read.format(),
              "version", read.version()));
      extras.put("options", new LinkedHashMap<String, Object>(request.options().shown()));
      return extras;
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
      var map = new LinkedHashMap<String, Object>();
      for (int i = 0; i < namesAndValues.length; i += 2) {
        map.put((String) namesAndValues[i], namesAndValues[i + 1]);
      }
      return map;
    }

    private ConversionResult result(Reconstruction found, GlbStatistics statistics) {
      var counts = PlanCounts.of(found.building());
      return new ConversionResult(
          statistics.glbBytes(),
          counts.walls(),
          counts.doors(),
          counts.windows(),
          counts.rooms(),
          !found.building().isEmpty());
    }

    private void writeReport(Optional<WorkerError> error) {
      request
          .report()
          .ifPresent(
              path ->
                  ReportWriter.write(
                      new Report(
                          request,
                          input.sha256(),
                          drawing,
                          reconstruction.map(Reconstruction::units),
                          reconstruction.map(Reconstruction::building),
                          reconstruction.map(Reconstruction::views).orElse(List.of()),
                          reconstruction.map(Reconstruction::pages).orElse(List.of()),
                          untaken,
                          outputs,
                          budget,
                          stages.records(),
                          kept.flatMap(KeptStages::kept),
                          warnings,
                          error),
                      path));
    }
  }
}
