package dev.planlift.service.job;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a job still has to wait.
 *
 * @param position 1 for the job that is taken next
 * @param estimate until it is taken; empty where too little has run to tell
 */
public record Waiting(int position, Optional<Duration> estimate) {}
