package dev.planlift.service.intake;

import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobState;

/** The files that a conversion leaves, each with the media type it is handed out as. */
enum JobResult {
  MODEL("model.glb", JobResult.GLB, false),
  REPORT("report.json", JobResult.JSON, true),
  PREVIEW("preview.png", JobResult.PNG, false),
  OVERLAY("overlay.svg", JobResult.SVG, false),
  OVERLAY_PICTURE("overlay.png", JobResult.PNG, false);

  static final String GLB = "model/gltf-binary";
  static final String JSON = "application/json";
  static final String PNG = "image/png";
  static final String SVG = "image/svg+xml";

  private final String fileName;
  private final String mediaType;
  private final boolean alsoOfFailedJobs;

  JobResult(String fileName, String mediaType, boolean alsoOfFailedJobs) {
    this.fileName = fileName;
    this.mediaType = mediaType;
    this.alsoOfFailedJobs = alsoOfFailedJobs;
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

  /** Whether a job in this state may have it; storage has the last word. */
  boolean isPossibleFor(Job job) {
    return job.resultKey().isPresent()
        && (job.state() == JobState.SUCCESS || (alsoOfFailedJobs && job.state().isTerminal()));
  }
}
