package dev.planlift.runner;

import dev.planlift.core.options.InputFormat;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Main of the child JVM. Frames come on standard input, answers go to standard output; it ends
 * itself, in the middle of a conversion too, as soon as its standard input does: a parent that died
 * leaves no runner behind.
 */
public final class RunnerMain {
  /** The parent broke the protocol. */
  private static final int EXIT_PROTOCOL = 70;

  private RunnerMain() {}

  /** The first argument names the format of the drawings to be warm for; DXF without one. */
  public static void main(String[] arguments) {
    var in = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
    var out = new FileOutputStream(FileDescriptor.out);
    keepStandardStreamsFromLibraries();
    var format = arguments.length == 0 ? InputFormat.DXF : InputFormat.valueOf(arguments[0]);
    Runtime.getRuntime().halt(serve(in, out, format));
  }

  /** Whatever a library prints goes to standard error, or it would be taken for a frame. */
  private static void keepStandardStreamsFromLibraries() {
    System.setOut(System.err);
    System.setIn(InputStream.nullInputStream());
  }

  private static int serve(InputStream in, OutputStream out, InputFormat format) {
    var frames = new FrameInput(in);
    var conversions = new Conversions(new FrameOutput(out));
    try {
      conversions.ready(format);
      while (true) {
        var frame = frames.read();
        if (frame.isEmpty()) {
          return 0;
        }
        switch (frame.get()) {
          case Frame.Convert(var request) -> conversions.start(request);
          case Frame.Stop(var why) -> conversions.stop(why);
          case Frame.Compare(var models) -> conversions.compare(models);
          case Frame.Ping() -> conversions.answer();
          case Frame.Ready _,
              Frame.Happened _,
              Frame.Converted _,
              Frame.Failed _,
              Frame.Compared _ ->
              throw new IOException("The parent sent " + frame.get());
        }
      }
    } catch (IOException | IllegalStateException e) {
      System.err.println("The runner ends: " + e);
      return EXIT_PROTOCOL;
    }
  }
}
