package dev.planlift.rabbitmq;

import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands one message at a time to a bean, on a thread of the container. Thread-safe. */
final class Delivery {
  private static final Logger LOG = Logger.getLogger(Delivery.class.getName());
  private static final Duration APPLICATION_STARTS = Duration.ofMillis(200);
  private static final Method ON_MESSAGE = onMessage();

  private final BootstrapContext container;
  private final MessageEndpointFactory beans;
  private final boolean transacted;

  Delivery(BootstrapContext container, MessageEndpointFactory beans) throws ResourceException {
    this.container = container;
    this.beans = beans;
    try {
      this.transacted = beans.isDeliveryTransacted(ON_MESSAGE);
    } catch (NoSuchMethodException e) {
      throw new ResourceException(e);
    }
  }

  /** Runs something on a thread of the container. */
  void schedule(Runnable work) throws WorkException {
    container.getWorkManager().scheduleWork(new Errand(work));
  }

  /**
   * Returns when the bean has done its work; the caller's thread belongs to the client, which knows
   * of no transactions and no class loaders.
   *
   * @param wanted whether the bean is still to be waited for while its application starts
   * @return whether the message may be acknowledged
   */
  boolean deliver(Message message, BooleanSupplier wanted) throws InterruptedException {
    var done = new CompletableFuture<Boolean>();
    try {
      schedule(() -> done.complete(call(message, wanted)));
      return done.get();
    } catch (WorkException | ExecutionException e) {
      LOG.log(Level.SEVERE, "A message could not be handed to its bean", e);
      return false;
    }
  }

  private boolean call(Message message, BooleanSupplier wanted) {
    MessageEndpoint bean = null;
    try {
      bean = endpoint(wanted);
      return call(bean, message);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Exception e) {
      LOG.log(Level.WARNING, "A message was not taken by its bean", e);
      return false;
    } finally {
      if (bean != null) {
        bean.release();
      }
    }
  }

  private boolean call(MessageEndpoint bean, Message message)
      throws ResourceException, NoSuchMethodException {
    var committed = new AtomicBoolean(!transacted);
    boolean returned = false;
    bean.beforeDelivery(ON_MESSAGE);
    try {
      if (transacted) {
        container
            .getTransactionSynchronizationRegistry()
            .registerInterposedSynchronization(new Outcome(committed));
      }
      ((MessageListener) bean).onMessage(message);
      returned = true;
    } finally {
      bean.afterDelivery();
    }
    return returned && committed.get();
  }

  private MessageEndpoint endpoint(BooleanSupplier wanted)
      throws ResourceException, InterruptedException {
    while (true) {
      try {
        return beans.createEndpoint(null);
      } catch (UnavailableException e) {
        if (!wanted.getAsBoolean()) {
          throw e;
        }
        Thread.sleep(APPLICATION_STARTS);
      }
    }
  }

  private static Method onMessage() {
    try {
      return MessageListener.class.getMethod("onMessage", Message.class);
    } catch (NoSuchMethodException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Notes whether the bean's transaction was committed. */
  private record Outcome(AtomicBoolean committed) implements Synchronization {
    @Override
    public void beforeCompletion() {
      // Nothing of ours belongs into the transaction.
    }

    @Override
    public void afterCompletion(int status) {
      committed.set(status == Status.STATUS_COMMITTED);
    }
  }

  private record Errand(Runnable work) implements Work {
    @Override
    public void run() {
      work.run();
    }

    @Override
    public void release() {
      // It ends by itself: whoever waits is told through the connection.
    }
  }
}
