package dev.planlift.service.queue;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.util.List;
import javax.naming.NamingException;

/** Over the server's own engine: its connections are pooled, and a send returns when it is safe. */
final class EngineSender implements Sender {
  private final ConnectionFactory connections;

  EngineSender(ConnectionFactory connections) {
    this.connections = connections;
  }

  @Override
  public void send(List<Parcel> parcels) throws JMSException, NamingException {
    try (var context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      var producer = context.createProducer();
      for (var parcel : parcels) {
        producer.clearProperties();
        parcel.properties().forEach(producer::setProperty);
        producer.send(QueueName.queue(parcel.queue()), parcel.text());
      }
    } catch (JMSRuntimeException e) {
      throw inFull(e);
    }
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
