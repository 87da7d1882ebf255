package dev.planlift.service.config;

import dev.planlift.error.ErrorCode;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Kept by MicroProfile Fault Tolerance from what fails: where its circuit is open, its bulkhead
 * full or its time up, the caller sees a {@link dev.planlift.error.RetryableError}.
 */
@InterceptorBinding
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Guarded {
  /** Around fault tolerance itself, whose own priority is set to 100. */
  int PRIORITY = 50;

  /** The code of the error. */
  @Nonbinding
  ErrorCode value() default ErrorCode.DB_CONNECTION;
}
