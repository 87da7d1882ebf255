package dev.planlift.service.worker;

import dev.planlift.error.PermanentError;
import dev.planlift.service.queue.ConversionMessage;
import dev.planlift.service.queue.JobQueue;
import dev.planlift.service.queue.ParkedMessage;
import dev.planlift.service.queue.QueueName;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Receives ids. No container transaction spans the conversion, which may take longer than one may
 * last; the message is acknowledged when this returns. What it throws makes the broker deliver the
 * message again. A message that cannot be read, or not be taken, is put with the dead letters, and
 * a job's own failures are written to its row: neither is thrown.
 */
abstract class NudgeConsumer implements MessageListener {
  private static final Logger LOG = Logger.getLogger(NudgeConsumer.class.getName());

  private final QueueName listensTo;

  @Inject JobWorker worker;
  @Inject ForeignMessages foreign;
  @Inject JobQueue queue;

  @SuppressWarnings("NullAway.Init") // injected
  NudgeConsumer(QueueName listensTo) {
    this.listensTo = listensTo;
  }

  @Override
  public void onMessage(Message message) {
    var text = text(message);
    UUID jobId;
    try {
      var read = ConversionMessage.parse(text);
      if (foreign.take(read, listensTo.format())) {
        return; // the job's own id is on its way
      }
      jobId = read.taskId();
    } catch (PermanentError e) {
      LOG.log(Level.WARNING, () -> "event=message_parked error_code=" + e.code() + " " + e);
      queue.park(listensTo.format(), text, e.code(), e.getMessage());
      return;
    }
    try {
      worker.work(jobId, listensTo);
    } catch (InterruptedException e) {
      // The server goes down; the row still says that the job waits.
      Thread.currentThread().interrupt();
    }
  }

  private static String text(Message message) {
    try {
      return ParkedMessage.text(message);
    } catch (JMSException e) {
      throw new IllegalStateException("The message cannot be read", e);
    }
  }
}
