package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.service.job.DatabaseCall;
import dev.planlift.service.job.DeadLetters;
import dev.planlift.service.job.Format;
import dev.planlift.service.job.JobQuery.Cursor;
import dev.planlift.service.job.JobSearch;
import dev.planlift.service.queue.ParkedMessage;
import dev.planlift.service.queue.ParkedMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Dead letters page by page: first the jobs, what ended last before the others, then the messages
 * that have no job, in the same order.
 */
@ApplicationScoped
@Transactional
@DatabaseCall
@SuppressWarnings("NullAway.Init") // injected
class DeadLetterList {
  private static final Comparator<ParkedMessage> NEWEST_FIRST =
      Comparator.comparing(DeadLetterList::since).thenComparing(ParkedMessage::id).reversed();

  @Inject private DeadLetters jobs;
  @Inject private ParkedMessages messages;
  @Inject private JobSearch search;

  /**
   * Which dead letters are wanted.
   *
   * @param limit at least 1
   */
  record Query(
      Optional<Kind> kind,
      Optional<Format> format,
      Optional<ErrorCode> reason,
      Optional<Place> after,
      int limit) {}

  /** What a dead letter is; in the order of the list. */
  enum Kind {
    JOB,
    MESSAGE
  }

  /** The last one of the page before; of messages none, where they are still to begin. */
  record Place(Kind kind, Optional<Cursor> cursor) {
    String text() {
      return kind + cursor.map(place -> "." + place.text()).orElse("");
    }

    static Place parse(String text) {
      var parts = text.split("\\.", 2);
      var kind =
          Arrays.stream(Kind.values())
              .filter(each -> each.name().equals(parts[0]))
              .findFirst()
              .orElseThrow(() -> JsonBody.invalid("cursor", "is none of ours"));
      return new Place(
          kind, parts.length == 2 ? Optional.of(Cursor.parse(parts[1])) : Optional.empty());
    }
  }

  /** A page, and where the next one begins. */
  record Found(List<DeadLetterView> letters, Optional<Place> next) {}

  Found page(Query query) {
    var letters = new ArrayList<DeadLetterView>();
    if (query.kind().orElse(Kind.JOB) == Kind.JOB && !isAmongMessages(query)) {
      var cursor = query.after().flatMap(Place::cursor);
      var page = jobs.page(query.format(), query.reason(), cursor, query.limit());
      page.jobs().forEach(job -> letters.add(DeadLetterView.of(job)));
      if (page.next().isPresent()) {
        return new Found(letters, Optional.of(new Place(Kind.JOB, page.next())));
      }
    }
    if (query.kind().orElse(Kind.MESSAGE) == Kind.JOB) {
      return new Found(letters, Optional.empty());
    }
    return withMessages(query, letters);
  }

  private Found withMessages(Query query, List<DeadLetterView> letters) {
    var cursor = query.after().filter(p -> p.kind() == Kind.MESSAGE).flatMap(Place::cursor);
    var left = messages(query).stream().filter(m -> cursor.isEmpty() || isAfter(m, cursor.get()));
    var some = left.limit(query.limit() - letters.size() + 1L).toList();
    var shown = some.subList(0, Math.min(some.size(), query.limit() - letters.size()));
    shown.forEach(message -> letters.add(DeadLetterView.of(message)));
    if (shown.size() == some.size()) {
      return new Found(letters, Optional.empty());
    }
    var last = shown.isEmpty() ? Optional.<Cursor>empty() : Optional.of(place(shown.getLast()));
    return new Found(letters, Optional.of(new Place(Kind.MESSAGE, last)));
  }

  /** Those without a job: of the others the row tells. */
  private List<ParkedMessage> messages(Query query) {
    jobs.lookAlone();
    var all =
        query.format().map(List::of).orElse(List.of(Format.values())).stream()
            .flatMap(format -> messages.list(format).stream())
            .filter(message -> query.reason().filter(r -> r != message.reason()).isEmpty())
            .sorted(NEWEST_FIRST)
            .toList();
    var tasks = all.stream().flatMap(m -> m.taskId().stream()).collect(Collectors.toSet());
    var known = search.versions(tasks).keySet();
    return all.stream().filter(m -> m.taskId().filter(known::contains).isEmpty()).toList();
  }

  /**
   * Takes a message away, whichever format's queue it is in.
   *
   * @return whether there was one
   */
  boolean removeMessage(UUID id) {
    jobs.lookAlone();
    return Arrays.stream(Format.values()).anyMatch(format -> messages.remove(format, id));
  }

  private static boolean isAmongMessages(Query query) {
    return query.after().filter(place -> place.kind() == Kind.MESSAGE).isPresent();
  }

  private static boolean isAfter(ParkedMessage message, Cursor cursor) {
    int byTime = since(message).compareTo(cursor.createdAt());
    return byTime < 0 || (byTime == 0 && message.id().compareTo(cursor.id()) < 0);
  }

  private static Cursor place(ParkedMessage message) {
    return new Cursor(since(message), message.id());
  }

  private static Instant since(ParkedMessage message) {
    return message.since().orElse(Instant.EPOCH);
  }
}
