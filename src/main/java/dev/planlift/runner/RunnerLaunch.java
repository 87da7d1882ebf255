package dev.planlift.runner;

import dev.planlift.core.options.InputFormat;
import java.nio.file.Path;
import java.util.List;

/**
 * How a runner is started.
 *
 * @param java the {@code java} program
 * @param classPath as {@code -cp} takes it; holds the runner, the core and their libraries
 * @param heapBytes the most its heap may grow to
 * @param temporaryFolder the folder under which each runner gets one of its own
 * @param jvmArguments more arguments for its JVM, before the main class
 * @param confinement what keeps it within its bounds from outside
 * @param warmFor what it is to convert, so that it warms up with such a drawing
 */
public record RunnerLaunch(
    Path java,
    String classPath,
    long heapBytes,
    Path temporaryFolder,
    List<String> jvmArguments,
    Confinement confinement,
    InputFormat warmFor) {
  /** What a DXF of the greatest accepted size needs, with room. */
  public static final long DXF_HEAP_BYTES = 2L << 30;

  public RunnerLaunch {
    if (heapBytes < 1 << 20) {
      throw new IllegalArgumentException("A heap of " + heapBytes + " bytes holds no conversion");
    }
    jvmArguments = List.copyOf(jvmArguments);
  }

  public RunnerLaunch(Path java, String classPath, long heapBytes, Path temporaryFolder) {
    this(java, classPath, heapBytes, temporaryFolder, List.of());
  }

  /** Without bounds from outside, warm for DXF. */
  public RunnerLaunch(
      Path java,
      String classPath,
      long heapBytes,
      Path temporaryFolder,
      List<String> jvmArguments) {
    this(
        java,
        classPath,
        heapBytes,
        temporaryFolder,
        jvmArguments,
        Unconfined.HERE,
        InputFormat.DXF);
  }

  public RunnerLaunch within(Confinement bounds) {
    return new RunnerLaunch(
        java, classPath, heapBytes, temporaryFolder, jvmArguments, bounds, warmFor);
  }

  /** The same, warm for drawings of another format. */
  public RunnerLaunch warmFor(InputFormat format) {
    return new RunnerLaunch(
        java, classPath, heapBytes, temporaryFolder, jvmArguments, confinement, format);
  }

  /** The {@code java} program that runs this very JVM. */
  public static Path thisJava() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
