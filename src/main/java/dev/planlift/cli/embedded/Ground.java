package dev.planlift.cli.embedded;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** All that stays the same while database and server of one {@link EmbeddedServer} come and go. */
record Ground(
    EmbeddedSettings settings,
    DataFolder data,
    Secrets secrets,
    PostgresPrograms programs,
    PostgresCluster cluster,
    int databasePort,
    int httpPort,
    int httpsPort) {
  /** Creates what is missing, ends what a killed launcher left running, and looks for ports. */
  static Ground prepare(EmbeddedSettings settings, DataFolder data)
      throws IOException, LaunchException {
    var secrets = Secrets.of(data);
    var programs = PostgresPrograms.in(settings.installation().databasePrograms());
    LibertyServer.endOrphan(data);
    var cluster = PostgresCluster.of(data, programs, secrets);
    cluster.endOrphan();
    return new Ground(
        settings,
        data,
        secrets,
        programs,
        cluster,
        Ports.free(),
        Ports.claim(settings.httpPort()),
        Ports.claim(settings.httpsPort()));
  }

  PostgresServer startDatabase() throws IOException, LaunchException {
    return PostgresServer.start(programs, cluster, secrets, databasePort);
  }

  LibertyServer startLiberty() throws IOException {
    return LibertyServer.start(
        settings.installation(), data, environment(), settings.jvmArguments());
  }

  private Map<String, String> environment() {
    var environment = new HashMap<String, String>();
    environment.put("PLANLIFT_HOME", settings.installation().home().toString());
    environment.put("PLANLIFT_PROFILE", "embedded");
    environment.put("PLANLIFT_DATA", data.root().toString());
    environment.put("PLANLIFT_DB_URL", PostgresServer.jdbcUrl(databasePort));
    environment.put("PLANLIFT_DB_USER", PostgresServer.USER);
    environment.put("PLANLIFT_DB_PASSWORD", secrets.databasePassword());
    environment.put("PLANLIFT_HTTP_PORT", Integer.toString(httpPort));
    environment.put("PLANLIFT_HTTPS_PORT", Integer.toString(httpsPort));
    environment.put("PLANLIFT_ADMIN_PASSWORD", secrets.adminPassword());
    environment.put("keystore_password", secrets.keystorePassword()); // Liberty's own name
    environment.put("PLANLIFT_PROFILE", "embedded"); // which fragment of liberty/ is included
    environment.putAll(settings.environment());
    return environment;
  }
}
