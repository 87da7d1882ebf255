package dev.planlift.service.job;

import dev.planlift.error.RetryableError;
import dev.planlift.service.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings the database up to date before anything else touches it: message-driven beans start only
 * after such beans. A migration that fails keeps the application from starting; so does a database
 * that does not answer for long, told in one line of the log, {@code event=start_failed}, that
 * launchers look for.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@SuppressWarnings("NullAway.Init") // injected
public class Migrations {
  private static final Logger LOG = Logger.getLogger(Migrations.class.getName());

  @Inject Schema schema;

  /** Wrong ones end the start before anything is asked of the database. */
  @Inject Settings settings;

  @PostConstruct
  void migrate() {
    Objects.requireNonNull(settings);
    try {
      schema.update();
    } catch (RetryableError e) {
      LOG.log(Level.SEVERE, e, () -> "event=start_failed " + e.getMessage());
      throw e;
    }
  }
}
