package dev.planlift.rabbitmq;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/**
 * Jakarta Connectors' side of a broker: a JavaBean with its address, filled by the container, and
 * the message-driven beans that listen there.
 */
public class RabbitResourceAdapter extends BrokerBean implements ResourceAdapter {
  private static final XAResource[] NONE = {};

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
            address(),
            assurance(),
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RabbitResourceAdapter that
        && address().equals(that.address())
        && getTopology().equals(that.getTopology());
  }

  @Override
  public int hashCode() {
    return Objects.hash(address(), getTopology());
  }
}
