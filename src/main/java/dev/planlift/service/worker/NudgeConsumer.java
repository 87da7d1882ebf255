package dev.planlift.service.worker;

import dev.planlift.service.queue.ConversionMessage;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * Receives ids. No container transaction spans the conversion, which may take longer than one may
 * last; the message is acknowledged when this returns. What it throws makes the broker deliver the
 * message again and, at last, move it to the dead-letter queue: that is for messages that cannot be
 * read. A job's own failures are written to its row and never thrown.
 */
abstract class NudgeConsumer implements MessageListener {
  @Inject JobWorker worker;

  @Override
  public void onMessage(Message message) {
    try {
      worker.work(ConversionMessage.parse(message.getBody(String.class)).taskId());
    } catch (JMSException e) {
      throw new IllegalStateException("The message cannot be read", e);
    } catch (InterruptedException e) {
      // The server goes down; the row still says that the job waits.
      Thread.currentThread().interrupt();
    }
  }
}
