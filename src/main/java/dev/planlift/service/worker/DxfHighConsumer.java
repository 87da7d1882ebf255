package dev.planlift.service.worker;

import dev.planlift.service.job.Format;
import dev.planlift.service.job.Priority;
import dev.planlift.service.queue.QueueName;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.MessageListener;

/** Consumer of {@code dxf.high}. */
@MessageDriven(
    messageListenerInterface = MessageListener.class,
    activationConfig = {
      @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "jms/dxf.high"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DxfHighConsumer extends NudgeConsumer {
  public DxfHighConsumer() {
    super(new QueueName(Format.DXF, Priority.HIGH));
  }
}
