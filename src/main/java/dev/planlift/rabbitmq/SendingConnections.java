package dev.planlift.rabbitmq;

import com.rabbitmq.jms.admin.RMQConnectionFactory;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/**
 * Connections to send over, and to look into queues: an administered object, a JavaBean filled by
 * the container. The queues it names are assured each time a connection is made, so that nothing is
 * sent to one that is not there, which the broker would confirm all the same.
 *
 * <p>Not pooled: who sends keeps a connection.
 */
public class SendingConnections extends BrokerBean
    implements ConnectionFactory, ToLongFunction<String> {
  private String queues = "";

  /**
   * How many messages a queue holds that nobody works on. An interface of the JDK: an application
   * sees none of ours.
   *
   * @throws JMSRuntimeException where there is no such queue, or the broker does not answer
   */
  @Override
  public long applyAsLong(String queue) {
    var count = new AtomicLong();
    try {
      var factory = new RMQConnectionFactory();
      address().configure(factory);
      factory.setAmqpConnectionPostProcessor(opened -> count.set(messages(opened, queue)));
      factory.createConnection().close();
    } catch (JMSException e) {
      throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
    }
    return count.get();
  }

  private static long messages(com.rabbitmq.client.Connection connection, String queue) {
    try (var channel = connection.createChannel()) {
      return channel.messageCount(queue);
    } catch (IOException | TimeoutException e) {
      connection.abort();
      throw new JMSRuntimeException("No count of " + queue + ": " + e.getMessage(), null, e);
    }
  }

  @Override
  public Connection createConnection() throws JMSException {
    return factory().createConnection();
  }

  @Override
  public Connection createConnection(String userName, String secret) throws JMSException {
    return factory().createConnection(userName, secret);
  }

  @Override
  public JMSContext createContext() {
    return context().createContext();
  }

  @Override
  public JMSContext createContext(String userName, String secret) {
    return context().createContext(userName, secret);
  }

  @Override
  public JMSContext createContext(String userName, String secret, int sessionMode) {
    return context().createContext(userName, secret, sessionMode);
  }

  @Override
  public JMSContext createContext(int sessionMode) {
    return context().createContext(sessionMode);
  }

  private RMQConnectionFactory context() {
    try {
      return factory();
    } catch (JMSException e) {
      throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
    }
  }

  private RMQConnectionFactory factory() throws JMSException {
    var factory = new RMQConnectionFactory();
    address().configure(factory);
    // All there is: a dead-letter queue is looked through to its end.
    factory.setQueueBrowserReadMax(0);
    factory.setAmqpConnectionPostProcessor(this::assure);
    return factory;
  }

  private void assure(com.rabbitmq.client.Connection connection) {
    try {
      assurance().assure(connection, names());
    } catch (IOException e) {
      connection.abort();
      throw new UncheckedIOException(e);
    }
  }

  private List<String> names() {
    return Arrays.stream(queues.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Names of the queues that are sent to, divided by commas. */
  public String getQueues() {
    return queues;
  }

  public void setQueues(String queues) {
    this.queues = queues;
  }
}
