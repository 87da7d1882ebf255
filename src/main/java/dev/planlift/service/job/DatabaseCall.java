package dev.planlift.service.job;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Speaks to the database: where that fails and may pass, the caller sees a {@link
 * dev.planlift.error.RetryableError} DB_CONNECTION, also for a commit.
 */
@InterceptorBinding
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface DatabaseCall {
  /**
   * Where the interceptor stands: around transactions (200), so that it sees commits fail, and
   * within the retries of fault tolerance, which are set to 100.
   */
  int PRIORITY = 150;

  /** What a worker waits for a database that is away, before a job's attempt fails for it. */
  long PATIENCE_MILLIS = 20_000;

  long DELAY_MILLIS = 500;
  long JITTER_MILLIS = 250;
}
