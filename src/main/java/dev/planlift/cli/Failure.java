package dev.planlift.cli;

import dev.planlift.cli.embedded.LaunchException;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import dev.planlift.error.WorkerError;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import picocli.CommandLine.ExitCode;

/**
 * What the command line answers when it cannot do what was asked: the last line on standard error
 * and the exit code.
 *
 * @param before what people read before that line: where the input is bad, what to do; where a
 *     program is at fault, its trace; may be empty
 */
record Failure(int exitCode, ErrorCode code, String message, Place where, String before) {
  static final int BAD_INPUT = 65;
  static final int OUR_FAULT = 70;
  static final int TRY_LATER = 75;

  static Failure of(Throwable error) {
    return switch (error) {
      case WorkerError e ->
          new Failure(exitCode(e), e.code(), e.getMessage(), e.where(), advice(e));
      case LaunchException e -> launch(e);
      case IOException e ->
          new Failure(TRY_LATER, ErrorCode.STORAGE_ERROR, e.toString(), Place.UNKNOWN, "");
      case OutOfMemoryError e ->
          new Failure(
              OUR_FAULT,
              ErrorCode.OUT_OF_MEMORY,
              ErrorCode.OUT_OF_MEMORY.message(),
              Place.UNKNOWN,
              "");
      default ->
          new Failure(OUR_FAULT, ErrorCode.INTERNAL, error.toString(), Place.UNKNOWN, trace(error));
    };
  }

  private static Failure launch(LaunchException error) {
    var message = String.valueOf(error.getMessage());
    return switch (error.kind()) {
      case FAULT -> new Failure(OUR_FAULT, ErrorCode.INTERNAL, message, Place.UNKNOWN, "");
      case TEMPORARY -> new Failure(TRY_LATER, ErrorCode.OVERLOADED, message, Place.UNKNOWN, "");
      case REFUSED ->
          new Failure(ExitCode.USAGE, ErrorCode.INVALID_OPTION, message, Place.UNKNOWN, "");
    };
  }

  private static int exitCode(WorkerError error) {
    if (error.code() == ErrorCode.INVALID_OPTION) {
      return ExitCode.USAGE;
    }
    if (error.retryable()) {
      return TRY_LATER;
    }
    return switch (error.code().category()) {
      case INPUT -> BAD_INPUT;
      case LIMIT -> error.code() == ErrorCode.ENTITY_BUDGET ? BAD_INPUT : OUR_FAULT;
      case EXTERNAL -> TRY_LATER;
      case INTERNAL -> OUR_FAULT;
    };
  }

  private static String advice(WorkerError error) {
    int exitCode = exitCode(error);
    return exitCode == BAD_INPUT || exitCode == ExitCode.USAGE
        ? Terminal.harmless(error.getMessage()) + "\n" + error.code().advice() + "\n"
        : "";
  }

  private static String trace(Throwable error) {
    var text = new java.io.StringWriter();
    error.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  int tell(PrintWriter standardError) {
    standardError.print(before);
    standardError.println(json());
    standardError.flush();
    return exitCode;
  }

  String json() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("code", code.name());
    fields.put("message", message);
    fields.put("where", where.coordinates());
    return Json.text(fields);
  }
}
