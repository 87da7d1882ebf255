package dev.planlift.cli.bench.dxf;

import dev.planlift.core.dxf.DxfReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From the bytes of a file, in the system's cache, to a drawing; under JMH. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DxfReading {
  /** The drawing to read. */
  @Param("")
  public String file = "";

  @Benchmark
  public Object read() {
    return new DxfReader().read(Path.of(file), part -> {});
  }
}
