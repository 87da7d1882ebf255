package dev.planlift.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code planlift serve} as its users start it, in a process of its own.
 *
 * @param port of HTTP, on the loopback address
 * @param folder of its data, and of what it says
 */
record ServeProcess(Process process, int port, Path folder) implements AutoCloseable {
  /** How it has ended. */
  record Ended(int exitCode, String errors) {}

  static ServeProcess start(String profile, Path folder, Map<String, String> environment)
      throws IOException {
    int port = Ports.free();
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                new Installation(Path.of("")).commandLineJar().toString(),
                "serve",
                "--profile",
                profile,
                "--port",
                Integer.toString(port),
                "--https-port",
                "0",
                "--data",
                folder.toString()));
    builder.environment().putAll(environment);
    builder.environment().put("PLANLIFT_HOME", Path.of("").toAbsolutePath().toString());
    builder.redirectOutput(folder.resolve("output").toFile());
    builder.redirectError(folder.resolve("errors").toFile());
    return new ServeProcess(builder.start(), port, folder);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /** What it has printed for people so far. */
  String output() throws IOException {
    return Files.readString(folder.resolve("output"));
  }

  Ended awaitEnd() throws IOException, InterruptedException {
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).as("it ends by itself").isTrue();
    return new Ended(process.exitValue(), Files.readString(folder.resolve("errors")));
  }

  /** Tells it to end, by SIGTERM. */
  void terminate() {
    process.destroy();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
