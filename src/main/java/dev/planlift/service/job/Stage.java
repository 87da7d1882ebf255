package dev.planlift.service.job;

import java.util.Arrays;
import java.util.List;

/**
 * The stages of a job, in order, each with the share of the progress that is reached at its end.
 */
public enum Stage {
  VALIDATE(5),
  READ(35),
  RENDER(40),
  DETECT(50),
  RECONSTRUCT(65),
  SOLIDIFY(80),
  EXPORT(92),
  STORE(98),
  NOTIFY(100);

  private final int percentAtEnd;

  Stage(int percentAtEnd) {
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
    int start = ordinal() == 0 ? 0 : values()[ordinal() - 1].percentAtEnd;
    double clipped = Math.clamp(Double.isNaN(fraction) ? 0 : fraction, 0.0, 1.0);
    return start + (int) Math.floor((percentAtEnd - start) * clipped);
  }
}
