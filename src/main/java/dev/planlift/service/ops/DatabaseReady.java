package dev.planlift.service.ops;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the database answers. */
@Readiness
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class DatabaseReady implements HealthCheck {
  private static final int PATIENCE_SECONDS = 3;

  @Resource(lookup = "jdbc/planlift")
  DataSource database;

  @Override
  public HealthCheckResponse call() {
    return Check.of("database", this::ask);
  }

  private void ask() throws SQLException {
    try (var connection = database.getConnection()) {
      if (!connection.isValid(PATIENCE_SECONDS)) {
        throw new SQLException("no answer");
      }
    }
  }
}
