package dev.planlift.core.checkpoint;

import java.io.IOException;
import java.util.function.Function;

/** Something that is no record, by a record that says the same. */
record Converted<T, R extends Record>(
    Class<T> type, Class<R> form, Shape shape, Function<T, R> there, Function<R, T> back)
    implements Shape {
  @Override
  public void write(Object value, Output to) throws IOException {
    shape.write(there.apply(type.cast(value)), to);
  }

  @Override
  public Object read(Input from) throws IOException {
    return back.apply(form.cast(shape.read(from)));
  }
}
