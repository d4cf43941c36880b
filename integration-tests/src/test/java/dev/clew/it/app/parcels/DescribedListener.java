// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.parcels;

import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** A message-driven bean by the deployment descriptor alone. */
public class DescribedListener implements MessageListener {

  @Inject private Door door;

  @Override
  public void onMessage(Message parcel) {
    door.open(parcel);
  }
}
