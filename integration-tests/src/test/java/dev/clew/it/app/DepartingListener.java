// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.concurrent.Semaphore;

/** Tells {@link DepartingResource} of each message. */
@JMSDestinationDefinition(
    name = DepartingListener.QUEUE,
    interfaceName = "jakarta.jms.Queue",
    destinationName = "departures")
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = DepartingListener.QUEUE)
    })
public class DepartingListener implements MessageListener {

  static final String QUEUE = "java:app/jms/departures";
  static final Semaphore GONE = new Semaphore(0);

  @Override
  public void onMessage(Message message) {
    GONE.release();
  }
}
