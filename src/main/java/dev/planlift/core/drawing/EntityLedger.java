package dev.planlift.core.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The account of every entity a reader met: read = converted + approximated + skipped, in all and
 * per type. Filled by one thread while reading, read afterwards.
 */
public final class EntityLedger {
  /** So many single entries are kept; the counts are always true. */
  public static final int MAX_ENTRIES = 1000;

  /** An entity that was not simply converted, and why. */
  public record Entry(
      String handle, String type, String layer, Outcome outcome, String reason, String detail) {}

  /**
   * Why entities were approximated or skipped.
   *
   * @param example what was said of the first one
   */
  public record Reason(long count, String example) {
    private static Reason sum(Reason first, Reason other) {
      return new Reason(first.count + other.count, first.example);
    }
  }

  private final Map<String, Reason> reasons = new TreeMap<>();

  private static final class Counts {
    private long converted;
    private long approximated;
    private long skipped;

    void add(Outcome outcome, long count) {
      switch (outcome) {
        case CONVERTED -> converted += count;
        case APPROXIMATED -> approximated += count;
        case SKIPPED -> skipped += count;
      }
    }

    long of(Outcome outcome) {
      return switch (outcome) {
        case CONVERTED -> converted;
        case APPROXIMATED -> approximated;
        case SKIPPED -> skipped;
      };
    }
  }

  /**
   * An account in full, as it can be kept.
   *
   * @param byType for each type how many were converted, approximated and skipped
   */
  public record Account(
      Map<String, List<Long>> byType,
      Map<String, Reason> reasons,
      List<Entry> entries,
      long entryCount) {
    public Account {
      byType = Collections.unmodifiableMap(new TreeMap<>(byType));
      reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
      entries = List.copyOf(entries);
    }
  }

  private final Map<String, Counts> byType = new HashMap<>();

  private final List<Entry> entries = new ArrayList<>();
  private long entryCount;

  public Account account() {
    var counts = new HashMap<String, List<Long>>();
    byType.forEach((type, c) -> counts.put(type, List.of(c.converted, c.approximated, c.skipped)));
    return new Account(counts, reasons, entries, entryCount);
  }

  public static EntityLedger of(Account account) {
    var ledger = new EntityLedger();
    account
        .byType()
        .forEach(
            (type, counts) -> {
              ledger.add(type, Outcome.CONVERTED, counts.get(0));
              ledger.add(type, Outcome.APPROXIMATED, counts.get(1));
              ledger.add(type, Outcome.SKIPPED, counts.get(2));
            });
    ledger.reasons.putAll(account.reasons());
    ledger.entries.addAll(account.entries());
    ledger.entryCount = account.entryCount();
    return ledger;
  }

  public void converted(String type) {
    add(type, Outcome.CONVERTED, 1);
  }

  /** An entity approximated or skipped; {@code reason} is a code such as LAYER_OFF. */
  public void note(Entry entry) {
    add(entry.type(), entry.outcome(), 1);
    reasons.merge(entry.reason(), new Reason(1, entry.detail()), Reason::sum);
    entryCount++;
    if (entries.size() < MAX_ENTRIES) {
      entries.add(entry);
    }
  }

  /** Enters all that another account holds. */
  public void addAll(EntityLedger other) {
    other.byType.forEach(
        (type, outcomes) -> {
          for (var outcome : Outcome.values()) {
            add(type, outcome, outcomes.of(outcome));
          }
        });
    other.reasons.forEach((code, reason) -> reasons.merge(code, reason, Reason::sum));
    entryCount += other.entryCount;
    other.entries.stream().limit(MAX_ENTRIES - entries.size()).forEach(entries::add);
  }

  /** Enters all that another account holds as skipped, with one entry a type. */
  public void addSkipped(EntityLedger other) {
    other
        .types()
        .forEach(
            type -> {
              add(type, Outcome.SKIPPED, other.read(type));
              entryCount += other.read(type);
              if (entries.size() < MAX_ENTRIES) {
                entries.add(
                    new Entry(
                        "",
                        type,
                        "",
                        Outcome.SKIPPED,
                        "NOT_ON_LAYOUT",
                        other.read(type) + " in the model, which the layout does not show"));
              }
            });
  }

  private void add(String type, Outcome outcome, long count) {
    byType.computeIfAbsent(type, t -> new Counts()).add(outcome, count);
  }

  public long count(Outcome outcome) {
    return byType.values().stream().mapToLong(counts -> counts.of(outcome)).sum();
  }

  public long count(String type, Outcome outcome) {
    var counts = byType.get(type);
    return counts == null ? 0 : counts.of(outcome);
  }

  public long read() {
    return byType.keySet().stream().mapToLong(this::read).sum();
  }

  public long read(String type) {
    long sum = 0;
    for (var outcome : Outcome.values()) {
      sum += count(type, outcome);
    }
    return sum;
  }

  /** By code, in alphabetical order. */
  public Map<String, Reason> reasons() {
    return Collections.unmodifiableMap(reasons);
  }

  /** In alphabetical order. */
  public List<String> types() {
    return byType.keySet().stream().sorted().toList();
  }

  /** At most {@link #MAX_ENTRIES}, in the order met. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** How many entries there would be without the cap. */
  public long entryCount() {
    return entryCount;
  }
}
