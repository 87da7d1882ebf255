package dev.planlift.service.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.planlift.cli.embedded.TestDatabase;
import dev.planlift.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database's tables on a real PostgreSQL, while servers of two versions share it. */
class SchemaIT {
  /** What takes away from, or asks more of, servers of the version before. */
  private static final Pattern CONTRACTING =
      Pattern.compile(
          "drop\\s+(column|table)|rename\\s+(column|to)|\\btype\\s+\\w+\\s*(using|,|;|$)"
              + "|set\\s+not\\s+null|add\\s+column\\s+\\w+\\s+[^,;]*not\\s+null(?![^,;]*default)",
          Pattern.CASE_INSENSITIVE);

  /** A job's way through a server of the first version: accepted, claimed, ended, removed. */
  private static final List<String> FIRST_VERSION =
      List.of(
          "insert into job (id, name, format, priority, state, due_at, options, metadata, input_key,"
              + " sha256, size_bytes, created_at, updated_at) values"
              + " ('00000000-0000-0000-0000-000000000001', 'a.dxf', 'DXF', 'DEFAULT', 'PENDING',"
              + " now(), '{}', '{}', 'inputs/a', 'abc', 3, now(), now())",
          "insert into job_stage (job_id, name, position, state)"
              + " select id, 'READ', 1, 'PENDING' from job",
          "insert into job_audit (job_id, at, move, to_state, attempt, poison, who)"
              + " select id, now(), 'ACCEPT', 'PENDING', 0, 0, 'client' from job",
          "insert into outbox (job_id, created_at) select id, now() from job",
          "insert into server_life (id, lock_key, worker, started_at)"
              + " values (gen_random_uuid(), 1, 'old', now())",
          "update job set state = 'RUNNING', attempt = attempt + 1, version = version + 1,"
              + " lease_token = gen_random_uuid(), lease_until = now(), lease_owner = 'old'",
          "update job_stage set state = 'DONE', millis = 5",
          "update job set state = 'SUCCESS', lease_token = null, lease_until = null,"
              + " result_key = 'results/a', figures = '{}', progress = 100, finished_at = now()",
          "delete from outbox",
          "delete from server_life",
          "delete from job");

  private static @Nullable TestDatabase running;

  @TempDir static Path folder;

  @BeforeAll
  static void start() {
    running = TestDatabase.start(folder);
  }

  @AfterAll
  static void stop() {
    if (running != null) {
      running.close();
    }
  }

  @Test
  void whatIsUpToDateIsLeftAsItIs() throws SQLException {
    var database = database("twice");
    Schema.update(database);
    var before = list(database, "select version, installed_on from flyway_schema_history");
    Schema.update(database);
    assertThat(list(database, "select version, installed_on from flyway_schema_history"))
        .isEqualTo(before)
        .hasSize(versions().size());
  }

