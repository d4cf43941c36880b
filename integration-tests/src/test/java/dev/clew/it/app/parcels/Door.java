// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.parcels;

import dev.clew.api.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.JMSException;
import jakarta.jms.Message;

/** Where parcels are looked at. */
@ApplicationScoped
public class Door {

  @Traced(operationName = "open door")
  public String open(Message parcel) {
    try {
      return parcel.getBody(String.class);
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }
}
