package dev.planlift.service.config;

import dev.planlift.service.config.Settings.Candidate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Which engine the runners of this server convert with. */
@ApplicationScoped
public class Engine {
  private static final Logger LOG = Logger.getLogger(Engine.class.getName());

  private final Settings settings;
  private final Map<Candidate, String> candidates = new HashMap<>();
  private @Nullable String id;

  @Inject
  Engine(Settings settings) {
    this.settings = settings;
  }

  /** For the proxy, which has no settings of its own. */
  @SuppressWarnings("NullAway")
  Engine() {
    this(null);
  }

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

  /** The same of a candidate: its jars, and all else that is set for it. */
  public synchronized String id(Candidate candidate) {
    return candidates.computeIfAbsent(candidate, this::of);
  }

  private String of(Candidate candidate) {
    var jars = candidate.classPath().isEmpty() ? id() : of(candidate.classPath());
    if (candidate.jvmArguments().isEmpty() && candidate.options().isEmpty()) {
      return jars;
    }
    var all = new ArrayList<String>(List.of(jars));
    all.addAll(candidate.jvmArguments());
    all.add("");
    all.addAll(candidate.options());
    var bytes = String.join("\n", all).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /** The id of what is started from these jars. */
  static String of(String classPath) {
    try {
      var digest = sha256();
      for (var jar : classPath.split(File.pathSeparator, -1)) {
        try (var bytes = new DigestInputStream(Files.newInputStream(Path.of(jar)), digest)) {
          bytes.transferTo(OutputStream.nullOutputStream());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      LOG.log(Level.WARNING, e, () -> "The engine cannot be told from others: " + classPath);
      return UUID.randomUUID().toString();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
