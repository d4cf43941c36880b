// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.QueueConnectionFactory;
import jakarta.jms.ServerSession;
import jakarta.jms.Session;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Proxy;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;

class DecoratedTest {

  @Test
  void factoryIsStillTracedAfterItsBeanWasPassivated() throws Exception {
    try (ActiveMQConnectionFactory provider = new ActiveMQConnectionFactory("vm://1")) {
      Object again = read(written(JmsTracing.trace(provider)));

      assertThat(again).isInstanceOf(TracedConnectionFactory.class);
      assertThat(Decorated.behind(again)).isInstanceOf(ActiveMQConnectionFactory.class);
    }
  }

  @Test
  void factoryThatCannotBePassivatedStillCannot() {
    ConnectionFactory traced = JmsTracing.trace(empty(ConnectionFactory.class));

    assertThatThrownBy(() -> written(traced)).isInstanceOf(NotSerializableException.class);
  }

  @Test
  void providerGetsItsOwnSessionsBack() throws Exception {
    Session provider = empty(Session.class);
    Session traced = TracedSession.of(Session.class, provider, null);
    ServerSession ofServer =
        new ServerSession() {
          @Override
          public Session getSession() {
            return traced;
          }

          @Override
          public void start() {}
        };

    assertThat(BareServerSession.pool(() -> ofServer).getServerSession().getSession())
        .isSameAs(provider);
    assertThat(BareServerSession.pool(null)).isNull();
  }

  @Test
  void domainThatTheProviderHasNotIsRefused() {
    var traced = (QueueConnectionFactory) JmsTracing.trace(empty(ConnectionFactory.class));

    assertThatThrownBy(traced::createQueueConnection)
        .isInstanceOf(jakarta.jms.IllegalStateException.class)
        .isInstanceOf(JMSException.class);
  }

  @Test
  void nothingStaysNothing() {
    assertThat(JmsTracing.trace((ConnectionFactory) null)).isNull();
  }

  /** An object that does nothing, of no other interface than this. */
  private static <T> T empty(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null));
  }

  private static byte[] written(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }
}
