package dev.planlift.service.queue;

import jakarta.jms.CompletionListener;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Over one connection that is kept, with the broker's word for each message: a batch is sent at
 * once and waited for together. After any doubt the connection is given up and made anew; a broker
 * that never answers is such a doubt.
 */
final class ConfirmingSender implements Sender, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ConfirmingSender.class.getName());

  private final ConnectionFactory connections;
  private final Duration limit;
  private @Nullable Line line;

  ConfirmingSender(ConnectionFactory connections, Duration limit) {
    this.connections = connections;
    this.limit = limit;
  }

  @Override
  public synchronized void send(List<Parcel> parcels) throws JMSException, NamingException {
    if (line == null || !sendsOver(line, parcels)) {
      // A connection that was kept may have been dead for long: a new one tells whether the broker
      // is. What did arrive arrives twice, which nobody minds.
      boolean sent = false;
      try {
        line().send(parcels, limit);
        sent = true;
      } finally {
        if (!sent) {
          close();
        }
      }
    }
  }

  private boolean sendsOver(Line kept, List<Parcel> parcels) throws NamingException {
    try {
      kept.send(parcels, limit);
      return true;
    } catch (JMSException | RuntimeException e) { // the client's own are of the latter kind
      LOG.fine(() -> "A kept connection was dead: " + e);
      close();
      return false;
    }
  }

  @Override
  public synchronized void reach() throws JMSException {
    boolean reached = false;
    try {
      // A session costs the broker an answer.
      line().connection().createSession(false, Session.AUTO_ACKNOWLEDGE).close();
      reached = true;
    } finally {
      if (!reached) {
        close();
      }
    }
  }

  @Override
  public synchronized void close() {
    var last = line;
    line = null;
    if (last != null) {
      // The end of a connection that is cut may itself wait: nobody should wait for it.
      Thread.startVirtualThread(last::close);
    }
  }

  private Line line() throws JMSException {
    var open = line;
    if (open == null) {
      open = Line.open(connections.createConnection());
      line = open;
    }
    return open;
  }

  /** A connection with one session, and a producer for each queue that was sent to. */
  private record Line(
      Connection connection, Session session, Map<String, MessageProducer> producers) {
    static Line open(Connection connection) throws JMSException {
      return new Line(
          connection, connection.createSession(false, Session.AUTO_ACKNOWLEDGE), new HashMap<>());
    }

    void send(List<Parcel> parcels, Duration limit) throws JMSException, NamingException {
      var answers = new Answers(parcels.size());
      for (var parcel : parcels) {
        var message = session.createTextMessage(parcel.text());
        for (var property : parcel.properties().entrySet()) {
          message.setStringProperty(property.getKey(), property.getValue());
        }
        producer(parcel.queue()).send(message, answers);
      }
      answers.await(limit);
    }

    private MessageProducer producer(String queue) throws JMSException, NamingException {
      var known = producers.get(queue);
      if (known == null) {
        known = session.createProducer(QueueName.queue(queue));
        producers.put(queue, known);
      }
      return known;
    }

    void close() {
      try {
        connection.close();
      } catch (JMSException | RuntimeException e) {
        LOG.fine(() -> "A connection was gone already: " + e);
      }
    }
  }

  /** The broker's words on a batch. */
  private static final class Answers implements CompletionListener {
    private final CountDownLatch open;
    private final AtomicReference<@Nullable Exception> fault = new AtomicReference<>();

    Answers(int count) {
      this.open = new CountDownLatch(count);
    }

    @Override
    public void onCompletion(Message message) {
      open.countDown();
    }

    @Override
    public void onException(Message message, Exception exception) {
      fault.set(exception);
      open.countDown();
    }

    void await(Duration limit) throws JMSException {
      try {
        if (!open.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new JMSException(
              open.getCount() + " messages were not confirmed within " + limit.toSeconds() + " s");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new JMSException("The server stops.");
      }
      var refused = fault.get();
      if (refused != null) {
        var report = new JMSException("The broker refused a message: " + refused.getMessage());
        report.initCause(refused);
        throw report;
      }
    }
  }
}
