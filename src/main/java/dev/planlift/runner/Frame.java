package dev.planlift.runner;

import dev.planlift.error.ErrorCode;
import java.util.List;

/** What travels between parent and runner; see {@link FrameOutput} for the bytes. */
sealed interface Frame {
  /** Runner to parent: warm and waiting; of its own accord once, then in answer to {@link Ping}. */
  record Ready() implements Frame {}

  /** Parent to runner, between conversions: whether it still listens. */
  record Ping() implements Frame {}

  /** Parent to runner, one at a time. */
  record Convert(RunnerRequest request) implements Frame {}

  /** Parent to runner: end the running conversion with this code at its next sign of progress. */
  record Stop(ErrorCode why) implements Frame {}

  /** Parent to runner, between conversions. */
  record Compare(ModelPair models) implements Frame {}

  /** Runner to parent: the answer to {@link Compare}; what differs, a sentence each. */
  record Compared(List<String> differences) implements Frame {
    public Compared {
      differences = List.copyOf(differences);
    }
  }

  /** Runner to parent, while it converts. */
  record Happened(RunnerEvent event) implements Frame {}

  /** Runner to parent: the answer to {@link Convert}. */
  record Converted(RunnerOutcome.Converted outcome) implements Frame {}

  /** Runner to parent: the answer to {@link Convert} or {@link Compare}. */
  record Failed(RunnerOutcome.Failed outcome) implements Frame {}
}
