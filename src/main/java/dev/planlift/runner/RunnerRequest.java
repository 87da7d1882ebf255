package dev.planlift.runner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One conversion asked of a runner.
 *
 * @param input the drawing's bytes, a local file
 * @param name the file name as its owner knows it
 * @param options outside names and values, checked by the runner
 * @param outputFolder an existing folder; {@code model.glb}, {@code report.json}, {@code
 *     preview.png}, {@code overlay.svg} and {@code overlay.png} appear in it, and the {@link
 *     #checkpointOf} of stages that are worth it
 * @param restart what an earlier conversion left
 */
public record RunnerRequest(
    String jobId,
    Path input,
    String name,
    Map<String, String> options,
    Path outputFolder,
    Restart restart) {
  public static final String MODEL = "model.glb";
  public static final String REPORT = "report.json";
  public static final String PREVIEW = "preview.png";
  public static final String OVERLAY = "overlay.svg";
  public static final String OVERLAY_PICTURE = "overlay.png";

  /**
   * Where to begin, and what to leave for a later conversion.
   *
   * @param checkpoint what an earlier conversion of the drawing left, a local file
   * @param begin the stage to begin with at the latest, by name; empty: as late as can be
   * @param worth stages that took less leave nothing
   */
  public record Restart(Optional<Path> checkpoint, Optional<String> begin, Duration worth) {
    /** From the start, and nothing is left: no conversion takes a day. */
    public static final Restart NONE =
        new Restart(Optional.empty(), Optional.empty(), Duration.ofDays(1));
  }

  /**
   * The name of the file that a stage may leave; it holds what the stages before made, too. Needs
   * nothing of the engine, which is not there inside the server.
   */
  public static String checkpointOf(String stage) {
    return stage.toLowerCase(Locale.ROOT) + ".checkpoint"; // as the engine names it
  }

  public RunnerRequest {
    options = Map.copyOf(options);
  }

  /** A conversion from the start that leaves nothing. */
  public RunnerRequest(
      String jobId, Path input, String name, Map<String, String> options, Path outputFolder) {
    this(jobId, input, name, options, outputFolder, Restart.NONE);
  }
}
