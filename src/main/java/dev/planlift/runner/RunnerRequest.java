package dev.planlift.runner;

import java.nio.file.Path;
import java.util.Map;

/**
 * One conversion asked of a runner.
 *
 * @param input the drawing's bytes, a local file
 * @param name the file name as its owner knows it
 * @param options outside names and values, checked by the runner
 * @param outputFolder an existing folder; {@code model.glb}, {@code report.json}, {@code
 *     preview.png}, {@code overlay.svg} and {@code overlay.png} appear in it
 */
public record RunnerRequest(
    String jobId, Path input, String name, Map<String, String> options, Path outputFolder) {
  public static final String MODEL = "model.glb";
  public static final String REPORT = "report.json";
  public static final String PREVIEW = "preview.png";
  public static final String OVERLAY = "overlay.svg";
  public static final String OVERLAY_PICTURE = "overlay.png";

  public RunnerRequest {
    options = Map.copyOf(options);
  }
}
