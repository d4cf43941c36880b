// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.market;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import software.amazon.awssdk.services.sqs.model.Message;

/** Hears of orders that wait. */
@ApplicationScoped
public class OrderReader {

  @Inject OrderQueue queue;
  @Inject Clerk clerk;

  void read() {
    for (Message message : queue.receive()) {
      queue.process(message, order -> clerk.place(order.ticket(), order.order(), order.fail()));
    }
  }
}
