package dev.planlift.service.worker;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import dev.planlift.error.RetryableError;
import dev.planlift.runner.RunnerOutcome.Died;
import dev.planlift.runner.RunnerRequest;
import dev.planlift.service.job.JobError;
import dev.planlift.service.job.Lease;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is told of a runner that died over a job: to the log, in the error and in the report. */
final class RunnerDeath {
  /** The end of what it said tells why; more would be the drawing's to fill. */
  private static final int MOST_LINES = 40;

  private static final int FIRST_SIGNAL = 128;

  private RunnerDeath() {}

  static JobError error(Died died, String stage) {
    var message =
        died.code() == ErrorCode.OUT_OF_MEMORY
            ? died.code().message()
            : "The process that converts ended by " + how(died) + ".";
    return new JobError(died.code(), message, Place.of("stage", stage), true);
  }

  static String logLine(Lease lease, Died died) {
    return "event=runner_died task_id=%s exit_code=%d stderr=%s"
        .formatted(lease.jobId(), died.exitCode(), String.join(" | ", said(died)));
  }

  /** A report like that of a conversion that failed, with the process' end beside the error. */
  static void writeReport(Died died, JobError error, Path folder) {
    var where = Json.createObjectBuilder();
    error.where().coordinates().forEach(where::add);
    var lines = Json.createArrayBuilder();
    said(died).forEach(lines::add);
    var report =
        Json.createObjectBuilder()
            .add(
                "error",
                Json.createObjectBuilder()
                    .add("code", error.code().name())
                    .add("message", error.message())
                    .add("advice", error.code().advice())
                    .add("where", where)
                    .add("retryable", error.retryable()))
            .add(
                "runner",
                Json.createObjectBuilder().add("exitCode", died.exitCode()).add("stderr", lines))
            .build();
    try {
      Files.writeString(folder.resolve(RunnerRequest.REPORT), report.toString());
    } catch (IOException e) {
      throw new RetryableError(
          ErrorCode.STORAGE_ERROR, "There is no room for the report.", Place.UNKNOWN, e);
    }
  }

  private static String how(Died died) {
    return died.exitCode() > FIRST_SIGNAL
        ? "signal " + (died.exitCode() - FIRST_SIGNAL)
        : "exit code " + died.exitCode();
  }

  private static List<String> said(Died died) {
    var lines = died.stderrTail().lines().filter(line -> !line.isBlank()).toList();
    return lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
  }
}
