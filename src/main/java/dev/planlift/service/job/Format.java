package dev.planlift.service.job;

/** What a job's file is, decided by its content. */
public enum Format {
  DXF,
  PDF
}
