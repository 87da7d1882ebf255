package dev.planlift.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;

/**
 * The queues as they must be at the broker: quorum queues, each with the dead-letter queue of its
 * group ({@code dxf.high} and {@code dxf.low} share {@code dxf.dlq}). Declaring what is there
 * already, and alike, does nothing.
 */
enum Topology {
  /** Makes what is missing; what is there with other arguments is taken as it is. */
  DECLARE {
    @Override
    void assure(Connection connection, String queue) throws IOException, TimeoutException {
      declare(connection, deadLetters(queue), DEAD_LETTERS);
      declare(connection, queue, arguments(queue));
    }
  },
  /** Only looks whether it is there, as where rights to declare are not given. */
  CHECK {
    @Override
    void assure(Connection connection, String queue) throws IOException, TimeoutException {
      try (var channel = connection.createChannel()) {
        channel.queueDeclarePassive(deadLetters(queue));
        channel.queueDeclarePassive(queue);
      }
    }
  };

  private static final Logger LOG = Logger.getLogger(Topology.class.getName());
  private static final String TYPE = "x-queue-type";
  private static final String QUORUM = "quorum";
  private static final String LIMIT = "x-delivery-limit";
  private static final int DELIVERY_LIMIT = 20;

  /**
   * To look through a queue is to take and give back, which counts as a delivery. RabbitMQ 4 has a
   * limit of 20 where none is given, and then would lose what was looked at so often.
   */
  private static final Map<String, Object> DEAD_LETTERS =
      Map.of(TYPE, QUORUM, LIMIT, 1_000_000_000);

  /**
   * @throws IOException where a queue is missing
   */
  abstract void assure(Connection connection, String queue) throws IOException, TimeoutException;

  /** The same for several. */
  final void assure(Connection connection, Iterable<String> queues) throws IOException {
    try {
      for (var queue : queues) {
        assure(connection, queue);
      }
    } catch (TimeoutException e) {
      throw new IOException(e);
    }
  }

  /** Over a channel of its own, which the broker closes where it refuses. */
  private static void declare(Connection connection, String queue, Map<String, Object> arguments)
      throws IOException, TimeoutException {
    var channel = connection.createChannel();
    try {
      channel.queueDeclare(queue, true, false, false, arguments);
    } catch (IOException e) {
      var why = difference(e).orElseThrow(() -> e);
      LOG.severe(() -> "event=queue_differs queue=" + queue + " It is taken as it is. " + why);
      return;
    }
    channel.close();
  }

  /** What the broker says of a queue that is there with other arguments. */
  private static Optional<String> difference(IOException refusal) {
    return refusal.getCause() instanceof ShutdownSignalException signal
            && signal.getReason() instanceof AMQP.Channel.Close close
            && close.getReplyCode() == AMQP.PRECONDITION_FAILED
        ? Optional.of(close.getReplyText())
        : Optional.empty();
  }

  /** {@code dxf.dlq} for {@code dxf.high}. */
  static String deadLetters(String queue) {
    int dot = queue.indexOf('.');
    return (dot < 0 ? queue : queue.substring(0, dot)) + ".dlq";
  }

  /**
   * At least once also on the way to the dead letters, which asks for reject-publish: see "Dead
   * Lettering Strategy" in RabbitMQ's page on quorum queues. The limit of deliveries is a last
   * resort, for what kills every server that gets it: tries are counted in the database.
   */
  private static Map<String, Object> arguments(String queue) {
    var arguments = new HashMap<String, Object>();
    arguments.put(TYPE, QUORUM);
    arguments.put("x-dead-letter-exchange", "");
    arguments.put("x-dead-letter-routing-key", deadLetters(queue));
    arguments.put("x-dead-letter-strategy", "at-least-once");
    arguments.put("x-overflow", "reject-publish");
    arguments.put(LIMIT, DELIVERY_LIMIT);
    return arguments;
  }
}
