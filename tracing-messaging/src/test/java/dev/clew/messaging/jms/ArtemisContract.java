// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.testkit.Capabilities;
import dev.clew.testkit.MessagingCapability;
import dev.clew.testkit.MessagingContract;
import jakarta.jms.ConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on Artemis, reached in one way or another. */
abstract class ArtemisContract extends MessagingContract {

  static Broker broker;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = new Broker();
  }

  @AfterAll
  static void stopBroker() throws Exception {
    broker.stop();
  }

  @Override
  protected ConnectionFactory traced(ConnectionFactory provider) {
    return JmsTracing.trace(provider);
  }

  @Override
  protected Capabilities<MessagingCapability> capabilities() {
    return Capabilities.of(MessagingCapability.class).has(MessagingCapability.values());
  }
}
