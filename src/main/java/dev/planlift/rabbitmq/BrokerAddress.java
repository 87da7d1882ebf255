package dev.planlift.rabbitmq;

import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.jms.admin.RMQConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * Where the broker is and who we are there.
 *
 * @param uris {@code amqp://host:5672/vhost} or {@code amqps://…} of each node, divided by commas,
 *     without credentials; the first that answers is taken
 */
record BrokerAddress(String uris, String user, String password) {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  /**
   * Sets a factory up for this broker.
   *
   * @throws JMSException where an address is none
   */
  void configure(RMQConnectionFactory factory) throws JMSException {
    factory.setUris(addresses());
    factory.setUsername(user);
    factory.setPassword(password);
    factory.setTerminationTimeout(CLOSE_LIMIT.toMillis());
    factory.setDeclareReplyToDestination(false);
    // The client's default is 2 s, after which it interrupts the bean; a conversion takes minutes.
    factory.setOnMessageTimeoutMs(Integer.MAX_VALUE);
    if (isSecure()) {
      factory.setHostnameVerification(true);
    }
    factory.setAmqpConnectionFactoryPostProcessor(BrokerAddress::tune);
  }

  /** For messages: no credentials in it. */
  @Override
  public String toString() {
    return uris;
  }

  private boolean isSecure() {
    return uris.startsWith("amqps:");
  }

  private List<String> addresses() {
    return Arrays.stream(uris.split(",", -1)).map(String::strip).toList();
  }

  private static void tune(ConnectionFactory amqp) {
    // We connect anew ourselves: JMS sessions do not outlive the client's own recovery.
    amqp.setAutomaticRecoveryEnabled(false);
    amqp.setConnectionTimeout((int) CONNECT_LIMIT.toMillis());
    amqp.setHandshakeTimeout((int) CONNECT_LIMIT.toMillis());
    amqp.setChannelRpcTimeout((int) CONNECT_LIMIT.toMillis());
    amqp.setRequestedHeartbeat((int) HEARTBEAT.toSeconds());
    // A listener waits on its thread for the bean; the client's own pool has but one for each core.
    amqp.setSharedExecutor(Executors.newVirtualThreadPerTaskExecutor());
  }
}
