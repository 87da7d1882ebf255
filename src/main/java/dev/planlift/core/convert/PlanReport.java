package dev.planlift.core.convert;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.Evidence;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.UntakenWall;
import dev.planlift.core.source.SourceRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the report says of single elements: how sure each is and why, the least sure first, and what
 * was drawn like a wall and was not taken, the longest first. Places are in plan metres where
 * things are drawn.
 */
final class PlanReport {
  /** Longer lists are cut; their true length is told. */
  static final int MOST = 500;

  private final JsonGenerator json;

  private record Element(String category, String level, Vec2 at, Evidence evidence) {}

  PlanReport(JsonGenerator json) {
    this.json = json;
  }

  void write(Building building, List<UntakenWall> untaken) throws IOException {
    elements(building);
    untaken(untaken);
  }

  private void elements(Building building) throws IOException {
    var all = new ArrayList<Element>();
    building.levels().forEach(level -> add(level, all));
    all.sort(Comparator.comparingDouble(element -> element.evidence().confidence()));
    json.writeNumberField("elementCount", all.size());
    json.writeArrayFieldStart("elements");
    for (var element : all.subList(0, Math.min(MOST, all.size()))) {
      json.writeStartObject();
      json.writeStringField("category", element.category());
      json.writeStringField("level", element.level());
      place("center", element.at());
      json.writeNumberField("confidence", rounded(element.evidence().confidence()));
      json.writeStringField("reason", element.evidence().reason());
      json.writeStringField("layer", element.evidence().layer());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void add(Level level, List<Element> all) {
    for (var wall : level.walls()) {
      var line = wall.centreLine();
      var middle = line.getFirst().plus(line.getLast()).times(0.5);
      all.add(element("wall", level, middle, wall.evidence()));
    }
    for (var opening : level.openings()) {
      var category =
          switch (opening.kind()) {
            case DOOR -> "door";
            case WINDOW -> "window";
            case BARE -> "opening";
          };
      all.add(element(category, level, opening.center(), opening.evidence()));
    }
    level.rooms().forEach(room -> all.add(element("room", level, room.center(), room.evidence())));
    level
        .columns()
        .forEach(
            c -> all.add(element("column", level, c.footprint().shell().getFirst(), c.evidence())));
    level
        .stairs()
        .forEach(
            s ->
                all.add(
                    element(
                        "stair", level, s.treads().getFirst().shell().getFirst(), s.evidence())));
  }

  private static Element element(String category, Level level, Vec2 at, Evidence evidence) {
    return new Element(category, level.label(), at.minus(level.shift()), evidence);
  }

  private void untaken(List<UntakenWall> untaken) throws IOException {
    json.writeNumberField("untakenCount", untaken.size());
    json.writeArrayFieldStart("untaken");
    var longest =
        untaken.stream()
            .sorted(Comparator.comparingDouble(UntakenWall::lengthM).reversed())
            .limit(MOST)
            .toList();
    for (var wall : longest) {
      json.writeStartObject();
      place("from", wall.from());
      place("to", wall.to());
      json.writeNumberField("length", rounded(wall.lengthM()));
      json.writeStringField("level", wall.level());
      json.writeStringField("layer", wall.layer());
      source(wall.source());
      json.writeStringField("reason", wall.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void source(SourceRef source) throws IOException {
    switch (source) {
      case SourceRef.Handle handle -> json.writeStringField("handle", handle.handle());
      case SourceRef.PageBox page -> {
        json.writeNumberField("page", page.page());
        json.writeArrayFieldStart("box");
        for (double side : page.box()) {
          json.writeNumber(side);
        }
        json.writeEndArray();
      }
    }
  }

  private void place(String name, Vec2 at) throws IOException {
    json.writeArrayFieldStart(name);
    json.writeNumber(rounded(at.x()));
    json.writeNumber(rounded(at.y()));
    json.writeEndArray();
  }

  private static double rounded(double value) {
    return Math.rint(value * 1000) / 1000 + 0.0;
  }
}
