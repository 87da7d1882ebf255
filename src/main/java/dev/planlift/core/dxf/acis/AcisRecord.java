package dev.planlift.core.dxf.acis;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing in an ACIS file.
 *
 * @param type such as “face” or “plane-surface”, the particular before the general
 */
record AcisRecord(String type, List<Field> fields) {
  /** No more are kept: beyond stand the nets of splines, and a hostile file's ballast. */
  static final int MAX_FIELDS = 1000;

  AcisRecord {
    fields = List.copyOf(fields);
  }

  /** Whether it is of a kind or of one derived from that. */
  boolean is(String kind) {
    return type.equals(kind) || (type.endsWith(kind) && type.endsWith("-" + kind));
  }

  /** The numbers behind the last pointer: the geometry of points, curves and surfaces. */
  double[] numbers() {
    int from = 0;
    for (int i = 0; i < fields.size(); i++) {
      from = fields.get(i) instanceof Field.Pointer ? i + 1 : from;
    }
    var numbers = new ArrayList<Double>();
    for (var field : fields.subList(from, fields.size())) {
      if (field instanceof Field.Value number) {
        numbers.add(number.value());
      }
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The word at a place among the words; empty where there are fewer. */
  String word(int place) {
    int left = place;
    for (var field : fields) {
      if (field instanceof Field.Word word && left-- == 0) {
        return word.text();
      }
    }
    return "";
  }

  /** Whether the first choice made is the second of its two: turned round. */
  boolean isReversed() {
    var sense = word(0);
    return sense.equals("reversed") || sense.equals("true");
  }
}
