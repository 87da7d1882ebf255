package dev.planlift.service.job;

import java.util.Arrays;
import java.util.List;

/** The stages of a job, in order, each with the share of the progress at its start and end. */
public enum Stage {
  VALIDATE(0, 5),
  READ(5, 35),
  RENDER(35, 40),
  DETECT(40, 50),
  RECONSTRUCT(50, 65),
  SOLIDIFY(65, 80),
  EXPORT(80, 92),
  STORE(92, 98),
  NOTIFY(98, 100);

  private final int percentAtStart;
  private final int percentAtEnd;

  Stage(int percentAtStart, int percentAtEnd) {
    this.percentAtStart = percentAtStart;
    this.percentAtEnd = percentAtEnd;
  }

  /** The stages a job of a format may go through; RENDER and DETECT are for scanned pages. */
  public static List<Stage> of(Format format) {
    return switch (format) {
      case DXF -> Arrays.stream(values()).filter(s -> s != RENDER && s != DETECT).toList();
      case PDF -> List.of(values());
    };
  }

  /**
   * The whole job's progress, 0 to 100, when a fraction of this stage is done.
   *
   * @param fraction 0 to 1; anything else is clipped
   */
  public int percent(double fraction) {
    double clipped = Math.clamp(Double.isNaN(fraction) ? 0 : fraction, 0.0, 1.0);
    return percentAtStart + (int) Math.floor((percentAtEnd - percentAtStart) * clipped);
  }
}
