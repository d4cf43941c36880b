// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.shipping;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Hears of orders. A message that fails comes again: it and its row are one transaction. */
@JMSDestinationDefinition(
    name = ShippingDesk.QUEUE,
    interfaceName = "jakarta.jms.Queue",
    destinationName = "shipments")
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = ShippingDesk.QUEUE),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue")
    })
public class ShippingDesk implements MessageListener {

  static final String QUEUE = "java:global/jms/shipments";

  @Inject Shipments shipments;

  @Override
  public void onMessage(Message message) {
    try {
      shipments.add(message.getBody(String.class));
    } catch (JMSException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
