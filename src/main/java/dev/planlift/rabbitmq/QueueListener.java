package dev.planlift.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.jms.admin.RMQDestination;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.resource.spi.work.WorkException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One message-driven bean at its queue: one connection, as many sessions as it takes messages at a
 * time. A loss of whatever part ends the whole connection, and another one is made, for as long as
 * the bean listens.
 */
final class QueueListener {
  private static final Logger LOG = Logger.getLogger(QueueListener.class.getName());

  private final BrokerAddress broker;
  private final Topology topology;
  private final QueueActivation spec;
  private final Delivery delivery;

  /** Of messages in work; the one party that is registered for good is this listener. */
  private final Phaser inWork = new Phaser(1);

  private final AtomicReference<@Nullable Line> line = new AtomicReference<>();
  private volatile boolean listening;

  QueueListener(BrokerAddress broker, Topology topology, QueueActivation spec, Delivery delivery) {
    this.broker = broker;
    this.topology = topology;
    this.spec = spec;
    this.delivery = delivery;
  }

  /** Begins to listen, and returns at once. */
  void start() {
    listening = true;
    connect(Duration.ZERO);
  }

  /** Takes no more messages, waits for those in work, and gives back what is not done in time. */
  void stop() {
    listening = false;
    var last = line.getAndSet(null);
    if (last == null) {
      return;
    }
    // All of them, before anything is closed: what goes back would come to a session still open.
    last.cancelConsumers();
    if (!allDone()) {
      LOG.warning(() -> spec.getQueueName() + ": messages in work go back to the broker");
      last.cut();
    } else {
      last.close();
    }
  }

  private boolean allDone() {
    try {
      inWork.awaitAdvanceInterruptibly(
          inWork.arrive(), spec.getDrainMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private void connect(Duration pause) {
    try {
      delivery.schedule(() -> connectUntilItHolds(pause));
    } catch (WorkException e) {
      LOG.log(Level.SEVERE, e, () -> spec.getQueueName() + " is not listened to");
    }
  }

  private void connectUntilItHolds(Duration pause) {
    var wait = pause;
    var told = "";
    try {
      while (listening) {
        Thread.sleep(wait);
        var next = new Line();
        try {
          next.open();
          return;
        } catch (JMSException | RuntimeException e) {
          next.cut();
          var why = rootOf(e);
          if (!why.equals(told)) { // a broker that is away for hours says the same each second
            told = why;
            LOG.warning(() -> spec.getQueueName() + " at " + broker + ": " + why);
          }
        }
        wait = Duration.ofMillis(spec.getReconnectMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** On a session's own thread, which alone may settle. */
  private void take(Session session, Message message) {
    if (!listening) {
      return; // unsettled: it goes back when its channel is closed
    }
    inWork.register();
    try {
      if (delivery.deliver(message, () -> listening)) {
        message.acknowledge();
      } else {
        Thread.sleep(spec.getReconnectMillis()); // the broker's redelivery knows no back-off
        session.recover();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (JMSException | RuntimeException e) {
      LOG.warning(() -> spec.getQueueName() + " will be delivered again: " + rootOf(e));
    } finally {
      inWork.arriveAndDeregister();
    }
  }

  private static String rootOf(Throwable fault) {
    var root = fault;
    for (var next = root.getCause(); next != null; next = root.getCause()) {
      root = next;
    }
    return root.toString();
  }

  /** One connection, from its making to its loss. */
  private final class Line implements WatchedConnections.Watcher {
    private final Map<String, Channel> consumers = new ConcurrentHashMap<>();
    private volatile com.rabbitmq.client.@Nullable Connection amqp;
    private volatile @Nullable Connection jms;
    private volatile boolean isLost;

    void open() throws JMSException {
      var factory = new WatchedConnections(this);
      broker.configure(factory);
      factory.setChannelsQos(spec.getPrefetch());
      var connection = factory.createConnection();
      jms = connection;
      var queue = new RMQDestination(spec.getQueueName(), null, null, spec.getQueueName());
      for (int i = 0; i < spec.getConcurrency(); i++) {
        // AUTO would acknowledge before the bean has seen the message.
        var session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
        session.createConsumer(queue).setMessageListener(message -> take(session, message));
      }
      line.set(this);
      connection.start();
      if (isLost && line.compareAndSet(this, null)) {
        throw new JMSException("lost as soon as it was made");
      }
      if (!listening) {
        close();
      }
      LOG.info(() -> "Listening to " + spec.getQueueName() + " at " + broker);
    }

    @Override
    public void connected(com.rabbitmq.client.Connection connection) throws IOException {
      amqp = connection;
      topology.assure(connection, List.of(spec.getQueueName()));
    }

    @Override
    public void consuming(Channel channel, String consumerTag) {
      consumers.put(consumerTag, channel);
    }

    @Override
    public void lost(String what) {
      isLost = true;
      // Only the one in use starts another; one that is lost while it is made is tried again there.
      if (listening && line.compareAndSet(this, null)) {
        LOG.warning(() -> spec.getQueueName() + " lost " + what);
        cut();
        connect(Duration.ofMillis(spec.getReconnectMillis()));
      }
    }

    void cancelConsumers() {
      consumers.forEach(
          (tag, channel) -> {
            try {
              channel.basicCancel(tag);
            } catch (IOException | RuntimeException e) {
              LOG.fine(() -> "A consumer was gone already: " + e);
            }
          });
    }

    /** Ends it without waiting for anybody; JMS's own end would wait for the beans. */
    void cut() {
      line.compareAndSet(this, null);
      var connection = amqp;
      if (connection != null) {
        Thread.startVirtualThread(connection::abort);
      }
    }

    void close() {
      var connection = jms;
      if (connection != null) {
        try {
          connection.close();
        } catch (JMSException | RuntimeException e) {
          LOG.fine(() -> "A connection was gone already: " + e);
        }
      }
    }
  }
}
