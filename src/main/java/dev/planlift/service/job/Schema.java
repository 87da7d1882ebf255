package dev.planlift.service.job;

import dev.planlift.error.RetryableError;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The database's tables, brought up to date. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class Schema {
  /** Rows and tables in use are not waited for longer than others can wait behind this. */
  private static final String SESSION = "set lock_timeout to '5s'";

  private static final int LOCK_TRIES = 600;

  /** Its connections may be held for long, and no statement on them is cut off. */
  @Resource(lookup = "jdbc/planlift-locks")
  DataSource dataSource;

  /**
   * Makes what migrations are missing: each whole or not at all, by one server at a time while
   * others wait. A database that is ahead of this version is left as it is.
   *
   * @throws RetryableError DB_CONNECTION where the database does not answer, or is in use
   */
  @DatabaseCall
  @Retry(
      maxRetries = -1,
      delay = 1_000,
      jitter = 300,
      maxDuration = 60_000,
      retryOn = RetryableError.class)
  public void update() {
    update(dataSource);
  }

  static void update(DataSource dataSource) {
    configuration(dataSource).load().migrate();
  }

  static FluentConfiguration configuration(DataSource dataSource) {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .failOnMissingLocations(true)
        .validateMigrationNaming(true)
        .ignoreMigrationPatterns("*:future")
        .initSql(SESSION)
        .lockRetryCount(LOCK_TRIES); // once a second
  }
}
