package dev.planlift.core.checkpoint;

import java.io.IOException;

/**
 * Things that stand in many places: each is written once, then told by its number, as a step from
 * the one told before.
 */
final class Shared implements Shape {
  private final Shape content;
  private final boolean byIdentity;

  /**
   * @param byIdentity whether equal ones are still two
   */
  Shared(Shape content, boolean byIdentity) {
    this.content = content;
    this.byIdentity = byIdentity;
  }

  @Override
  public void write(Object value, Output to) throws IOException {
    var told = to.told(this, byIdentity);
    var number = told.numbers.get(value);
    if (number == null) {
      to.count(0);
      content.write(value, to);
      told.numbers.put(value, told.numbers.size());
      return;
    }
    long step = (long) number - told.last;
    to.count((step << 1 ^ step >> 63) + 1);
    told.last = number;
  }

  @Override
  public Object read(Input from) throws IOException {
    long folded = from.count() - 1;
    var told = from.told(this);
    if (folded == -1) {
      var value = content.read(from);
      told.values.add(value);
      return value;
    }
    long number = told.last + (folded >>> 1 ^ -(folded & 1));
    if (number < 0 || number >= told.values.size()) {
      throw new IOException("Nothing has the number " + number);
    }
    told.last = (int) number;
    return told.values.get(told.last);
  }
}
