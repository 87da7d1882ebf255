package dev.planlift.core.checkpoint;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stands for the shape of a type that holds itself, until that shape is there. */
final class Later implements Shape {
  private @Nullable Shape shape;

  void is(Shape found) {
    shape = found;
  }

  @Override
  public void write(Object value, Output to) throws IOException {
    Objects.requireNonNull(shape).write(value, to);
  }

  @Override
  public Object read(Input from) throws IOException {
    return Objects.requireNonNull(shape).read(from);
  }
}
