package dev.planlift.service.queue;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.NamingException;

/**
 * Over the server's own engine: its connections are pooled, and what was sent is safe when its
 * session is committed, all of it with one write to the disk.
 */
final class EngineSender implements Sender {
  private final ConnectionFactory connections;
  private final Map<String, Queue> queues = new ConcurrentHashMap<>();

  EngineSender(ConnectionFactory connections) {
    this.connections = connections;
  }

  @Override
  public void send(List<Parcel> parcels) throws JMSException, NamingException {
    try (var context = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
      var producer = context.createProducer();
      for (var parcel : parcels) {
        producer.clearProperties();
        parcel.properties().forEach(producer::setProperty);
        producer.send(queue(parcel.queue()), parcel.text());
      }
      context.commit();
    } catch (JMSRuntimeException e) {
      throw inFull(e);
    }
  }

  private Queue queue(String name) throws NamingException {
    var known = queues.get(name);
    if (known == null) {
      known = QueueName.queue(name);
      queues.put(name, known);
    }
    return known;
  }

  @Override
  public void reach() throws JMSException {
    try (var context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      context.start();
    } catch (JMSRuntimeException e) {
      throw inFull(e);
    }
  }

  private static JMSException inFull(JMSRuntimeException e) {
    var fault = new JMSException(e.getMessage(), e.getErrorCode());
    fault.initCause(e);
    return fault;
  }
}
