package dev.planlift.core.reconstruct;

import dev.planlift.core.plan.Opening;

/**
 * An opening in the south wall of a room, 0.2 m thick from y = 0 on, from x = 2 on, as an architect
 * draws it, and what it is. It hangs (hinge) at its west end where that is −1, at its east end
 * where it is 1, not at all where it is 0; 2 is for two leaves that are the same. It opens (swing)
 * northwards where that is 1, southwards where it is −1.
 */
enum OpeningShape {
  SINGLE(0.9, Opening.Kind.DOOR, 1, -1, 1) {
    @Override
    void draw(House on) {
      on.line(2, 0.2, 2, 1.1).arc(2, 0.2, 0.9, 0);
    }
  },
  SINGLE_OUTWARDS_HINGED_EAST(0.8, Opening.Kind.DOOR, 1, 1, -1) {
    @Override
    void draw(House on) {
      on.line(2.8, 0, 2.8, -0.8).arc(2.8, 0, 0.8, Math.PI);
    }
  },
  /** The leaf begins where the frame's rebate ends. */
  IN_A_FRAME(0.9, Opening.Kind.DOOR, 1, -1, 1) {
    @Override
    void draw(House on) {
      on.line(2, 0.31, 2, 1.1).arc(2, 0.2, 0.9, 0);
    }
  },
  THICK_LEAF(0.9, Opening.Kind.DOOR, 1, -1, 1) {
    @Override
    void draw(House on) {
      on.line(2, 0.2, 2, 1.1).line(2, 1.1, 2.04, 1.1).line(2.04, 1.1, 2.04, 0.2);
      on.line(2.04, 0.2, 2, 0.2).arc(2, 0.2, 0.9, 0);
    }
  },
  FILLED_LEAF(0.9, Opening.Kind.DOOR, 1, -1, 1) {
    @Override
    void draw(House on) {
      on.fill(2, 0.2, 2.04, 1.1).arc(2, 0.2, 0.9, 0);
    }
  },
  LEAF_FILLED_AS_THICK_AS_A_WALL(0.9, Opening.Kind.DOOR, 1, -1, 1) {
    @Override
    void draw(House on) {
      on.fill(2, 0.2, 2.07, 1.1).arc(2, 0.2, 0.9, 0);
    }
  },
  DOUBLE(1.6, Opening.Kind.DOOR, 2, 2, 1) {
    @Override
    void draw(House on) {
      on.line(2, 0.2, 2, 1).arc(2, 0.2, 0.8, 0);
      on.line(3.6, 0.2, 3.6, 1).arc(3.6, 0.2, 0.8, Math.PI / 2);
    }
  },
  UNEQUAL_DOUBLE(1.4, Opening.Kind.DOOR, 2, -1, 1) {
    @Override
    void draw(House on) {
      on.line(2, 0.2, 2, 1.1).arc(2, 0.2, 0.9, 0);
      on.line(3.4, 0.2, 3.4, 0.7).arc(3.4, 0.2, 0.5, Math.PI / 2);
    }
  },
  HALF_OPEN(0.9, Opening.Kind.DOOR, 1, -1, 1) {
    @Override
    void draw(House on) {
      double r = 0.9 * Math.sqrt(0.5);
      on.line(2, 0.2, 2 + r, 0.2 + r).arc(2, 0.2, 0.9, 0, Math.PI / 4);
    }
  },
  WITH_THRESHOLD(0.9, Opening.Kind.DOOR, 1, -1, 1) {
    @Override
    void draw(House on) {
      on.line(2, 0.2, 2, 1.1).arc(2, 0.2, 0.9, 0).line(2, 0, 2.9, 0).line(2, 0.2, 2.9, 0.2);
    }
  },
  SLIDING(1.8, Opening.Kind.DOOR, 2, 0, 0) {
    @Override
    void draw(House on) {
      on.line(2, 0.08, 2.95, 0.08).line(2.85, 0.12, 3.8, 0.12);
    }
  },
  SLIDING_THICK_LEAVES(1.8, Opening.Kind.DOOR, 2, 0, 0) {
    @Override
    void draw(House on) {
      box(on, 2, 0.06, 2.95, 0.1);
      box(on, 2.85, 0.1, 3.8, 0.14);
    }
  },
  POCKET(0.9, Opening.Kind.DOOR, 1, 0, 0) {
    @Override
    void draw(House on) {
      box(on, 2.4, 0.08, 3.3, 0.12);
    }
  },
  BEFORE_THE_WALL(0.9, Opening.Kind.DOOR, 1, 0, 0) {
    @Override
    void draw(House on) {
      box(on, 2.3, 0.22, 3.3, 0.26);
    }
  },
  FOLDING(1.2, Opening.Kind.DOOR, 4, 0, 0) {
    @Override
    void draw(House on) {
      on.line(2, 0.1, 2.25, 0.35).line(2.25, 0.35, 2.5, 0.1);
      on.line(2.7, 0.1, 2.95, 0.35).line(2.95, 0.35, 3.2, 0.1);
    }
  },
  FOLDING_ACROSS(2.4, Opening.Kind.DOOR, 4, 0, 0) {
    @Override
    void draw(House on) {
      on.line(2, 0.1, 2.6, 0.3).line(2.6, 0.3, 3.2, 0.1);
      on.line(3.2, 0.1, 3.8, 0.3).line(3.8, 0.3, 4.4, 0.1);
    }
  },
  REVOLVING(2, Opening.Kind.DOOR, 4, 0, 0) {
    @Override
    void draw(House on) {
      on.circle(3, 0.1, 1);
      on.line(2.3, -0.6, 3.7, 0.8).line(2.3, 0.8, 3.7, -0.6);
    }
  },
  BARE(0.9, Opening.Kind.BARE, 0, 0, 0) {
    @Override
    void draw(House on) {}
  },
  TWO_LINES(1.2, Opening.Kind.WINDOW, 0, 0, 0) {
    @Override
    void draw(House on) {
      on.on("A-GLAZ").line(2, 0, 3.2, 0).line(2, 0.2, 3.2, 0.2);
    }
  },
  PANE(1.2, Opening.Kind.WINDOW, 0, 0, 0) {
    @Override
    void draw(House on) {
      on.line(2, 0.1, 3.2, 0.1);
    }
  },
  THREE_LINES(1.2, Opening.Kind.WINDOW, 0, 0, 0) {
    @Override
    void draw(House on) {
      on.line(2, 0, 3.2, 0).line(2, 0.1, 3.2, 0.1).line(2, 0.2, 3.2, 0.2);
    }
  },
  FOUR_LINES(2.4, Opening.Kind.WINDOW, 0, 0, 0) {
    @Override
    void draw(House on) {
      on.line(2, 0, 4.4, 0).line(2, 0.08, 4.4, 0.08);
      on.line(2, 0.12, 4.4, 0.12).line(2, 0.2, 4.4, 0.2);
    }
  },
  FRAMED(1.2, Opening.Kind.WINDOW, 0, 0, 0) {
    @Override
    void draw(House on) {
      on.on("A-GLAZ");
      box(on, 2, 0, 3.2, 0.2);
      box(on, 2.05, 0.07, 3.15, 0.13);
    }
  },
  FRENCH(1.4, Opening.Kind.DOOR, 2, 2, 1) {
    @Override
    void draw(House on) {
      on.line(2, 0.08, 3.4, 0.08).line(2, 0.12, 3.4, 0.12);
      on.line(2, 0.2, 2, 0.9).arc(2, 0.2, 0.7, 0);
      on.line(3.4, 0.2, 3.4, 0.9).arc(3.4, 0.2, 0.7, Math.PI / 2);
    }
  },
  BALCONY(0.9, Opening.Kind.DOOR, 1, -1, 1) {
    @Override
    void draw(House on) {
      on.line(2, 0, 2.9, 0)
          .line(2, 0.08, 2.9, 0.08)
          .line(2, 0.12, 2.9, 0.12)
          .line(2, 0.2, 2.9, 0.2);
      on.line(2, 0.2, 2, 1.1).arc(2, 0.2, 0.9, 0);
    }
  };

