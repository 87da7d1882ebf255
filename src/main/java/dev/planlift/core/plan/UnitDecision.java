package dev.planlift.core.plan;

import java.util.List;

/**
 * Which unit a drawing is in, decided once.
 *
 * @param declared name of what the drawing says, "none" where it says nothing
 * @param used name of what was taken: "mm", "cm", "m", "in", "ft" …
 * @param metresPerUnit of the used unit
 * @param confidence 0 to 1
 * @param evidence in words, one each
 */
public record UnitDecision(
    String declared, String used, double metresPerUnit, double confidence, List<String> evidence) {
  public UnitDecision {
    evidence = List.copyOf(evidence);
  }
}
