package dev.planlift.score;

import java.util.List;
import java.util.Locale;

/**
 * How near a model comes to the truth.
 *
 * @param low intersection over union of wall area near the floor, where doors are void
 * @param mid the same at half height, where windows are void too
 * @param high the same under the top, where walls are whole
 * @param labels share of the found rooms whose name is right
 * @param openWalls names of wall meshes that are not closed or look inward
 * @param doubleWallArea square metres at half height that more than one wall takes
 * @param strayWallArea square metres of wall well outside the plan, in no other figure
 */
public record PlanScore(
    double low,
    double mid,
    double high,
    Hits openings,
    Hits rooms,
    double labels,
    List<String> openWalls,
    double doubleWallArea,
    double strayWallArea) {

  /**
   * Things found against things there.
   *
   * @param right found and there
   */
  public record Hits(int right, int found, int there) {
    /** Harmonic mean of precision and recall; 0 where nothing is right. */
    public double f1() {
      return right == 0 ? 0 : 2.0 * right / (found + there);
    }
  }

  /** The mean of three wall figures, openings and rooms. */
  public double score() {
    return (low + mid + high + openings.f1() + rooms.f1()) / 5;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.3f  walls %.3f %.3f %.3f  openings %.3f (%d right, %d found, %d there)  rooms %.3f"
            + " (%d right, %d found, %d there)  labels %.2f%s%s%s",
        score(),
        low,
        mid,
        high,
        openings.f1(),
        openings.right(),
        openings.found(),
        openings.there(),
        rooms.f1(),
        rooms.right(),
        rooms.found(),
        rooms.there(),
        labels,
        openWalls.isEmpty() ? "" : "  open: " + openWalls.size(),
        doubleWallArea > 0.001
            ? String.format(Locale.ROOT, "  doubled: %.3f m²", doubleWallArea)
            : "",
        strayWallArea > 0.001 ? String.format(Locale.ROOT, "  stray: %.3f m²", strayWallArea) : "");
  }
}
