package dev.planlift.service.intake;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Has JAX-RS write records as {@link JobJson} does. */
@Provider
@SuppressWarnings("NullAway.Init") // injected
public class JobJsonResolver implements ContextResolver<Jsonb> {
  @Inject private JobJson json;

  @Override
  public @Nullable Jsonb getContext(Class<?> type) {
    return json.binding();
  }
}
