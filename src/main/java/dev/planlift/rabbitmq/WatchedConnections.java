package dev.planlift.rabbitmq;

import com.rabbitmq.client.AddressResolver;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Consumer;
import com.rabbitmq.jms.admin.RMQConnectionFactory;
import java.io.IOException;
import java.io.Serial;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * JMS connections that tell of every loss. The JMS client itself tells only that a whole connection
 * is lost, not that the broker closed a channel (a late acknowledgement) or cancelled a consumer
 * (its queue was deleted, or its node left): then a bean would wait for ever for messages.
 */
final class WatchedConnections extends RMQConnectionFactory {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Watcher watcher;

  /** Who is told. Called on the client's threads. */
  interface Watcher {
    /** A connection, made and not yet used by anybody. */
    void connected(Connection connection) throws IOException;

    void consuming(Channel channel, String consumerTag);

    void lost(String what);
  }

  WatchedConnections(Watcher watcher) {
    this.watcher = watcher;
  }

  @Override
  protected ConnectionFactory createConnectionFactory() {
    return new ConnectionFactory() {
      @Override
      public Connection newConnection(
          @Nullable ExecutorService executor, AddressResolver addresses, @Nullable String name)
          throws IOException, TimeoutException {
        var connection = super.newConnection(executor, addresses, name);
        connection.addShutdownListener(
            cause -> {
              if (!cause.isInitiatedByApplication()) {
                watcher.lost("the connection: " + cause.getMessage());
              }
            });
        try {
          watcher.connected(connection);
        } catch (IOException | RuntimeException e) {
          connection.abort();
          throw e;
        }
        return around(Connection.class, connection, WatchedConnections.this::watched);
      }
    };
  }

  /** Of a connection: its channels. */
  private @Nullable Object watched(Method method, Object target, Object[] arguments)
      throws ReflectiveOperationException {
    var result = method.invoke(target, arguments);
    if (!(result instanceof Channel channel)) {
      return result;
    }
    channel.addShutdownListener(
        cause -> {
          if (!cause.isInitiatedByApplication() && !cause.isHardError()) {
            watcher.lost("a channel: " + cause.getMessage());
          }
        });
    return around(Channel.class, channel, this::consuming);
  }

  /** Of a channel: its consumers. */
  private @Nullable Object consuming(Method method, Object target, Object[] arguments)
      throws ReflectiveOperationException {
    if (!method.getName().equals("basicConsume")) {
      return method.invoke(target, arguments);
    }
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof Consumer consumer) {
        arguments[i] = around(Consumer.class, consumer, this::cancelled);
      }
    }
    var tag = method.invoke(target, arguments);
    watcher.consuming((Channel) target, String.valueOf(tag));
    return tag;
  }

  /** Of a consumer: that the broker cancelled it. */
  private @Nullable Object cancelled(Method method, Object target, Object[] arguments)
      throws ReflectiveOperationException {
    if (method.getName().equals("handleCancel")) {
      watcher.lost("a consumer: the broker cancelled it");
    }
    return method.invoke(target, arguments);
  }

  /** What is done in place of a call. */
  private interface Around {
    @Nullable Object call(Method method, Object target, Object[] arguments)
        throws ReflectiveOperationException;
  }

  private static <T> T around(Class<T> type, T target, Around around) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          try {
            return around.call(method, target, arguments == null ? new Object[0] : arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
