package dev.planlift.cli.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once from the class path.
 *
 * @param folder holds {@code bin}, {@code lib}, {@code share}
 */
record PostgresPrograms(Path folder) {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  private static final int OWNER_EXECUTES = 0100;

  /** Unpacks into {@code folder} unless it is there; whole or not at all. */
  static PostgresPrograms in(Path folder) throws IOException, LaunchException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder.getParent());
      var part = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".part");
      unpack(part);
      moveUnlessThere(part, folder);
    }
    return new PostgresPrograms(folder);
  }

  /** Starts one of the programs, away from the terminal's signals; all it says goes to the log. */
  ProcessBuilder builder(Path log, String program, String... arguments) throws LaunchException {
    var command = new ArrayList<>(Detached.PREFIX);
    command.addAll(NotRoot.prefix());
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
  }

  private static void unpack(Path into) throws IOException, LaunchException {
    var archive = PostgresPrograms.class.getResourceAsStream(ARCHIVE);
    if (archive == null || !System.getProperty("os.arch").equals("amd64")) {
      throw LaunchException.fault(
          "This version's embedded PostgreSQL is for Linux on x86-64 alone.", null);
    }
    try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, into);
      }
    }
    Files.setPosixFilePermissions(into, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path into)
      throws IOException {
    var target = into.resolve(entry.getName()).normalize();
    if (!target.startsWith(into)) {
      throw new IOException("The archive reaches out of its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else if (entry.isSymbolicLink()) {
      Files.createDirectories(target.getParent());
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.createDirectories(target.getParent());
      Files.copy(content, target);
      boolean program = (entry.getMode() & OWNER_EXECUTES) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  private static void moveUnlessThere(Path part, Path folder) throws IOException {
    try {
      Files.move(part, folder);
    } catch (FileAlreadyExistsException e) {
      DeleteTree.ifThere(part); // another process was faster
    }
  }
}
