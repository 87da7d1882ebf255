package dev.planlift.core.convert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.ExternalReference;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.View;
import dev.planlift.core.geom.Box;
import dev.planlift.core.gltf.GlbStatistics;
import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.SheetView;
import dev.planlift.core.plan.UnitDecision;
import dev.planlift.core.plan.UntakenWall;
import dev.planlift.core.solid.budget.Budget;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.Place;
import dev.planlift.error.WorkerError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The report as JSON; the keys are fixed, clients read them. */
final class ReportWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;

  private ReportWriter(JsonGenerator json) {
    this.json = json;
  }

  static void write(Report report, Path target) {
    WholeFile.write(
        target,
        path -> {
          try (OutputStream out = Files.newOutputStream(path);
              var json = FACTORY.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            new ReportWriter(json).write(report);
          }
        });
  }

  private void write(Report report) throws IOException {
    json.writeStartObject();
    source(report);
    if (report.error().isPresent()) {
      error(report.error().get());
    }
    if (report.drawing().isPresent()) {
      ledger(report.drawing().get().ledger());
      references(report.drawing().get().references());
      views(report.drawing().get().views());
      new PagesReport(json).write(report.drawing().get().views(), report.pages());
    }
    if (report.units().isPresent()) {
      units(report.units().get());
    }
    if (report.building().isPresent()) {
      plan(report.building().get(), report.untaken());
    }
    sheet(report.sheet());
    if (report.outputs().isPresent()) {
      outputs(report.outputs().get());
    }
    if (report.budget().isPresent()) {
      budgets(report.budget().get());
    }
    stages(report.stages());
    if (report.checkpoint().isPresent()) {
      checkpoint(report.checkpoint().get());
    }
    var peak = PeakMemory.residentBytes();
    if (peak.isPresent()) {
      json.writeNumberField("peakRssBytes", peak.getAsLong());
    }
    warnings(report.warnings());
    json.writeEndObject();
  }

  private void source(Report report) throws IOException {
    json.writeObjectFieldStart("source");
    json.writeStringField("name", report.request().name());
    json.writeStringField("sha256", report.sha256());
    if (report.drawing().isPresent()) {
      json.writeStringField("format", report.drawing().get().format());
      json.writeStringField("version", report.drawing().get().version());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("options");
    for (var option : report.request().options().shown().entrySet()) {
      json.writeStringField(option.getKey(), option.getValue());
    }
    json.writeEndObject();
  }

  private void error(WorkerError error) throws IOException {
    json.writeObjectFieldStart("error");
    json.writeStringField("code", error.code().name());
    json.writeStringField("message", error.getMessage());
    json.writeStringField("advice", error.code().advice());
    where(error.where());
    json.writeBooleanField("retryable", error.retryable());
    json.writeEndObject();
  }

  private void where(Place place) throws IOException {
    json.writeObjectFieldStart("where");
    for (var coordinate : place.coordinates().entrySet()) {
      json.writeStringField(coordinate.getKey(), coordinate.getValue());
    }
    json.writeEndObject();
  }

  private void ledger(EntityLedger ledger) throws IOException {
    json.writeObjectFieldStart("entities");
    json.writeNumberField("read", ledger.read());
    for (var outcome : Outcome.values()) {
      json.writeNumberField(name(outcome), ledger.count(outcome));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("byType");
    for (var type : ledger.types()) {
      json.writeObjectFieldStart(type);
      json.writeNumberField("read", ledger.read(type));
      for (var outcome : Outcome.values()) {
        json.writeNumberField(name(outcome), ledger.count(type, outcome));
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeNumberField("itemCount", ledger.entryCount());
    json.writeArrayFieldStart("items");
    for (var entry : ledger.entries()) {
      json.writeStartObject();
      json.writeStringField("handle", entry.handle());
      json.writeStringField("type", entry.type());
      json.writeStringField("layer", entry.layer());
      json.writeStringField("outcome", name(entry.outcome()));
      json.writeStringField("reason", entry.reason());
      json.writeStringField("detail", entry.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String name(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private void references(List<ExternalReference> references) throws IOException {
    json.writeArrayFieldStart("references");
    for (var reference : references) {
      json.writeStartObject();
      json.writeStringField("name", reference.name());
      json.writeStringField("path", reference.path());
      json.writeStringField("state", reference.state().name().toLowerCase(Locale.ROOT));
      json.writeStringField("detail", reference.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The sheets and viewports: what option layout may name, and what they show. */
  private void views(List<View> views) throws IOException {
    json.writeArrayFieldStart("views");
    for (var view : views) {
      json.writeStartObject();
      json.writeStringField("name", view.name());
      json.writeStringField("kind", view.kind().name().toLowerCase(Locale.ROOT));
      box("extents", view.extents());
      box("model", view.model());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Two corners in source units; left out where the box is empty. */
  private void box(String name, Box box) throws IOException {
    if (!box.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (var corner : List.of(box.min(), box.max())) {
        json.writeStartArray();
        json.writeNumber(corner.x());
        json.writeNumber(corner.y());
        json.writeEndArray();
      }
      json.writeEndArray();
    }
  }

  private void units(UnitDecision units) throws IOException {
    json.writeObjectFieldStart("units");
    json.writeStringField("declared", units.declared());
    json.writeStringField("used", units.used());
    json.writeNumberField("metresPerUnit", units.metresPerUnit());
    json.writeNumberField("confidence", units.confidence());
    json.writeArrayFieldStart("evidence");
    for (var sentence : units.evidence()) {
      json.writeString(sentence);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void plan(Building building, List<UntakenWall> untaken) throws IOException {
    var counts = PlanCounts.of(building);
    json.writeObjectFieldStart("plan");
    json.writeNumberField("walls", counts.walls());
    json.writeNumberField("doors", counts.doors());
    json.writeNumberField("windows", counts.windows());
    json.writeNumberField("openings", counts.bareOpenings());
    json.writeNumberField("rooms", counts.rooms());
    json.writeNumberField("grossArea", counts.grossAreaM2());
    new PlanReport(json).write(building, untaken);
    json.writeEndObject();
  }

  private void sheet(List<SheetView> views) throws IOException {
    if (views.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("sheet");
    for (var view : views) {
      json.writeStartObject();
      json.writeStringField("name", view.name());
      json.writeStringField("kind", view.kind().name().toLowerCase(Locale.ROOT));
      json.writeArrayFieldStart("box");
      for (var corner : List.of(view.bounds().min(), view.bounds().max())) {
        json.writeNumber(Math.round(corner.x() * 1000) / 1000.0);
        json.writeNumber(Math.round(corner.y() * 1000) / 1000.0);
      }
      json.writeEndArray();
      json.writeNumberField("confidence", view.confidence());
      json.writeStringField("reason", view.reason());
      if (view.level().isPresent()) {
        json.writeStringField("level", view.level().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void outputs(GlbStatistics outputs) throws IOException {
    json.writeObjectFieldStart("outputs");
    json.writeNumberField("glbBytes", outputs.glbBytes());
    json.writeNumberField("triangles", outputs.triangles());
    json.writeNumberField("vertices", outputs.vertices());
    json.writeNumberField("materials", outputs.materials());
    json.writeNumberField("drawCalls", outputs.drawCalls());
    json.writeEndObject();
  }

  /** What was asked for, what came of it and what was done for it. */
  private void budgets(Budget.Outcome outcome) throws IOException {
    json.writeObjectFieldStart("budgets");
    for (var asked : outcome.budget().asked().entrySet()) {
      json.writeObjectFieldStart(asked.getKey().option().outsideName());
      json.writeNumberField("asked", asked.getValue());
      json.writeNumberField("before", outcome.before().of(asked.getKey()));
      json.writeNumberField("reached", outcome.reached().of(asked.getKey()));
      json.writeBooleanField("kept", !outcome.broken().contains(asked.getKey()));
      json.writeEndObject();
    }
    json.writeArrayFieldStart("steps");
    for (var taken : outcome.steps()) {
      json.writeStartObject();
      json.writeStringField("name", taken.step().name());
      json.writeStringField("what", taken.step().what());
      json.writeNumberField("triangles", taken.reached().triangles());
      json.writeNumberField("bytes", taken.reached().bytes());
      json.writeNumberField("drawCalls", taken.reached().drawCalls());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void stages(List<StageRecord> stages) throws IOException {
    json.writeArrayFieldStart("stages");
    for (var stage : stages) {
      json.writeStartObject();
      json.writeStringField("name", stage.stage().name());
      json.writeNumberField("millis", stage.millis());
      json.writeNumberField("allocatedBytes", stage.allocatedBytes());
      if (stage.reused()) {
        json.writeBooleanField("reused", true);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void checkpoint(KeptStages.Kept kept) throws IOException {
    json.writeObjectFieldStart("checkpoint");
    json.writeArrayFieldStart("stages");
    for (var stage : kept.stages()) {
      json.writeString(stage.name());
    }
    json.writeEndArray();
    json.writeNumberField("bytes", kept.bytes());
    json.writeNumberField("millis", kept.millis());
    json.writeEndObject();
  }

  private void warnings(List<Diagnostic> warnings) throws IOException {
    json.writeArrayFieldStart("warnings");
    for (var warning : warnings) {
      json.writeStartObject();
      json.writeStringField("code", warning.code());
      json.writeStringField("message", warning.message());
      where(warning.where());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
