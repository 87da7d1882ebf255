package dev.planlift.core.checkpoint;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Expansion.Seen;
import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.drawing.SymbolInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Things seen, one after the other; those that lie within the same instances share the list. */
record Sights(Shape item, Shape instance) implements Shape {
  private static final int END = 0;
  private static final int SAME_INSTANCES = 1;
  private static final int OTHER_INSTANCES = 2;

  @Override
  public void write(Object value, Output to) throws IOException {
    var around = new ArrayList<SymbolInstance>();
    try {
      ((SeenItems) value).visit((one, inside) -> write(one, inside, around, to));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    to.count(END);
  }

  private void write(
      DrawingItem one, List<SymbolInstance> inside, List<SymbolInstance> around, Output to) {
    try {
      if (areSame(inside, around)) {
        to.count(SAME_INSTANCES);
      } else {
        around.clear();
        around.addAll(inside);
        to.count(OTHER_INSTANCES);
        to.count(inside.size());
        for (var each : inside) {
          instance.write(each, to);
        }
      }
      item.write(one, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Two equal placements are still two.
  @SuppressWarnings("ReferenceEquality")
  private static boolean areSame(List<SymbolInstance> some, List<SymbolInstance> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (some.get(i) != others.get(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Object read(Input from) throws IOException {
    var seen = new ArrayList<Seen>();
    var inside = List.<SymbolInstance>of();
    for (int next = from.size(); next != END; next = from.size()) {
      if (next == OTHER_INSTANCES) {
        inside = instances(from);
      } else if (next != SAME_INSTANCES) {
        throw new IOException("Nothing is seen so: " + next);
      }
      seen.add(new Seen((DrawingItem) item.read(from), inside));
    }
    return SeenItems.of(seen);
  }

  private List<SymbolInstance> instances(Input from) throws IOException {
    int size = from.size();
    var instances = new ArrayList<SymbolInstance>();
    for (int i = 0; i < size; i++) {
      instances.add((SymbolInstance) instance.read(from));
    }
    return List.copyOf(instances);
  }
}
