package dev.planlift.runner;

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
    var command = new ArrayList<String>();
    command.add(launch.java().toString());
    command.addAll(flags(launch, folder));
    command.addAll(launch.jvmArguments());
    command.addAll(List.of("-cp", launch.classPath(), RunnerMain.class.getName()));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    // Passwords of database and storage live in the server's environment; a drawing must not meet
    // them. The locale alone stays: file names are UTF-8.
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  private static List<String> flags(RunnerLaunch launch, Path folder) {
    return List.of(
        "-Xmx" + launch.heapBytes(),
        "-XX:+ExitOnOutOfMemoryError",
        // What the JVM itself has to say must not stand between the frames.
        "-XX:+DisplayVMOutputToStderr",
        "-XX:-CreateCoredumpOnCrash",
        // One thread converts: a collector that runs beside it only takes memory.
        "-XX:+UseSerialGC",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + folder,
        "--enable-native-access=ALL-UNNAMED");
  }
}
