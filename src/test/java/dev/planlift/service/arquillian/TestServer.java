package dev.planlift.service.arquillian;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.embedded.Ports;
import dev.planlift.cli.embedded.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.jboss.arquillian.core.api.event.ManagerStopping;
import org.jspecify.annotations.Nullable;

/**
 * Starts a database and writes the server's configuration: the product's own fragments, and what
 * tests need beside them. Consumers of PDF queues are off: jobs of that format are the tests' to
 * move, while those of DXF go all the way.
 */
public class TestServer {
  private @Nullable TestDatabase database;

  /** Before Arquillian reads its configuration, which takes these system properties. */
  public void prepare(@Observes(precedence = 100) ManagerStarted event) throws IOException {
    var project = Path.of("").toAbsolutePath();
    var user = project.resolve("target/arquillian").resolve(EmbeddedServerFixture.fork());
    // Arquillian takes any server of that name on this machine for its own.
    var name = "planlift-test-" + ProcessHandle.current().pid();
    var server = user.resolve("servers").resolve(name);
    var data = Files.createTempDirectory(Files.createDirectories(user), "data-");
    Files.createDirectories(server);
    var postgres = TestDatabase.start(data.resolve("database"));
    database = postgres;
    int httpPort = Ports.free();
    var variables = new LinkedHashMap<String, String>();
    variables.put("PLANLIFT_HOME", project.toString());
    variables.put("PLANLIFT_DATA", data.toString());
    variables.put("PLANLIFT_DB_URL", postgres.url());
    variables.put("PLANLIFT_DB_USER", postgres.user());
    variables.put("PLANLIFT_DB_PASSWORD", postgres.password());
    variables.put("PLANLIFT_HTTP_PORT", Integer.toString(httpPort));
    variables.put("PLANLIFT_HTTPS_PORT", "-1");
    variables.put("PLANLIFT_ADMIN_PASSWORD", "for-tests-only");
    variables.put("keystore_password", "for-tests-only");
    variables.put("planlift.home", project.toString());
    variables.put("planlift.data", data.toString());
    // The tests' drawings are small: nothing of them would be worth keeping.
    variables.put("planlift.checkpoint.worth", "0s");
    variables.put("planlift.retry.base", "1s");
    variables.put("planlift.reuse.enabled", "false");
    variables.put("planlift.runner.jvmArguments", "-Dplanlift.test.delay.READ=1500");
    Files.writeString(server.resolve("server.xml"), configuration(project, variables));
    System.setProperty("planlift.test.httpPort", Integer.toString(httpPort));
    System.setProperty("planlift.test.serverName", name);
    System.setProperty("planlift.test.usrDir", user.toString());
    System.setProperty("planlift.test.wlpHome", project.resolve("target/liberty/wlp").toString());
  }

  public void stop(@Observes ManagerStopping event) {
    if (database != null) {
      database.close();
    }
  }

  private static String configuration(Path project, Map<String, String> variables) {
    var xml = new StringBuilder("<server>\n");
    for (var fragment : new String[] {"features", "common", "embedded"}) {
      xml.append("  <include location=\"%s/liberty/%s.xml\"/>\n".formatted(project, fragment));
    }
    xml.append("  <featureManager><feature>localConnector-1.0</feature></featureManager>\n");
    for (var consumer : new String[] {"PdfHigh", "PdfDefault", "PdfLow"}) {
      xml.append(
          "  <jmsActivationSpec id=\"planlift/%sConsumer\" autoStart=\"false\"/>\n"
              .formatted(consumer));
    }
    variables.forEach(
        (name, value) ->
            xml.append("  <variable name=\"%s\" value=\"%s\"/>\n".formatted(name, value)));
    return xml.append("</server>\n").toString();
  }
}
