package dev.planlift.service.config;

/**
 * What the environment tells beside the settings: read by the server's XML or the launcher, not by
 * the application. Everything else that begins with {@code PLANLIFT_} is a setting, or a mistake.
 */
public enum ServerVariable {
  PLANLIFT_HOME("", "the installation's folder; the launcher sets it"),
  PLANLIFT_DATA("", "the data folder; the launcher sets it"),
  PLANLIFT_CONFIG(
      "planlift.properties in the data folder",
      "a file of settings, `planlift.retry.base=30s` a line; the environment overrides it"),
  PLANLIFT_PROFILE("", "`embedded` or `production`: which fragment of `liberty/` is read"),
  PLANLIFT_HTTP_HOST("127.0.0.1", "the address that is listened on"),
  PLANLIFT_HTTP_PORT("9080", "the port of HTTP; the launcher sets it"),
  PLANLIFT_HTTPS_PORT("-1", "the port of HTTPS, -1 for none; the launcher sets it"),
  PLANLIFT_ADMIN_PASSWORD("", "of `admin` in Admin Center"),
  PLANLIFT_DB_URL("", "PostgreSQL, as `jdbc:postgresql://host:5432/planlift`"),
  PLANLIFT_DB_USER("", "owner of the tables"),
  PLANLIFT_DB_PASSWORD("", ""),
  PLANLIFT_DB_CONNECTIONS(
      "4 × PLANLIFT_CONSUMERS", "the most connections that statements share; 8 more hold locks"),
  PLANLIFT_DB_WAIT("10s", "what a caller waits for a free connection"),
  PLANLIFT_DB_LOCK_TIMEOUT("10s", "what a statement waits for a row, as PostgreSQL writes times"),
  PLANLIFT_DB_STATEMENT_TIMEOUT("30s", "what a statement may take; migrations are not bound"),
  PLANLIFT_CONSUMERS("8", "messages of one queue that the server holds at a time"),
  PLANLIFT_AMQP_URIS("", "RabbitMQ's nodes, `amqp://host:5672` each, divided by commas"),
  PLANLIFT_AMQP_USER("", ""),
  PLANLIFT_AMQP_PASSWORD("", ""),
  PLANLIFT_AMQP_TOPOLOGY("declare", "`declare`: missing queues are made; `check`: they must be"),
  PLANLIFT_AMQP_DRAIN_MILLIS("25000", "what a stop waits for messages in work"),
  PLANLIFT_SHARED("", "where the tests find drawings of others"),
  PLANLIFT_CHROMIUM("", "the browser that the tests drive");

  private final String standard;
  private final String doc;

  ServerVariable(String standard, String doc) {
    this.standard = standard;
    this.doc = doc;
  }

  /** What stands where it is not given; empty for none. */
  public String standard() {
    return standard;
  }

  /** What it is for; empty where the name says it. */
  public String doc() {
    return doc;
  }
}
