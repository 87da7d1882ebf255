package seeded.core.drawing;

import seeded.core.dxf.LooksBack;

/** The waist knowing a reader, and a cycle with it. */
public class LooksUp {
  public LooksBack reader() {
    return new LooksBack(this);
  }
}
