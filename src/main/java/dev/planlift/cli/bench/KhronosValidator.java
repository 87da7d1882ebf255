package dev.planlift.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The Khronos glTF validator in a process of Node that takes one model after the other.
 * Thread-safe: callers wait for each other.
 */
final class KhronosValidator implements AutoCloseable {
  private static final String PACKAGE = "gltf-validator@2.0.0-dev.3.10";

  /** Takes a file name a line; answers a line an issue, then an empty one. */
  private static final String SCRIPT =
      """
      const validator = require('gltf-validator');
      const fs = require('fs');
      const lines = require('readline').createInterface({input: process.stdin});
      const severities = ['ERROR', 'WARNING', 'INFO', 'HINT'];
      (async () => {
        for await (const file of lines) {
          const bytes = new Uint8Array(fs.readFileSync(file));
          const report = await validator.validateBytes(bytes, {maxIssues: 100});
          const issues = report.issues.messages.map(m =>
            `${severities[m.severity]} ${m.code} ${m.pointer} ${m.message}`.replaceAll('\\n', ' '));
          process.stdout.write(issues.concat(['', '']).join('\\n'));
        }
      })().catch(e => { console.error(e); process.exit(1); });
      """;

  /** Of one model; at most a hundred are told. */
  record Issue(Severity severity, String code, String text) {}

  /** The validator's own, in its order. */
  enum Severity {
    ERROR,
    WARNING,
    INFO,
    HINT
  }

  private final Process process;
  private final Writer questions;
  private final BufferedReader answers;

  private KhronosValidator(Process process) {
    this.process = process;
    this.questions = process.outputWriter();
    this.answers = process.inputReader();
  }

  /**
   * Starts it.
   *
   * @param home of the installation; the tests put the validator there too
   * @throws IOException where it, or Node, is not there: the message says what to install
   */
  static KhronosValidator start(Path home) throws IOException {
    var folder = home.resolve("target/npm");
    if (!Files.isDirectory(folder.resolve("node_modules/gltf-validator"))) {
      throw new IOException(
          "The Khronos validator is not installed: npm install --prefix " + folder + " " + PACKAGE);
    }
    try {
      return new KhronosValidator(
          new ProcessBuilder("node", "-e", SCRIPT)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException e) {
      throw new IOException("Node is not installed: the Khronos validator needs it", e);
    }
  }

  /** Everything it has to say of a model. */
  synchronized List<Issue> issues(Path model) throws IOException {
    questions.write(model.toAbsolutePath() + "\n");
    questions.flush();
    var issues = new ArrayList<Issue>();
    for (var line = answers.readLine(); ; line = answers.readLine()) {
      if (line == null) {
        throw new IOException("The Khronos validator gave up on " + model);
      }
      if (line.isEmpty()) {
        return issues;
      }
      issues.add(issue(line));
    }
  }

  private static Issue issue(String line) throws IOException {
    var words = line.split(" ", 3);
    if (words.length < 3) {
      throw new IOException("Not an answer of the Khronos validator: " + line);
    }
    return new Issue(Severity.valueOf(words[0]), words[1], words[2]);
  }

  @Override
  public void close() throws IOException {
    questions.close();
    process.destroy();
  }
}
