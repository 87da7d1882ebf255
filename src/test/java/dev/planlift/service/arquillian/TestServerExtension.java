package dev.planlift.service.arquillian;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Makes Arquillian prepare the server before it reads its own configuration. */
public class TestServerExtension implements LoadableExtension {
  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(TestServer.class);
  }
}
