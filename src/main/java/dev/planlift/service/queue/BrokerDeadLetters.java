package dev.planlift.service.queue;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import javax.naming.NamingException;

/**
 * At RabbitMQ, which knows neither selectors for queues nor a way to look without taking: what is
 * not acknowledged goes back when its session is closed. Each message is acknowledged by itself.
 */
record BrokerDeadLetters(ConnectionFactory connections) implements DeadLetterQueue {
  /** The client's own mode beside those of JMS: RMQSession.CLIENT_INDIVIDUAL_ACKNOWLEDGE. */
  private static final int ACKNOWLEDGE_EACH = 4;

  private static final long PATIENCE_MILLIS = 500;

  /** Our adapter's connections tell a queue's length, which no interface of JMS does. */
  @Override
  @SuppressWarnings("unchecked")
  public long count(String queue) {
    return ((ToLongFunction<String>) connections).applyAsLong(queue);
  }

  @Override
  public boolean remove(String queue, Predicate<Message> test)
      throws JMSException, NamingException {
    long left = count(queue);
    try (Connection connection = connections.createConnection();
        var session = connection.createSession(false, ACKNOWLEDGE_EACH);
        var consumer = session.createConsumer(QueueName.queue(queue))) {
      connection.start();
      while (left-- > 0) {
        var message = consumer.receive(PATIENCE_MILLIS);
        if (message == null) {
          return false;
        }
        if (test.test(message)) {
          message.acknowledge();
          return true;
        }
      }
      return false;
    }
  }
}
