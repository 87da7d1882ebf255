package dev.planlift.core.checkpoint;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Symbol;
import java.io.IOException;
import java.util.ArrayList;

/**
 * Symbols, each once, and known before its items are: it may lie within itself. Two of the same
 * name are two.
 */
record Symbols(Shape item) implements Shape {
  @Override
  public void write(Object value, Output to) throws IOException {
    var numbers = to.told(this, true).numbers;
    var number = numbers.get(value);
    to.count(number == null ? 0 : number + 1L);
    if (number != null) {
      return;
    }
    numbers.put(value, numbers.size());
    var symbol = (Symbol) value;
    to.text(symbol.name());
    to.count(symbol.items().size());
    for (var one : symbol.items()) {
      item.write(one, to);
    }
  }

  @Override
  public Object read(Input from) throws IOException {
    var symbols = from.told(this).values;
    int number = from.size();
    if (number > 0) {
      return symbols.get(number - 1);
    }
    var symbol = new Symbol(from.text());
    symbols.add(symbol);
    int size = from.size();
    var items = new ArrayList<DrawingItem>(Math.min(size, 1 << 10));
    for (int i = 0; i < size; i++) {
      items.add((DrawingItem) item.read(from));
    }
    symbol.define(items);
    return symbol;
  }
}
