// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.parcels;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Collections;
import java.util.Enumeration;
import java.util.stream.Collectors;

/** Where parcels are looked at. */
@ApplicationScoped
public class Door {

  /** The properties of a parcel, without those of JMS itself and of its provider. */
  @Traced(operationName = "open door")
  @SpanTag("clew.parcel.labels")
  public String open(Message parcel) {
    try {
      Enumeration<?> names = parcel.getPropertyNames();
      return Collections.list(names).stream()
          .map(Object::toString)
          .filter(name -> !name.startsWith("JMS"))
          .collect(Collectors.joining(" "));
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }
}
