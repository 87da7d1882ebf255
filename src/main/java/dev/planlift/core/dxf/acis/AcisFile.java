package dev.planlift.core.dxf.acis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The records of a file by their numbers, without the history behind them. */
final class AcisFile {
  private final List<AcisRecord> records;

  AcisFile(List<AcisRecord> records) {
    this.records = List.copyOf(records);
  }

  List<AcisRecord> records() {
    return records;
  }

  /** Whether a record ends what counts: after it stands history, or nothing. */
  static boolean endsFile(String type) {
    return type.startsWith("End-of-A") || type.startsWith("Begin-of-A");
  }

  /** The first record of a kind that a record points to. */
  Optional<AcisRecord> target(AcisRecord from, String kind) {
    return target(from, kind, 0);
  }

  /** As {@link #target(AcisRecord, String)}, so many such pointers being passed over. */
  Optional<AcisRecord> target(AcisRecord from, String kind, int skipped) {
    int left = skipped;
    for (var field : from.fields()) {
      if (field instanceof Field.Pointer(int number)
          && number >= 0
          && number < records.size()
          && records.get(number).is(kind)
          && left-- == 0) {
        return Optional.of(records.get(number));
      }
    }
    return Optional.empty();
  }

  /** A record and those of its kind that follow it, each pointing to the next, each once. */
  List<AcisRecord> chain(AcisRecord first, String kind) {
    var seen = new HashSet<Identity>();
    var chain = new ArrayList<AcisRecord>();
    var next = Optional.of(first);
    while (next.isPresent() && seen.add(new Identity(next.get()))) {
      chain.add(next.get());
      next = target(next.get(), kind);
    }
    return chain;
  }

  /** Two records of equal content are still two. */
  private record Identity(AcisRecord record) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
      return other instanceof Identity(AcisRecord its) && its == record;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(record);
    }
  }
}
