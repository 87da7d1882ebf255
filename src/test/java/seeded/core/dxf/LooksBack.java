package seeded.core.dxf;

import seeded.core.drawing.LooksUp;

/** The other half of the cycle. */
public record LooksBack(LooksUp drawing) {}
