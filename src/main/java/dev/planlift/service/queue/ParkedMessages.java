package dev.planlift.service.queue;

import dev.planlift.error.RetryableError;
import dev.planlift.service.config.Settings;
import dev.planlift.service.job.Format;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import javax.naming.NamingException;

/**
 * The broker's dead-letter queues. Who looks through them, or takes out of them, must be alone at
 * it: see {@link dev.planlift.service.job.DeadLetters#lookAlone}.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init") // injected
public class ParkedMessages {
  @Resource(lookup = "jms/planlift")
  ConnectionFactory connections;

  @Inject Settings settings;

  private DeadLetterQueue letters;

  @PostConstruct
  void begin() {
    letters =
        switch (settings.queue().broker()) {
          case ENGINE -> new EngineDeadLetters(connections);
          case RABBITMQ -> new BrokerDeadLetters(connections);
        };
  }

  /**
   * How many messages a format's dead-letter queue holds. May be asked at any time.
   *
   * @throws RetryableError NETWORK_ERROR where the broker does not answer
   */
  public long count(Format format) {
    return asked(() -> letters.count(QueueName.deadLetters(format)));
  }

  /**
   * All messages of a format's dead-letter queue, which stay there.
   *
   * @throws RetryableError NETWORK_ERROR where the broker does not answer
   */
  public List<ParkedMessage> list(Format format) {
    var queue = QueueName.deadLetters(format);
    return asked(() -> letters.browse(queue, message -> ParkedMessage.of(message, format)));
  }

  /**
   * Takes a message away for good.
   *
   * @return whether it was there
   * @throws RetryableError NETWORK_ERROR where the broker does not answer
   */
  public boolean remove(Format format, UUID id) {
    var queue = QueueName.deadLetters(format);
    return asked(
        () -> letters.remove(queue, message -> ParkedMessage.of(message, format).id().equals(id)));
  }

  private interface Question<T> {
    T ask() throws JMSException, NamingException;
  }

  private static <T> T asked(Question<T> question) {
    try {
      return question.ask();
    } catch (JMSException | JMSRuntimeException | NamingException e) {
      throw JobQueue.failed(e);
    }
  }
}
