package dev.planlift.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/**
 * Where results go: files named on the command line, one of them perhaps standard output, which is
 * fed from a temporary file so that nobody reads half a model.
 */
final class OutputFiles implements AutoCloseable {
  static final String STANDARD_OUTPUT = "-";

  private final Function<String, ParameterException> refusal;
  private @Nullable Path temporary;

  OutputFiles(Function<String, ParameterException> refusal) {
    this.refusal = refusal;
  }

  Optional<Path> optional(@Nullable String name) throws IOException {
    return name == null ? Optional.empty() : Optional.of(target(name));
  }

  List<Path> all(List<String> names) throws IOException {
    var targets = new ArrayList<Path>();
    for (var name : names) {
      targets.add(target(name));
    }
    return targets;
  }

  /** The file to write for a name: itself, or for {@code -} one that is passed on at the end. */
  Path target(String name) throws IOException {
    if (name.equals(STANDARD_OUTPUT)) {
      if (temporary != null) {
        throw refusal.apply("Only one result can go to standard output.");
      }
      var folder = Files.createTempDirectory("planlift");
      temporary = folder.resolve("output");
      return temporary;
    }
    var file = Path.of(name).toAbsolutePath();
    var folder = file.getParent();
    if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
      throw refusal.apply("There is no folder to write " + name + " in, or it is a folder itself.");
    }
    return file;
  }

  /** Copies to standard output what was meant for it, if it was written. */
  void pass(OutputStream out) throws IOException {
    var file = temporary;
    if (file != null && Files.exists(file)) {
      Files.copy(file, out);
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    var file = temporary;
    if (file != null) {
      Files.deleteIfExists(file);
      Files.delete(file.resolveSibling(""));
    }
  }
}
