package dev.planlift.service.job;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One native statement that grows: text and the values that go with it, always as parameters. */
final class Sql {
  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  Sql(String text) {
    this.text.append(text);
  }

  Sql text(String more) {
    text.append(more);
    return this;
  }

  Sql value(@Nullable Object value) {
    switch (value) {
      case null -> text.append("null");
      case Instant instant -> parameter(instant.atOffset(ZoneOffset.UTC));
      case Enum<?> constant -> parameter(constant.name());
      default -> parameter(value);
    }
    return this;
  }

  /** Values in brackets, at least one. */
  Sql list(List<?> all) {
    var before = "(";
    for (var value : all) {
      text(before).value(value);
      before = ", ";
    }
    return text(")");
  }

  /** Assignments, each after a comma. */
  Sql all(List<Assignment> assignments) {
    for (var assignment : assignments) {
      text(", " + assignment.column() + " = " + assignment.before());
      value(assignment.value()).text(assignment.after());
    }
    return this;
  }

  /** The number of rows written. */
  int execute(EntityManager database) {
    return query(database).executeUpdate();
  }

  /** The rows that a statement of at least two columns gives. */
  List<Object[]> rows(EntityManager database) {
    var rows = new ArrayList<Object[]>();
    for (var row : query(database).getResultList()) {
      rows.add((Object[]) row);
    }
    return rows;
  }

  private Query query(EntityManager database) {
    var query = database.createNativeQuery(text.toString());
    for (int i = 0; i < values.size(); i++) {
      query.setParameter(i + 1, values.get(i));
    }
    return query;
  }

  private void parameter(Object value) {
    values.add(value);
    text.append('?').append(values.size());
  }

  /** A column that is set to a value, or to an expression around it. */
  record Assignment(String column, String before, @Nullable Object value, String after) {
    static Assignment set(String column, @Nullable Object value) {
      return new Assignment(column, "", value, "");
    }

    /** The column raised by a number, which may be negative. */
    static Assignment raise(String column, int by) {
      return new Assignment(column, column + " + (", by, ")");
    }
  }
}
