package dev.planlift.core.dxf.acis;

/** One value of a record. */
sealed interface Field {
  /** Another record by its number; negative for none. */
  record Pointer(int record) implements Field {}

  record Value(double value) implements Field {}

  /** A name, a text, or a choice such as “forward”; binary files say “true” and “false”. */
  record Word(String text) implements Field {}
}
