package dev.planlift.service.config;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import dev.planlift.error.RetryableError;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Says in our own words what fault tolerance refuses. */
@Guarded
@Interceptor
@Priority(Guarded.PRIORITY)
public class GuardedInterceptor {
  @AroundInvoke
  Object call(InvocationContext call) throws Exception {
    try {
      return call.proceed();
    } catch (FaultToleranceException e) {
      throw new RetryableError(code(call), sentence(e), Place.UNKNOWN, e);
    }
  }

  private static ErrorCode code(InvocationContext call) {
    var ofMethod = call.getMethod().getAnnotation(Guarded.class);
    if (ofMethod != null) {
      return ofMethod.value();
    }
    var ofClass = call.getMethod().getDeclaringClass().getAnnotation(Guarded.class);
    return ofClass == null ? ErrorCode.INTERNAL : ofClass.value();
  }

  private static String sentence(FaultToleranceException refused) {
    return switch (refused) {
      case CircuitBreakerOpenException _ -> "It failed so often that it is left alone for a while.";
      case BulkheadException _ -> "Too many ask at the same time.";
      default -> "It did not answer in time.";
    };
  }
}
