// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.parcels;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Traced by its annotations, by the deployment descriptor, and by the drop-in. */
@Traced
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = ParcelResource.TRACED)
    })
public class TracedListener implements MessageListener {

  @Inject private Door door;
  @Resource private MessageDrivenContext call;

  @Override
  public void onMessage(@SpanTag("clew.parcel") Message parcel) {
    door.open(parcel);
    try {
      String fate = parcel.getJMSRedelivered() ? "deliver" : parcel.getBody(String.class);
      if (fate.equals("throw")) {
        throw new IllegalStateException("nobody at home");
      }
      if (fate.equals("rollback")) {
        call.setRollbackOnly();
      }
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }
}
