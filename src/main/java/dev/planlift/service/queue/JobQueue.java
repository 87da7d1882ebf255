package dev.planlift.service.queue;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import dev.planlift.error.RetryableError;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Sends ids to the queues. Never inside a database transaction: the two are joined by the outbox,
 * not by a two-phase commit.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class JobQueue {
  @Resource(lookup = "jms/planlift")
  ConnectionFactory connections;

  @Inject Clock clock;

  /** An id and where it goes. */
  public record Nudge(UUID jobId, QueueName queue) {}

  /**
   * Sends in order; when it returns, all are safe with the broker. After an error some may be.
   *
   * @throws RetryableError NETWORK_ERROR when the broker does not take them
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public void send(List<Nudge> nudges) {
    try (var context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      var producer = context.createProducer();
      producer.setProperty(ConversionMessage.VERSION_PROPERTY, ConversionMessage.VERSION);
      for (var nudge : nudges) {
        var message = ConversionMessage.nudge(nudge.jobId(), clock.instant());
        producer.send(queue(nudge.queue().lookup()), message.toJson());
      }
    } catch (JMSRuntimeException | NamingException e) {
      throw failed(e);
    }
  }

  /**
   * Finds out whether the broker takes a connection.
   *
   * @throws RetryableError NETWORK_ERROR where it does not
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public void reach() {
    try (var context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      context.start();
    } catch (JMSRuntimeException e) {
      throw failed(e);
    }
  }

  /** How many messages wait in a queue; those being worked on are not counted. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public int depth(String queueName) {
    try (var context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE);
        var browser = context.createBrowser(queue("jms/" + queueName))) {
      int count = 0;
      for (var messages = browser.getEnumeration();
          messages.hasMoreElements();
          messages.nextElement()) {
        count++;
      }
      return count;
    } catch (JMSRuntimeException | JMSException | NamingException e) {
      throw failed(e);
    }
  }

  /** By one of our own fixed names, never by a user's. */
  @SuppressWarnings("BanJNDI")
  private static Queue queue(String lookup) throws NamingException {
    return InitialContext.doLookup(lookup);
  }

  private static RetryableError failed(Exception cause) {
    return new RetryableError(
        ErrorCode.NETWORK_ERROR, "The broker does not answer.", Place.UNKNOWN, cause);
  }
}
