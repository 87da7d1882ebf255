package dev.planlift.cli.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The passwords of one embedded server: made at its first start, kept in its data folder for the
 * owner's eyes.
 *
 * @param fresh made just now: the administrator's is to be shown, this once
 */
record Secrets(
    String databasePassword, String adminPassword, String keystorePassword, boolean fresh) {
  private static final int RANDOM_BYTES = 18;

  static Secrets of(DataFolder data) throws IOException {
    var file = data.secrets();
    if (!Files.exists(file)) {
      write(file);
      return read(file, true);
    }
    return read(file, false);
  }

  private static Secrets read(Path file, boolean fresh) throws IOException {
    var kept = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      kept.load(reader);
    }
    return new Secrets(
        kept.getProperty("database", ""),
        kept.getProperty("admin", ""),
        kept.getProperty("keystore", ""),
        fresh);
  }

  private static void write(Path file) throws IOException {
    var random = new SecureRandom();
    var lines =
        "database=%s%nadmin=%s%nkeystore=%s%n"
            .formatted(password(random), password(random), password(random));
    var part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(part, lines);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** 144 random bits in letters and digits that need no quoting anywhere. */
  private static String password(SecureRandom random) {
    var bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(bytes)
        .replace('-', 'x')
        .replace('_', 'y');
  }

  @Override
  public String toString() {
    return "Secrets[hidden]";
  }
}
