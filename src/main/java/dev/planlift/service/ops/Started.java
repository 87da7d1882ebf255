package dev.planlift.service.ops;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started: the database's migrations have been made. */
@Startup
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class Started implements HealthCheck {
  @Resource(lookup = "jdbc/planlift")
  DataSource database;

  @Override
  public HealthCheckResponse call() {
    return Check.of("migrations", this::checkMigrations);
  }

  private void checkMigrations() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select count(*) filter (where success), count(*) filter (where not success)"
                    + " from flyway_schema_history")) {
      row.next();
      if (row.getInt(1) == 0 || row.getInt(2) > 0) {
        throw new SQLException("migrations are missing or failed");
      }
    }
  }
}
