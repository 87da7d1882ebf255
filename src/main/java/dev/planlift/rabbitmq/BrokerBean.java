package dev.planlift.rabbitmq;

import java.util.Locale;

/** The properties of whatever connects to the broker: a JavaBean, filled by the container. */
public abstract class BrokerBean {
  private String uris = "amqp://127.0.0.1:5672";
  private String user = "guest";
  private String password = "guest";
  private String topology = "declare";

  final BrokerAddress address() {
    return new BrokerAddress(uris, user, password);
  }

  /**
   * What is to be done for queues.
   *
   * @throws IllegalArgumentException where the property names nothing known
   */
  final Topology assurance() {
    return Topology.valueOf(topology.toUpperCase(Locale.ROOT));
  }

  /** The nodes' addresses, {@code amqp://host:port/vhost}, divided by commas. */
  public String getUris() {
    return uris;
  }

  public void setUris(String uris) {
    this.uris = uris;
  }

  public String getUser() {
    return user;
  }

  public void setUser(String user) {
    this.user = user;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  /** {@code declare}: queues that are missing are made; {@code check}: they must be there. */
  public String getTopology() {
    return topology;
  }

  public void setTopology(String topology) {
    this.topology = topology;
  }
}