  @Test
  void ofServersThatStartAtOnceOneMakesEachMigrationAndTheOthersWait() throws Exception {
    var database = database("at_once");
    Callable<Boolean> start =
        () -> {
          Schema.update(database);
          return list(database, "select * from job").isEmpty();
        };
    try (var servers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var started : servers.invokeAll(List.of(start, start, start, start))) {
        assertThat(started.get()).as("the tables are there for it").isTrue();
      }
    }
    assertThat(list(database, "select version from flyway_schema_history where success"))
        .doesNotHaveDuplicates()
        .hasSize(versions().size());
  }

  @Test
  void aServerStartsOnADatabaseThatIsAheadOfIt() throws SQLException {
    var database = database("ahead");
    Schema.update(database);
    execute(
        database,
        "insert into flyway_schema_history select 1000, '999', 'of tomorrow', type,"
            + " 'V999__of_tomorrow.sql', 7, installed_by, now(), 1, true"
            + " from flyway_schema_history limit 1");
    Schema.update(database);
    assertThat(list(database, "select max(installed_rank) from flyway_schema_history"))
        .containsExactly("1000");
  }

  @Test
  void aTableInUseIsNotWaitedForLongAndNothingIsHalfDone() throws SQLException {
    var database = database("in_use");
    Schema.configuration(database).target("1").load().migrate();
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      execute(connection, "lock table job in access share mode");
      assertThatThrownBy(() -> Schema.update(database))
          .satisfies(
              e ->
                  assertThat(DatabaseErrors.outage(e).orElseThrow().code())
                      .isEqualTo(ErrorCode.DB_CONNECTION));
      connection.rollback();
    }
    Schema.update(database);
    assertThat(list(database, "select 1 from flyway_schema_history where not success")).isEmpty();
  }

  static List<String> versions() {
    return Arrays.stream(Schema.configuration(dataSource("postgres")).load().info().all())
        .map(MigrationInfo::getVersion)
        .map(Object::toString)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void whatAServerOfAnEarlierVersionSaysIsUnderstood(String version) throws SQLException {
    var database = database("from_" + version);
    Schema.configuration(database).target(version).load().migrate();
    var tables = tables(database);
    Schema.update(database);
    tables.forEach((table, columns) -> reads(database, table, columns));
    execute(database, FIRST_VERSION.getFirst());
    copyJob(database, Objects.requireNonNull(tables.get("job")));
    execute(database, "delete from job");
    for (var statement : FIRST_VERSION) {
      execute(database, statement);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aMigrationOnlyAddsOrSaysWhatNobodyReadsAnyMore(String file) throws IOException {
    var text = Files.readString(Path.of("src/main/resources/db/migration", file));
    if (!text.contains("-- contract: ")) {
      assertThat(CONTRACTING.matcher(text.replaceAll("--.*", "")).results().map(r -> r.group()))
          .as("see docs/adr/0016-migrations-of-two-versions.md")
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("contracting")
  void whatTakesAwayIsSeen(String statement) {
    assertThat(CONTRACTING.matcher(statement).find()).isTrue();
  }

  static List<String> contracting() {
    return List.of(
        "alter table job drop column name;",
        "drop table outbox;",
        "alter table job rename column name to title;",
        "alter table job alter column name set not null;",
        "alter table job alter column size_bytes type integer;",
        "alter table job add column kind text not null;");
  }

  static List<String> files() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".sql"))
          .sorted()
          .toList();
    }
  }

  /** Reading and writing by the columns' names, as the entities do. */
  private static void reads(DataSource database, String table, List<String> columns) {
    try {
      execute(database, "select " + String.join(", ", columns) + " from " + table);
    } catch (SQLException e) {
      throw new AssertionError("A server that knows " + table + columns + " cannot read it", e);
    }
  }

  /** An entity is written with all the columns that its version knows. */
  private static void copyJob(DataSource database, List<String> columns) throws SQLException {
    var values =
        columns.stream().map(column -> column.equals("id") ? "gen_random_uuid()" : column).toList();
    execute(
        database,
        "insert into job (%s) select %s from job"
            .formatted(String.join(", ", columns), String.join(", ", values)));
  }

  private static Map<String, List<String>> tables(DataSource database) throws SQLException {
    var tables = new TreeMap<String, List<String>>();
    for (var line :
        list(
            database,
            "select table_name || ' ' || column_name from information_schema.columns"
                + " where table_schema = 'public' order by ordinal_position")) {
      var words = line.split(" ", -1);
      tables.computeIfAbsent(words[0], unused -> new ArrayList<>()).add(words[1]);
    }
    tables.remove("flyway_schema_history");
    return tables;
  }

  private static DataSource database(String name) throws SQLException {
    execute(dataSource("postgres"), "create database " + name);
    return dataSource(name);
  }

  private static DataSource dataSource(String name) {
    var database = Objects.requireNonNull(running);
    var source = new PGSimpleDataSource();
    source.setUrl(database.url().replaceFirst("/[^/]*$", "/" + name));
    source.setUser(database.user());
    source.setPassword(database.password());
    return source;
  }

  private static void execute(DataSource database, String sql) throws SQLException {
    try (var connection = database.getConnection()) {
      execute(connection, sql);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column, or all of them joined. */
  private static List<String> list(DataSource database, String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var list = new ArrayList<String>();
      while (rows.next()) {
        var row = new ArrayList<String>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        list.add(String.join(" ", row));
      }
      return list;
    }
  }
}
