package dev.planlift.service.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Which engine the runners of this server convert with. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class Engine {
  private static final Logger LOG = Logger.getLogger(Engine.class.getName());

  @Inject Settings settings;

  private @Nullable String id;

  /**
   * Equal for equal engines: the hash of the jars they are started from, whose manifest names the
   * versions of all libraries. Where it cannot be told, equal to no other.
   */
  public synchronized String id() {
    var known = id;
    if (known == null) {
      known = of(settings.engineClassPath());
      id = known;
    }
    return known;
  }

  /** The id of what is started from these jars. */
  static String of(String classPath) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var jar : classPath.split(File.pathSeparator, -1)) {
        try (var bytes = new DigestInputStream(Files.newInputStream(Path.of(jar)), digest)) {
          bytes.transferTo(OutputStream.nullOutputStream());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      LOG.log(Level.WARNING, e, () -> "The engine cannot be told from others: " + classPath);
      return UUID.randomUUID().toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
