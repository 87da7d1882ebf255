package dev.planlift.service.queue;

import dev.planlift.service.job.Format;
import dev.planlift.service.job.Priority;
import jakarta.jms.Queue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The queue of a format and priority: {@code dxf.high} and so on. */
public record QueueName(Format format, Priority priority) {
  public static List<QueueName> all() {
    return Arrays.stream(Format.values())
        .flatMap(f -> Arrays.stream(Priority.values()).map(p -> new QueueName(f, p)))
        .toList();
  }

  /** The dead letters' queue of a format: {@code dxf.dlq}. */
  public static String deadLetters(Format format) {
    return (format + ".dlq").toLowerCase(Locale.ROOT);
  }

  /** By one of our own fixed names, never by a user's. */
  @SuppressWarnings("BanJNDI")
  static Queue queue(String name) throws NamingException {
    return InitialContext.doLookup("jms/" + name);
  }

  @Override
  public String toString() {
    return (format + "." + priority).toLowerCase(Locale.ROOT);
  }
}