  final double widthM;
  final Opening.Kind kind;
  final int leaves;
  final int hinge;
  final int swing;

  OpeningShape(double widthM, Opening.Kind kind, int leaves, int hinge, int swing) {
    this.widthM = widthM;
    this.kind = kind;
    this.leaves = leaves;
    this.hinge = hinge;
    this.swing = swing;
  }

  abstract void draw(House on);

  private static void box(House on, double x0, double y0, double x1, double y1) {
    on.line(x0, y0, x1, y0).line(x1, y0, x1, y1).line(x1, y1, x0, y1).line(x0, y1, x0, y0);
  }

  /** The room's walls as loose lines, each side of the opening closed. */
  House walls(House on) {
    double to = 2 + widthM;
    on.line(0, 0, 2, 0).line(2, 0, 2, 0.2).line(2, 0.2, 0.2, 0.2).line(0.2, 0.2, 0.2, 3.8);
    on.line(0.2, 3.8, 6.8, 3.8).line(6.8, 3.8, 6.8, 0.2).line(6.8, 0.2, to, 0.2);
    on.line(to, 0.2, to, 0).line(to, 0, 7, 0).line(7, 0, 7, 4).line(7, 4, 0, 4).line(0, 4, 0, 0);
    return on.text("BEDROOM", 3.5, 3, 0.2);
  }
}
