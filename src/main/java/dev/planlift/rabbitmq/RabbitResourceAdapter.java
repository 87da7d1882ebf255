package dev.planlift.rabbitmq;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/**
 * Jakarta Connectors' side of a broker: a JavaBean with its address, filled by the container, and
 * the message-driven beans that listen there.
 */
public class RabbitResourceAdapter implements ResourceAdapter {
  private static final XAResource[] NONE = {};

  private String uris = "amqp://127.0.0.1:5672";
  private String user = "guest";
  private String password = "guest";
  private String topology = "declare";
  private @Nullable BootstrapContext container;
  private final Map<MessageEndpointFactory, QueueListener> listeners = new ConcurrentHashMap<>();

  @Override
  public void start(BootstrapContext container) {
    this.container = container;
  }

  @Override
  public void stop() {
    listeners.values().forEach(QueueListener::stop);
    listeners.clear();
  }

  @Override
  public void endpointActivation(MessageEndpointFactory beans, ActivationSpec spec)
      throws ResourceException {
    if (!(spec instanceof QueueActivation activation)) {
      throw new ResourceException("Not an activation of this adapter: " + spec);
    }
    activation.validate();
    var listener =
        new QueueListener(
            new BrokerAddress(uris, user, password),
            Topology.valueOf(topology.toUpperCase(Locale.ROOT)),
            activation,
            new Delivery(Objects.requireNonNull(container), beans));
    listeners.put(beans, listener);
    listener.start();
  }

  @Override
  public void endpointDeactivation(MessageEndpointFactory beans, ActivationSpec spec) {
    var listener = listeners.remove(beans);
    if (listener != null) {
      listener.stop();
    }
  }

  /** None: acknowledgement follows the transaction, it is no part of it. */
  @Override
  public XAResource[] getXAResources(ActivationSpec[] specs) {
    return NONE.clone();
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RabbitResourceAdapter that
        && uris.equals(that.uris)
        && user.equals(that.user)
        && password.equals(that.password)
        && topology.equals(that.topology);
  }

  @Override
  public int hashCode() {
    return Objects.hash(uris, user, password, topology);
  }
}
