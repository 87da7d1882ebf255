package dev.planlift.service.job;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One native statement that grows: text and the values that go with it, always as parameters. It
 * runs on the caller's transaction, past the entities: most of what a job needs is one guarded
 * statement, whose rows nobody keeps.
 */
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

  /** Values as one parameter, which is an array: the text is the same for any number of them. */
  Sql array(Collection<?> all) {
    parameter(all.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}")));
    return this;
  }

  /** The number of rows written. */
  int execute(DataSource database) {
    try (var connection = database.getConnection();
        var statement = prepared(connection)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  /** A column of type timestamptz, as it comes in a row. */
  static Instant instant(Object column) {
    return switch (column) {
      case Timestamp time -> time.toInstant();
      case OffsetDateTime time -> time.toInstant();
      default -> throw new IllegalStateException("No time: " + column.getClass());
    };
  }

  /** The rows that a statement gives. */
  List<Object[]> rows(DataSource database) {
    try (var connection = database.getConnection();
        var statement = prepared(connection);
        var given = statement.executeQuery()) {
      var rows = new ArrayList<Object[]>();
      while (given.next()) {
        rows.add(row(given));
      }
      return rows;
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  /** The first of the rows. */
  Optional<Object[]> row(DataSource database) {
    return rows(database).stream().findFirst();
  }

  /** The first of the rows, as an entity that only is looked at. */
  <T> Optional<T> entity(EntityManager entities, Class<T> type) {
    var query = entities.createNativeQuery(text.toString(), type);
    query.setHint("eclipselink.read-only", true);
    for (int i = 0; i < values.size(); i++) {
      query.setParameter(i + 1, values.get(i));
    }
    List<?> found = query.getResultList();
    return found.stream().findFirst().map(type::cast);
  }

  private static Object[] row(ResultSet given) throws SQLException {
    var row = new Object[given.getMetaData().getColumnCount()];
    for (int i = 0; i < row.length; i++) {
      row[i] = given.getObject(i + 1);
    }
    return row;
  }

  private PreparedStatement prepared(Connection connection) throws SQLException {
    var statement = connection.prepareStatement(text.toString());
    boolean ready = false;
    try {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      ready = true;
      return statement;
    } finally {
      if (!ready) {
        statement.close();
      }
    }
  }

  private void parameter(Object value) {
    values.add(value);
    text.append('?');
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
