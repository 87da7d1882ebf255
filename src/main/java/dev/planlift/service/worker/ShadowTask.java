package dev.planlift.service.worker;

import dev.planlift.runner.RunnerOutcome.Converted;
import dev.planlift.service.job.Job;
import java.time.Duration;

/**
 * A job that the standard engine has converted, and a candidate is to convert once more.
 *
 * @param folder where its results lie in the storage
 * @param converted what the standard engine made
 * @param took how long it took
 */
record ShadowTask(Job job, String folder, Converted converted, Duration took) {}
