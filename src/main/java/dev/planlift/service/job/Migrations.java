package dev.planlift.service.job;

import dev.planlift.service.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the database up to date before anything else touches it: message-driven beans start only
 * after such beans. A migration that fails keeps the application from starting.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@SuppressWarnings("NullAway.Init") // injected
public class Migrations {
  @Resource(lookup = "jdbc/planlift")
  DataSource dataSource;

  /** Also what makes wrong settings end the start before anything is asked of the database. */
  @Inject Settings settings;

  @PostConstruct
  void migrate() {
    int seconds = Math.toIntExact(settings.database().start().toSeconds());
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .failOnMissingLocations(true)
        .validateMigrationNaming(true)
        .connectRetries(seconds)
        .connectRetriesInterval(1)
        .load()
        .migrate();
  }
}
