package dev.planlift.cli.bench.dxf;

import dev.planlift.cli.bench.BenchSetup;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Another program that reads DXF. It is asked for its own time of reading, start-up left out.
 *
 * @param missing why it cannot be asked; empty where it can
 * @param command prints the seconds of its reading; the drawing's path is added
 * @param seconds finds them, as its first group; the last match counts
 */
record Peer(String name, String missing, List<String> command, Pattern seconds) {
  private static final int MINUTES = 10;
  private static final Pattern LAST_LINE = Pattern.compile("(?m)^([0-9.]+)$");

  private static final String EZDXF =
      """
      import sys, time
      import ezdxf
      for _ in range(2):
          start = time.perf_counter()
          ezdxf.readfile(sys.argv[1])
          print(time.perf_counter() - start)
      """;

  static List<Peer> all(BenchSetup setup) throws IOException, InterruptedException {
    return List.of(ezdxf(setup), assimp(), kabeja(setup));
  }

  private static Peer ezdxf(BenchSetup setup) throws IOException, InterruptedException {
    var candidates =
        setup
            .python()
            .map(p -> List.of(p.toString()))
            .orElse(List.of("python3", "/usr/bin/python3"));
    for (var python : candidates) {
      var version = output(List.of(python, "-c", "import ezdxf; print(ezdxf.__version__)")).strip();
      if (version.matches("[0-9.a-z]+")) {
        return new Peer("ezdxf " + version, "", List.of(python, "-c", EZDXF), LAST_LINE);
      }
    }
    return missing("ezdxf", "there is no Python that has it (--python)");
  }

  private static Peer assimp() {
    return isOnPath("assimp")
        ? new Peer(
            "assimp",
            "",
            List.of("assimp", "info"),
            Pattern.compile("import took approx\\. ([0-9.]+) seconds"))
        : missing("assimp", "there is no such command");
  }

  private static Peer kabeja(BenchSetup setup) {
    if (setup.kabeja().isEmpty()) {
      return missing("kabeja", "no jar was given (--kabeja)");
    }
    var classPath =
        setup.installation().commandLineJar() + File.pathSeparator + setup.kabeja().get();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new Peer(
        "kabeja",
        "",
        List.of(java, "-Xmx4g", "-cp", classPath, KabejaReading.class.getName()),
        LAST_LINE);
  }

  private static Peer missing(String name, String why) {
    return new Peer(name, why, List.of(), LAST_LINE);
  }

  private static boolean isOnPath(String program) {
    var path = System.getenv("PATH");
    return path != null
        && Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(path)
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** How long it reads; empty where it does not. */
  OptionalDouble seconds(Path drawing) throws IOException, InterruptedException {
    var whole = new ArrayList<>(command);
    whole.add(drawing.toString());
    return seconds
        .matcher(output(whole))
        .results()
        .mapToDouble(match -> Double.parseDouble(match.group(1)))
        .reduce((first, second) -> second);
  }

  /** What a program prints; nothing where it cannot be started or takes too long. */
  private static String output(List<String> command) throws IOException, InterruptedException {
    var printed = Files.createTempFile("planlift-peer", ".txt");
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(printed.toFile())
              .start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
      }
      return Files.readString(printed);
    } catch (IOException e) {
      return "";
    } finally {
      Files.delete(printed);
    }
  }
}
