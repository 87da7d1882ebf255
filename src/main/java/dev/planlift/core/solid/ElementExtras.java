package dev.planlift.core.solid;

import dev.planlift.core.geom.Vec2;
import dev.planlift.core.plan.Evidence;
import dev.planlift.core.plan.Opening;
import dev.planlift.core.plan.Room;
import dev.planlift.core.plan.Wall;
import dev.planlift.core.source.SourceRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said of each element in the model's extras. Lengths in metres to the micrometre; source
 * lists hold at most {@link #MAX_SOURCES}, with {@code sourceCount} where there are more.
 */
final class ElementExtras {
  static final int MAX_SOURCES = 1000;

  private ElementExtras() {}

  static Map<String, Object> of(Evidence evidence) {
    var extras = new LinkedHashMap<String, Object>();
    extras.put("layer", evidence.layer());
    putSources(extras, evidence.sources());
    extras.put("confidence", rounded(evidence.confidence()));
    if (!evidence.reason().isEmpty()) {
      extras.put("reason", evidence.reason());
    }
    return extras;
  }

  static Map<String, Object> of(Wall wall) {
    var extras = of(wall.evidence());
    extras.put("thickness", rounded(wall.thicknessM()));
    extras.put("height", rounded(wall.heightM()));
    extras.put("length", rounded(wall.lengthM()));
    return extras;
  }

  static Map<String, Object> of(Opening opening) {
    var extras = of(opening.evidence());
    extras.put("center", list(opening.center()));
    extras.put("width", rounded(opening.widthM()));
    extras.put("height", rounded(opening.headM() - opening.sillM()));
    extras.put("sill", rounded(opening.sillM()));
    extras.put("angle", rounded(opening.angleRad()));
    opening
        .leaf()
        .ifPresent(
            leaf -> {
              extras.put("leaves", leaf.leaves());
              leaf.hinge().ifPresent(hinge -> extras.put("hinge", list(hinge)));
              leaf.swing().ifPresent(swing -> extras.put("swing", list(swing)));
            });
    return extras;
  }

  static Map<String, Object> of(Room room) {
    var extras = of(room.evidence());
    extras.put("label", room.label());
    if (!room.number().isEmpty()) {
      extras.put("number", room.number());
    }
    extras.put("area", rounded(room.areaM2()));
    room.printed().ifPresent(printed -> extras.put("printedArea", rounded(printed.areaM2())));
    extras.put("perimeter", rounded(room.perimeterM()));
    extras.put("center", list(room.center()));
    return extras;
  }

  static void putSources(Map<String, Object> extras, List<SourceRef> sources) {
    extras.put("source", sources.stream().limit(MAX_SOURCES).map(ElementExtras::source).toList());
    if (sources.size() > MAX_SOURCES) {
      extras.put("sourceCount", sources.size());
    }
  }

  static double rounded(double value) {
    return Math.rint(value * 1e6) / 1e6 + 0.0;
  }

  private static List<Double> list(Vec2 p) {
    return List.of(rounded(p.x()), rounded(p.y()));
  }

  private static Object source(SourceRef source) {
    return switch (source) {
      case SourceRef.Handle handle -> handle.handle();
      case SourceRef.PageBox box -> {
        var map = new LinkedHashMap<String, Object>();
        map.put("page", box.page());
        map.put("box", box.box());
        yield map;
      }
    };
  }
}
