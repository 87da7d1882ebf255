package dev.planlift.rabbitmq;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import org.jspecify.annotations.Nullable;

/** What a message-driven bean listens to: a JavaBean, filled by the container. */
public class QueueActivation implements ActivationSpec {
  private @Nullable ResourceAdapter adapter;
  private String queueName = "";
  private String destinationLookup = "";
  private String destinationType = "jakarta.jms.Queue";
  private Integer concurrency = 1;
  private Integer prefetch = 1;
  private Long reconnectMillis = 1000L;
  private Long drainMillis = 25_000L;

  @Override
  public void validate() throws InvalidPropertyException {
    if (queueName.isBlank()) {
      throw new InvalidPropertyException("queueName is missing");
    }
    if (concurrency < 1 || prefetch < 1 || reconnectMillis < 1 || drainMillis < 0) {
      throw new InvalidPropertyException(
          "concurrency, prefetch and reconnectMillis are at least 1, drainMillis is not negative");
    }
  }

  @Override
  public @Nullable ResourceAdapter getResourceAdapter() {
    return adapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) {
    this.adapter = adapter;
  }

  /** The queue's name at the broker. */
  public String getQueueName() {
    return queueName;
  }

  public void setQueueName(String queueName) {
    this.queueName = queueName;
  }

  /** Known to beans of other adapters; not used. */
  public String getDestinationLookup() {
    return destinationLookup;
  }

  public void setDestinationLookup(String destinationLookup) {
    this.destinationLookup = destinationLookup;
  }

  /** Always a queue. */
  public String getDestinationType() {
    return destinationType;
  }

  public void setDestinationType(String destinationType) {
    this.destinationType = destinationType;
  }

  /** Messages at a time: sessions, each with a channel and a consumer of its own. */
  public Integer getConcurrency() {
    return concurrency;
  }

  public void setConcurrency(Integer concurrency) {
    this.concurrency = concurrency;
  }

  /** Messages that wait at each consumer, the one being worked on included. */
  public Integer getPrefetch() {
    return prefetch;
  }

  public void setPrefetch(Integer prefetch) {
    this.prefetch = prefetch;
  }

  /** Time between two attempts to connect. */
  public Long getReconnectMillis() {
    return reconnectMillis;
  }

  public void setReconnectMillis(Long reconnectMillis) {
    this.reconnectMillis = reconnectMillis;
  }

  /** How long a stop waits for messages in work before they go back to the broker. */
  public Long getDrainMillis() {
    return drainMillis;
  }

  public void setDrainMillis(Long drainMillis) {
    this.drainMillis = drainMillis;
  }
}
