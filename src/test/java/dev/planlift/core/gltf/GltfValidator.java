package dev.planlift.core.gltf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The Khronos glTF validator, run by Node. Its npm package is installed into target/npm when it is
 * missing. Where Node or npm is missing, tests that need it are skipped; with CI=true they fail.
 */
public final class GltfValidator {
  private static final String PACKAGE = "gltf-validator@2.0.0-dev.3.10";
  private static final Path HOME = Path.of("target", "npm").toAbsolutePath();

  /** Prints "file: severity code pointer message" for every issue, then "files N". */
  private static final String SCRIPT =
      """
      const validator = require('gltf-validator');
      const fs = require('fs');
      (async () => {
        const severities = ['error', 'warning', 'info', 'hint'];
        const files = process.argv.slice(1);
        for (const file of files) {
          const bytes = new Uint8Array(fs.readFileSync(file));
          const report = await validator.validateBytes(bytes, {maxIssues: 100});
          for (const m of report.issues.messages) {
            console.log(`${file}: ${severities[m.severity]} ${m.code} ${m.pointer} ${m.message}`);
          }
        }
        console.log('files ' + files.length);
      })().catch(e => { console.error(e); process.exit(1); });
      """;

  private GltfValidator() {}

  /** What it says of extensions that it cannot look into: the project's own check does. */
  private static final Pattern NOT_LOOKED_INTO =
      Pattern.compile(
          ".*: info (UNSUPPORTED_EXTENSION .*|UNUSED_OBJECT /(buffers|accessors|bufferViews)/.*)");

  /**
   * Asserts that the validator has nothing at all to say about the models, but that it does not
   * know an extension and whom that leaves unused.
   */
  public static void assertFaultless(Path... models) {
    var issues =
        issues(List.of(models)).stream()
            .filter(issue -> !NOT_LOOKED_INTO.matcher(issue).matches())
            .toList();
    assertThat(issues).as("the Khronos validator's issues").isEmpty();
  }

  /** What the validator says, a line an issue; hints included. Costs about half a second a run. */
  public static List<String> issues(List<Path> models) {
    install();
    var command = new ArrayList<>(List.of("node", "-e", SCRIPT, "--"));
    models.forEach(model -> command.add(model.toAbsolutePath().toString()));
    var lines = new ArrayList<>(run(command, HOME));
    assertThat(lines).last().isEqualTo("files " + models.size());
    lines.removeLast();
    return lines;
  }

  private static synchronized void install() {
    boolean there = found("node") && found("npm");
    if (!there && !"true".equals(System.getenv("CI"))) {
      assumeTrue(false, "Node and npm are not installed: models are not validated");
    }
    assertThat(there).as("Node and npm are installed").isTrue();
    try {
      Files.createDirectories(HOME);
    } catch (IOException e) {
      throw new AssertionError("target/npm cannot be made", e);
    }
    // Another JVM may be at it.
    try (var file =
            FileChannel.open(
                HOME.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = file.lock()) {
      assertThat(lock.isValid()).isTrue();
      if (!Files.isDirectory(HOME.resolve("node_modules/gltf-validator"))) {
        run(
            List.of(
                "npm", "install", "--no-audit", "--no-fund", "--prefix", HOME.toString(), PACKAGE),
            HOME);
      }
    } catch (IOException e) {
      throw new AssertionError("target/npm cannot be locked", e);
    }
  }

  private static boolean found(String program) {
    for (var folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  private static List<String> run(List<String> command, Path folder) {
    try {
      var output = Files.createTempFile("planlift-validator", ".txt");
      try {
        var process =
            new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        if (!ended) {
          process.destroyForcibly();
        }
        var lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        assertThat(ended && process.exitValue() == 0)
            .as("%s%n%s", command.getFirst(), lines)
            .isTrue();
        return lines;
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new AssertionError(command.getFirst() + " cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(command.getFirst() + " was interrupted", e);
    }
  }
}
