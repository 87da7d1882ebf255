package dev.planlift.service.job;

import dev.planlift.service.config.Settings.Candidate;
import dev.planlift.service.config.Settings.Engines;

/** What a job's file is, decided by its content. */
public enum Format {
  DXF,
  PDF;

  /** What is set of the engine that stands beside the standard one. */
  public Candidate candidate(Engines engines) {
    return switch (this) {
      case DXF -> engines.dxf();
      case PDF -> engines.pdf();
    };
  }
}
