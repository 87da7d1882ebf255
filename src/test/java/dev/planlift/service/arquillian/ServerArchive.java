package dev.planlift.service.arquillian;

import java.io.File;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The product's own WAR, as built, for tests to run in. */
public final class ServerArchive {
  private ServerArchive() {}

  /** The WAR with what tests need; Arquillian adds the test's class. */
  public static WebArchive planlift(Class<?>... more) {
    var war = Path.of("target", "planlift.war").toFile();
    return ShrinkWrap.createFromZipFile(WebArchive.class, war)
        .as(WebArchive.class)
        .addAsLibrary(jarOf(Assertions.class))
        .addClasses(more);
  }

  private static File jarOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
