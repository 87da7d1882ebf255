package dev.planlift.runner;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line and environment of a runner. */
final class RunnerCommand {
  private RunnerCommand() {}

  /**
   * @param folder the runner's own: its working and its temporary folder
   */
  static ProcessBuilder of(RunnerLaunch launch, Path folder) {
    var command = new ArrayList<>(launch.confinement().prefix());
    command.add(launch.java().toString());
    command.addAll(flags(launch, folder));
    command.addAll(cache(launch.classPath()));
    command.addAll(launch.jvmArguments());
    command.addAll(List.of("-cp", launch.classPath(), RunnerMain.class.getName()));
    command.add(launch.warmFor().name());
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    // Passwords of database and storage live in the server's environment; a drawing must not meet
    // them. The locale alone stays: file names are UTF-8.
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  /**
   * What the command line's JVM learned from a conversion serves a runner too, where it lies beside
   * the jar and is of this build. A JVM that it does not fit starts without it.
   */
  private static List<String> cache(String classPath) {
    if (!classPath.endsWith(".jar") || classPath.contains(File.pathSeparator)) {
      return List.of();
    }
    var jar = Path.of(classPath);
    var cache = jar.resolveSibling(jar.getFileName().toString().replaceFirst("jar$", "aot"));
    try {
      boolean current =
          Files.exists(cache)
              && Files.size(cache) > 0
              && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) > 0;
      return current
          ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off")
          : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static List<String> flags(RunnerLaunch launch, Path folder) {
    return List.of(
        "-Xmx" + launch.heapBytes(),
        "-XX:+ExitOnOutOfMemoryError",
        // What the JVM itself has to say must not stand between the frames (crashes are told there
        // nevertheless).
        "-XX:+DisplayVMOutputToStderr",
        "-XX:-CreateCoredumpOnCrash",
        // One thread converts: a collector that runs beside it only takes memory.
        "-XX:+UseSerialGC",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + folder,
        "--enable-native-access=ALL-UNNAMED");
  }
}
