package dev.planlift.service.job;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Names the database's errors. */
@DatabaseCall
@Interceptor
@Priority(DatabaseCall.PRIORITY)
public class DatabaseCallInterceptor {
  @AroundInvoke
  Object call(InvocationContext call) throws Exception {
    try {
      return call.proceed();
    } catch (RuntimeException e) {
      throw DatabaseErrors.outage(e).<RuntimeException>map(outage -> outage).orElse(e);
    }
  }
}
