package dev.planlift.service.worker;

import dev.planlift.service.job.Format;
import dev.planlift.service.job.Priority;
import dev.planlift.service.queue.QueueName;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.MessageListener;

/** Consumer of {@code pdf.high}. */
@MessageDriven(
    messageListenerInterface = MessageListener.class,
    activationConfig = {
      @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "jms/pdf.high"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PdfHighConsumer extends NudgeConsumer {
  public PdfHighConsumer() {
    super(new QueueName(Format.PDF, Priority.HIGH));
  }
}
