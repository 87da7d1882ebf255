package dev.planlift.service.queue;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.naming.NamingException;

/** What can be done with a broker's dead-letter queue; some of it differs from broker to broker. */
sealed interface DeadLetterQueue permits EngineDeadLetters, BrokerDeadLetters {
  /** The connections all this is done over. */
  ConnectionFactory connections();

  /** How many messages there are. */
  long count(String queue) throws JMSException, NamingException;

  /**
   * Takes the first message that a test accepts out of the queue; all others stay.
   *
   * @return whether there was one
   */
  boolean remove(String queue, Predicate<Message> test) throws JMSException, NamingException;

  /** What is made of each message; all stay where they are. */
  default <T> List<T> browse(String queue, Function<Message, T> each)
      throws JMSException, NamingException {
    try (var context = connections().createContext(JMSContext.AUTO_ACKNOWLEDGE);
        var browser = context.createBrowser(QueueName.queue(queue))) {
      var seen = new java.util.ArrayList<T>();
      for (var messages = browser.getEnumeration(); messages.hasMoreElements(); ) {
        seen.add(each.apply((Message) messages.nextElement()));
      }
      return seen;
    }
  }
}
