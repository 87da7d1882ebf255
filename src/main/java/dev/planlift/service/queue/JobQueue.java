package dev.planlift.service.queue;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import dev.planlift.error.RetryableError;
import dev.planlift.service.config.Settings;
import dev.planlift.service.job.Format;
import dev.planlift.service.queue.Sender.Parcel;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.naming.NamingException;

/**
 * The queues as the rest of the house sees them. Never inside a database transaction: the two are
 * joined by the outbox, not by a two-phase commit.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class JobQueue {
  @Resource(lookup = "jms/planlift")
  ConnectionFactory connections;

  @Inject Clock clock;
  @Inject Settings settings;

  private Sender sender;

  /** An id and where it goes. */
  public record Nudge(UUID jobId, QueueName queue) {}

  @PostConstruct
  void begin() {
    sender =
        switch (settings.queue().broker()) {
          case ENGINE -> new EngineSender(connections);
          case RABBITMQ -> new ConfirmingSender(connections, settings.queue().confirm());
        };
  }

  @PreDestroy
  void end() throws Exception {
    if (sender instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  /**
   * Sends in order; when it returns, all are safe with the broker. After an error some may be.
   *
   * @throws RetryableError NETWORK_ERROR when the broker does not take them
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public void send(List<Nudge> nudges) {
    deliver(
        nudges.stream()
            .map(
                nudge ->
                    new Parcel(
                        nudge.queue().toString(),
                        ConversionMessage.nudge(nudge.jobId(), clock.instant()).toJson(),
                        Map.of(ConversionMessage.VERSION_PROPERTY, ConversionMessage.VERSION)))
            .toList());
  }

  /**
   * Puts a message that has no job, and cannot have one, with the dead letters of its format.
   *
   * @param why one sentence
   * @throws RetryableError NETWORK_ERROR when the broker does not take it
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public void park(Format format, String text, ErrorCode reason, String why) {
    var parked =
        new ParkedMessage(
            UUID.randomUUID(), format, reason, why, Optional.of(clock.instant()), text);
    deliver(List.of(new Parcel(QueueName.deadLetters(format), text, parked.properties())));
  }

  private void deliver(List<Parcel> parcels) {
    try {
      sender.send(parcels);
    } catch (JMSException | JMSRuntimeException | NamingException e) {
      throw failed(e);
    }
  }

  /**
   * Finds out whether the broker answers.
   *
   * @throws RetryableError NETWORK_ERROR where it does not
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public void reach() {
    try {
      sender.reach();
    } catch (JMSException e) {
      throw failed(e);
    }
  }

  static RetryableError failed(Exception cause) {
    return new RetryableError(
        ErrorCode.NETWORK_ERROR, "The broker does not answer.", Place.UNKNOWN, cause);
  }
}
