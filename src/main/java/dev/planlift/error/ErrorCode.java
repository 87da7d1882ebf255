package dev.planlift.error;

/**
 * Every way in which taking, converting or returning a drawing can fail: the one table that the
 * HTTP answers, the jobs' {@code error}, the exit codes and {@code docs/errors.md} are made from.
 */
public enum ErrorCode {
  EMPTY_FILE(
      ErrorCategory.INPUT, 400, "The file is empty.", "Save the drawing again and send that."),
  INVALID_FORMAT(
      ErrorCategory.INPUT,
      415,
      "The file is neither a DXF nor a PDF that can be read, nor a ZIP of such.",
      "Save the drawing as DXF (R12 to 2018), or plot it to PDF, and send that."),
  FILE_TOO_LARGE(
      ErrorCategory.INPUT,
      413,
      "The file is larger than this service accepts.",
      "Purge the drawing, or convert it with the command line, which has no limit."),
  MIME_MISMATCH(
      ErrorCategory.INPUT,
      415,
      "The declared content type does not fit the content.",
      "Declare what the file is, or application/octet-stream."),
  EXTENSION_MISMATCH(
      ErrorCategory.INPUT,
      415,
      "The file name's extension does not fit the content.",
      "Give the file the extension of its format."),
  ACTIVE_CONTENT(
      ErrorCategory.INPUT,
      422,
      "The file holds scripts or embedded files.",
      "Remove them, or set activeContent=ignore."),
  DECOMPRESSION_BOMB(
      ErrorCategory.INPUT,
      422,
      "The file unpacks to more than is allowed.",
      "Save the drawing again from the program that made it."),
  ENCRYPTED(
      ErrorCategory.INPUT, 422, "The file is encrypted.", "Give its password: option password."),
  PARSING_ERROR(
      ErrorCategory.INPUT,
      422,
      "The file breaks off or contradicts its format.",
      "Open it in the program that made it, audit it and save it again; print a PDF anew."),
  ENTITY_BUDGET(
      ErrorCategory.LIMIT,
      422,
      "The drawing unfolds to more than is allowed.",
      "Purge nested blocks and arrays; of a PDF take single pages: option pages."),
  NOTHING_TO_CONVERT(
      ErrorCategory.INPUT,
      422,
      "There is nothing in the file that could be drawn.",
      "Check that the drawing is in model space and its layers are on; of a PDF, that option pages"
          + " names pages with a drawing, not text alone."),
  DETECTOR_MISSING(
      ErrorCategory.INPUT,
      422,
      "The page is a scan and no detector is installed.",
      "Send the drawing as DXF or as a PDF plotted from CAD, take another page (option pages), or"
          + " have a detector installed; none comes with Planlift."),
  UNSUPPORTED(
      ErrorCategory.INPUT,
      422,
      "This version does not do that yet.",
      "See the change log for what the next version brings."),
  INVALID_OPTION(
      ErrorCategory.INPUT,
      400,
      "An option is unknown or its value impossible.",
      "See docs/options.md."),
  INVALID_REQUEST(
      ErrorCategory.INPUT, 400, "The request cannot be understood.", "See /openapi/ui."),
  NOT_FOUND(
      ErrorCategory.INPUT,
      404,
      "There is no such thing here.",
      "Check the address, or the file's name."),
  METHOD_NOT_ALLOWED(
      ErrorCategory.INPUT, 405, "The method is not for this address.", "See the Allow header."),
  NOT_ACCEPTABLE(
      ErrorCategory.INPUT,
      406,
      "The answer cannot be had in that type.",
      "Accept the type that /openapi names, or */*."),
  UNSUPPORTED_MEDIA_TYPE(
      ErrorCategory.INPUT,
      415,
      "The request's body has a type that is not taken here.",
      "Send multipart/form-data or application/json as /openapi says."),
  RANGE_NOT_SATISFIABLE(
      ErrorCategory.INPUT,
      416,
      "The range asked for lies outside of the file.",
      "See the Content-Range header for the file's length."),
  NOT_READY(
      ErrorCategory.INPUT,
      409,
      "The job has no such result, or not yet.",
      "Wait for the job's end: GET it with ?wait=30s."),
  STATE_CONFLICT(
      ErrorCategory.INPUT, 409, "The job's state does not allow that.", "Look at the job's state."),
  NO_CHECKPOINT(
      ErrorCategory.INPUT,
      409,
      "Nothing is kept that the job could begin this stage with.",
      "Retry from an earlier stage, or leave fromStage out."),
  EXPIRED(
      ErrorCategory.INPUT,
      410,
      "It was kept for its time and is gone.",
      "Send the drawing again; retentionHours keeps what comes of it for longer."),
  IDEMPOTENCY_MISMATCH(
      ErrorCategory.INPUT,
      422,
      "This Idempotency-Key came before with another request.",
      "Use a new key for a new request."),
  DUPLICATE_TASK(
      ErrorCategory.INPUT, 409, "A job with this id exists.", "Choose another id, or none."),
  RATE_LIMITED(ErrorCategory.LIMIT, 429, "Too many requests.", "Wait as Retry-After says."),
  OVERLOADED(
      ErrorCategory.LIMIT, 503, "The service takes no work now.", "Wait as Retry-After says."),
  SCHEMA_VERSION(
      ErrorCategory.INPUT,
      422,
      "The message has a version that is not known here, or cannot be read.",
      "Send version 1.0.0 or 1.1.0."),
  FILE_URL_NOT_ALLOWED(
      ErrorCategory.INPUT,
      422,
      "Files are not fetched from that address.",
      "Send the file itself, or have the operator allow the address."),
  FILE_URL_FAILED(
      ErrorCategory.INPUT,
      422,
      "The address does not give the file.",
      "Check that the address can be read without a login, or send the file itself."),
  STORAGE_ERROR(
      ErrorCategory.EXTERNAL,
      503,
      "The file storage failed.",
      "Try again; tell the operator.",
      SecondChance.AFTER_5_MINUTES),
  NETWORK_ERROR(
      ErrorCategory.EXTERNAL,
      503,
      "The network failed.",
      "Try again.",
      SecondChance.AFTER_5_MINUTES),
  DB_CONNECTION(
      ErrorCategory.EXTERNAL,
      503,
      "The database does not answer.",
      "Try again.",
      SecondChance.AFTER_5_MINUTES),
  TIMEOUT_ERROR(
      ErrorCategory.LIMIT,
      504,
      "The conversion took longer than is allowed.",
      "Simplify the drawing, or raise the time limit.",
      SecondChance.AFTER_10_MINUTES),
  OUT_OF_MEMORY(
      ErrorCategory.LIMIT,
      507,
      "The conversion needed more memory than is allowed.",
      "Simplify the drawing, or raise the memory limit."),
  RUNNER_DIED(
      ErrorCategory.INTERNAL,
      500,
      "The process that converts ended unexpectedly.",
      "Tell the operator; the job is tried again."),
  CANCELLED(ErrorCategory.INPUT, 409, "The job was cancelled.", "Send it again if need be."),
  INTERNAL(ErrorCategory.INTERNAL, 500, "A fault of ours.", "Tell the operator the job's id.");

  private final ErrorCategory category;
  private final int httpStatus;
  private final String message;
  private final String advice;
  private final SecondChance secondChance;

  ErrorCode(ErrorCategory category, int httpStatus, String message, String advice) {
    this(category, httpStatus, message, advice, SecondChance.NEVER);
  }

  ErrorCode(
      ErrorCategory category,
      int httpStatus,
      String message,
      String advice,
      SecondChance secondChance) {
    this.category = category;
    this.httpStatus = httpStatus;
    this.message = message;
    this.advice = advice;
    this.secondChance = secondChance;
  }

  public ErrorCategory category() {
    return category;
  }

  public int httpStatus() {
    return httpStatus;
  }

  /** One sentence for people. */
  public String message() {
    return message;
  }

  /** What the reader of the error can do, one sentence. */
  public String advice() {
    return advice;
  }

  /** What becomes of a dead letter with this error, unless the settings say otherwise. */
  public SecondChance secondChance() {
    return secondChance;
  }
}
