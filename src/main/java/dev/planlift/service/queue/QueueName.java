package dev.planlift.service.queue;

import dev.planlift.service.job.Format;
import dev.planlift.service.job.Priority;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The queue of a format and priority: {@code dxf.high} and so on. */
public record QueueName(Format format, Priority priority) {
  public static List<QueueName> all() {
    return Arrays.stream(Format.values())
        .flatMap(f -> Arrays.stream(Priority.values()).map(p -> new QueueName(f, p)))
        .toList();
  }

  /** Its name in JNDI. */
  String lookup() {
    return "jms/" + this;
  }

  @Override
  public String toString() {
    return (format + "." + priority).toLowerCase(Locale.ROOT);
  }
}
