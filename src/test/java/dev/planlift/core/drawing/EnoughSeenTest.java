package dev.planlift.core.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnoughSeenTest {
  private static final DrawingItem LINE =
      new Path(
          List.of(Segment.Polyline.between(Vec3.ZERO, Vec3.X)),
          false,
          Appearance.on(Layer.ZERO),
          new SourceRef.Handle("1"));

  @Test
  void whoIsDoneIsShownNothingMore() {
    var seen = new ArrayList<DrawingItem>();
    var visitor =
        new Expansion.Visitor() {
          @Override
          public void seen(DrawingItem item, List<SymbolInstance> inside) {
            seen.add(item);
          }

          @Override
          public boolean isDone() {
            return seen.size() == 3;
          }
        };

    new Expansion().visit(Collections.nCopies(10, LINE), visitor);

    assertThat(seen).hasSize(3);
  }
}
