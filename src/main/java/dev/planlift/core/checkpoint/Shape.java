package dev.planlift.core.checkpoint;

import java.io.IOException;

/** How the values of one type are written and read. */
interface Shape {
  void write(Object value, Output to) throws IOException;

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException for bytes that {@link #write} does not write
   * @throws RuntimeException thrown by a record that refuses what it is made of
   */
  Object read(Input from) throws IOException;
}
