// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQXAConnectionFactory;

/** A broker in this process, reached in memory and over TCP. */
final class Broker {

  private static final String MEMORY = "vm://600613";

  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
  private final ActiveMQConnectionFactory inMemory;
  private final ActiveMQConnectionFactory overTcp;

  Broker() throws Exception {
    server.setConfiguration(
        new ConfigurationImpl()
            .setPersistenceEnabled(false)
            .setSecurityEnabled(false)
            .setJMXManagementEnabled(false)
            .addAcceptorConfiguration("memory", MEMORY)
            .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:0"));
    server.start();
    int port = server.getActiveMQServer().getRemotingService().getAcceptor("tcp").getActualPort();
    inMemory = new ActiveMQXAConnectionFactory(MEMORY);
    overTcp = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
  }

  /** One that takes part in distributed transactions, too. */
  ConnectionFactory inMemory() {
    return inMemory;
  }

  ConnectionFactory overTcp() {
    return overTcp;
  }

  void stop() throws Exception {
    inMemory.close();
    overTcp.close();
    server.stop();
  }
}
