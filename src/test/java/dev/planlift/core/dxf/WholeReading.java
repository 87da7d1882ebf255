package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.CurveFlattening;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** All that the reader does with a file: tags, drawing, expansion, inspection. */
final class WholeReading {
  private static final double TOLERANCE = 0.01;

  private WholeReading() {}

  /**
   * Reads a file for its drawing and unfolds that.
   *
   * @throws dev.planlift.error.PermanentError as {@link DxfReader}
   */
  static void drawing(byte[] bytes) {
    var drawing = DxfReader.read(bytes);
    var ledger = drawing.ledger();
    assertThat(ledger.read())
        .isEqualTo(
            ledger.count(Outcome.CONVERTED)
                + ledger.count(Outcome.APPROXIMATED)
                + ledger.count(Outcome.SKIPPED));
    new Expansion(32, 100_000).visit(drawing.items(), (item, inside) -> flatten(item));
  }

  private static void flatten(DrawingItem item) {
    switch (item) {
      case Path path -> path.segments().forEach(WholeReading::flatten);
      case FilledRegion region ->
          region.loops().forEach(loop -> loop.forEach(WholeReading::flatten));
      default -> assertThat(item.appearance()).isNotNull();
    }
  }

  private static void flatten(Segment segment) {
    assertThat(CurveFlattening.flatten(segment, TOLERANCE).size()).isGreaterThan(1);
  }

  /**
   * Reads a file for its inspection.
   *
   * @throws dev.planlift.error.PermanentError as {@link DxfReader}
   */
  static void inspection(byte[] bytes) {
    var census = new TypeCensus();
    try {
      var tags = DxfReader.tags(new ByteArrayInputStream(bytes));
      var document =
          new DocumentReader(
              tags, bytes.length, part -> {}, References.none(), new LayerTable(), census);
      assertThat(Inspection.of("x.dxf", document, census).toJson()).isNotEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
