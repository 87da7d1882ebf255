package dev.planlift.cli.embedded;

import dev.planlift.cli.Json;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a server prints from one start on: JSON, a line each, most of it not for people.
 *
 * @param from where this start's lines begin; a log is appended to
 */
record StartLog(Path file, long from) {
  /** Of the application's own words: why it does not start, one sentence. */
  private static final String REFUSED = "event=start_refused ";

  /** Why it could not be started now, though it might later. */
  private static final String TRY_LATER = "event=start_failed ";

  /** Open Liberty's word for an application that could not be started. */
  private static final String FAILED = "CWWKZ0002E";

  private static final int TAIL_LINES = 5;
  private static final int TAIL_CHARACTERS = 300;

  /** The log as it stands, before a start. */
  static StartLog before(Path file) throws IOException {
    return new StartLog(file, Files.exists(file) ? Files.size(file) : 0);
  }

  /** Why the application does not start; empty as long as it may. */
  Optional<LaunchException> failure() {
    return sentence(REFUSED)
        .map(LaunchException::refused)
        .or(() -> sentence(TRY_LATER).map(LaunchException::inTheWay))
        .or(
            () ->
                messages()
                    .filter(message -> message.startsWith(FAILED))
                    .findFirst()
                    .map(any -> LaunchException.fault(notUp(), null)));
  }

  /** What to say of a server that does not come up without saying why. */
  String notUp() {
    return "The server does not come up (%s):%n%s".formatted(file, tail());
  }

  private Optional<String> sentence(String event) {
    return messages()
        .filter(message -> message.contains(event))
        .map(message -> message.substring(message.indexOf(event) + event.length()))
        .findFirst();
  }

  /** The last errors, or where it names none its last lines. */
  private String tail() {
    var lines = lines();
    var errors = lines.stream().filter(line -> line.contains("\"ERROR\"")).toList();
    var told = errors.isEmpty() ? lines : errors;
    return told.subList(Math.max(0, told.size() - TAIL_LINES), told.size()).stream()
        .map(StartLog::message)
        .map(text -> "  " + text.substring(0, Math.min(text.length(), TAIL_CHARACTERS)))
        .collect(Collectors.joining("\n"));
  }

  private Stream<String> messages() {
    return lines().stream().map(StartLog::message);
  }

  private List<String> lines() {
    try (var channel = FileChannel.open(file);
        var bytes = Channels.newInputStream(channel.position(from))) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of(); // not there yet
    }
  }

  private static String message(String line) {
    try {
      return Json.at(Json.object(line), "message").map(Object::toString).orElse(line);
    } catch (IOException e) {
      return line; // printed before the log is set up, or not whole yet
    }
  }
}
