package dev.planlift.core.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpansionBoundsTest {
  private static SymbolInstance instance(Symbol symbol) {
    return new SymbolInstance(
        symbol, Affine3.IDENTITY, List.of(), Appearance.on(Layer.ZERO), new SourceRef.Handle("1"));
  }

  @Test
  void emptySymbolsWithinEachOtherComeToAnEnd() {
    var symbol = new Symbol("empty", List.of());
    for (int level = 0; level < 30; level++) {
      symbol = new Symbol("level " + level, Collections.nCopies(10, instance(symbol)));
    }
    var expansion = new Expansion(64, 100_000);

    assertThat(expansion.all(List.of(instance(symbol)))).isEmpty();
    assertThat(expansion.cutShort()).isTrue();
  }
}
