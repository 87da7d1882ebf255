package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobState;

/** The files that a conversion leaves, each with the media type it is handed out as. */
enum JobResult {
  MODEL("model.glb", JobResult.GLB),
  REPORT("report.json", JobResult.JSON),
  PREVIEW("preview.png", JobResult.PNG),
  OVERLAY("overlay.svg", JobResult.SVG),
  OVERLAY_PICTURE("overlay.png", JobResult.PNG);

  static final String GLB = "model/gltf-binary";
  static final String JSON = "application/json";
  static final String PNG = "image/png";
  static final String SVG = "image/svg+xml";

  private final String fileName;
  private final String mediaType;

  JobResult(String fileName, String mediaType) {
    this.fileName = fileName;
    this.mediaType = mediaType;
  }

  String fileName() {
    return fileName;
  }

  String mediaType() {
    return mediaType;
  }

  String linkName() {
    return this == OVERLAY_PICTURE
        ? "overlayPicture"
        : fileName.substring(0, fileName.indexOf('.'));
  }

  /** Whether a job as it stands may have it; storage has the last word. */
  boolean isPossibleFor(Job job) {
    return job.resultKey().isPresent()
        && (job.state() == JobState.SUCCESS || (job.state().isTerminal() && isLeftBy(job)));
  }

  /** Whether a job that failed leaves it: a page that nobody could read can be looked at. */
  private boolean isLeftBy(Job job) {
    return switch (this) {
      case REPORT -> true;
      case PREVIEW ->
          job.error().filter(error -> error.code() == ErrorCode.DETECTOR_MISSING).isPresent();
      case MODEL, OVERLAY, OVERLAY_PICTURE -> false;
    };
  }
}
