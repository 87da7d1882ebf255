package dev.planlift.cli.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One running Open Liberty with the WAR. */
final class LibertyServer implements AutoCloseable {
  private static final String NAME = "planlift";
  private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

  private final Process process;
  private final StartLog log;

  private LibertyServer(Process process, StartLog log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it and returns at once.
   *
   * @param environment what its configuration reads
   * @param jvmArguments in addition to the installation's
   */
  static LibertyServer start(
      Installation installation,
      DataFolder data,
      Map<String, String> environment,
      List<String> jvmArguments)
      throws IOException {
    writeConfiguration(installation, data, jvmArguments);
    var log = StartLog.before(data.log("console.log"));
    // The script replaces itself by the JVM: the process is the server.
    var command = new ArrayList<>(Detached.PREFIX);
    command.addAll(List.of(installation.server().toString(), "run", NAME));
    var builder = new ProcessBuilder(command).directory(data.root().toFile());
    builder.environment().putAll(environment);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("WLP_USER_DIR", data.libertyUser().toString());
    builder.environment().put("LOG_DIR", data.logs().toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
    var process = builder.start();
    processFile(data).write(process.toHandle());
    return new LibertyServer(process, log);
  }

  /** Ends the one that a killed launcher left on this data folder. */
  static void endOrphan(DataFolder data) throws IOException {
    processFile(data).endOrphan();
  }

  private static ProcessFile processFile(DataFolder data) {
    return new ProcessFile(data.processFile("liberty"));
  }

  /** The server of Liberty's own kind: two files that point to the installation. */
  private static void writeConfiguration(
      Installation installation, DataFolder data, List<String> jvmArguments) throws IOException {
    var folder = Files.createDirectories(data.libertyUser().resolve("servers").resolve(NAME));
    replace(
        folder.resolve("server.xml"),
        List.of(
            "<server>",
            "  <include location=\"" + installation.serverConfiguration() + "\"/>",
            "</server>"));
    var options = new ArrayList<String>();
    if (Files.exists(installation.jvmOptions())) {
      options.addAll(Files.readAllLines(installation.jvmOptions()));
    }
    options.addAll(jvmArguments);
    replace(folder.resolve("jvm.options"), options);
  }

  /** Unchanged files stay untouched: Liberty's caches look at their times. */
  private static void replace(Path file, List<String> lines) throws IOException {
    var text = String.join("\n", lines) + "\n";
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    }
  }

  Process process() {
    return process;
  }

  /** What it has printed since this start. */
  StartLog log() {
    return log;
  }

  /** Ends it in good order: running requests are answered, conversions given back. */
  @Override
  public void close() {
    Ending.terminate(process.toHandle(), STOP_LIMIT);
  }
}
