package dev.planlift.service.queue;

import jakarta.jms.JMSException;
import java.util.List;
import java.util.Map;
import javax.naming.NamingException;

/**
 * Sends texts to queues; how one makes sure that they have arrived differs from broker to broker.
 */
interface Sender {
  /**
   * A text on its way.
   *
   * @param queue the queue's name, not yet of JNDI
   * @param properties told beside it, by name
   */
  record Parcel(String queue, String text, Map<String, String> properties) {
    public Parcel {
      properties = Map.copyOf(properties);
    }
  }

  /**
   * Sends in order; when it returns, all are safe with the broker. After an error some may be.
   *
   * @throws JMSException when the broker does not take one, or does not say so in time
   */
  void send(List<Parcel> parcels) throws JMSException, NamingException;

  /**
   * Asks the broker for an answer.
   *
   * @throws JMSException when the broker takes no connection
   */
  void reach() throws JMSException;
}
