package dev.planlift.service.queue;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Optional;
import java.util.function.Predicate;
import javax.naming.NamingException;

/** In the server's own engine: its consumers can select. */
record EngineDeadLetters(ConnectionFactory connections) implements DeadLetterQueue {
  private static final long PATIENCE_MILLIS = 2_000;

  @Override
  public long count(String queue) throws JMSException, NamingException {
    return browse(queue, message -> 1).size();
  }

  @Override
  public boolean remove(String queue, Predicate<Message> test)
      throws JMSException, NamingException {
    var found =
        browse(queue, message -> test.test(message) ? messageId(message) : Optional.<String>empty())
            .stream()
            .flatMap(Optional::stream)
            .findFirst();
    if (found.isEmpty()) {
      return false;
    }
    try (var context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE);
        var consumer =
            context.createConsumer(
                QueueName.queue(queue), "JMSMessageID = '" + found.get() + "'")) {
      return consumer.receive(PATIENCE_MILLIS) != null;
    }
  }

  private static Optional<String> messageId(Message message) {
    try {
      return Optional.ofNullable(message.getJMSMessageID());
    } catch (JMSException e) {
      throw new IllegalStateException("A message without an id", e);
    }
  }
}
