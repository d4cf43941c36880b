// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.restclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.jaxrs.client.TracedClients;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.lang.reflect.Proxy;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.core.providerfactory.ResteasyProviderFactoryImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that are injected are wrapped; nothing else about them changes. */
@SuppressWarnings("try")
class InjectedClientTest {

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  private SeContainer container;

  @BeforeEach
  void start() {
    RuntimeDelegate.setInstance(new ResteasyProviderFactoryImpl());
    container = container(ClientBeans.class, ClientBeans.Holder.class, Nowhere.class);
  }

  @AfterEach
  void stop() {
    if (container.isRunning()) {
      container.close();
    }
    RuntimeDelegate.setInstance(null);
  }

  @Test
  void connectionThatFailsEndsTheSpanBeforeTheCallReturns() {
    assertFailsInTime(holder().field());
    assertFailsInTime(holder().constructor());
    assertFailsInTime(holder().initializer());
  }

  private void assertFailsInTime(Nowhere client) {
    Span caller = tracing.tracer().spanBuilder("caller").startSpan();
    try (Scope scope = caller.makeCurrent()) {
      assertThatThrownBy(client::get).isInstanceOf(ProcessingException.class);
    }
    caller.end();
    FinishedSpan sent = tracing.take(SpanKind.CLIENT);
    FinishedSpan called = tracing.take("caller");
    assertThat(sent.isChildOf(called)).isTrue();
    assertThat(sent.status()).isEqualTo(StatusCode.ERROR);
    assertThat(sent.text("error.type")).isEqualTo(ProcessingException.class.getName());
    assertThat(sent.endNanos()).isLessThanOrEqualTo(called.endNanos());
  }

  @Test
  void whatTheClientThrowsIsWhatTheCallerGets() {
    ClientBeans.Stub stub = ClientBeans.stub(container);
    assertThatThrownBy(holder().stubbed()::fail).isSameAs(stub.failure);
  }

  @Test
  void defaultMethodsAndResultsAreTheClients() {
    assertThat(holder().field().greeting()).isEqualTo("hello");
    assertThat(holder().stubbed().greeting()).isSameAs(ClientBeans.stub(container).greeting);
  }

  @Test
  void isEqualToItself() {
    Nowhere client = holder().field();
    assertThat(client).isEqualTo(client).hasSameHashCodeAs(client).isNotEqualTo("client");
    assertThat(client.toString()).isNotBlank();
  }

  @Test
  void isNotWrappedTwice() {
    Nowhere client = holder().field();
    assertThat(TracedClients.wrap(Nowhere.class, client)).isSameAs(client);
  }

  @Test
  void otherQualifiersAreKept() {
    assertThat(ClientBeans.stub(container).place.getQualifiers())
        .hasSize(2)
        .contains(RestClient.LITERAL)
        .anyMatch(ClientBeans.Stubbed.class::isInstance);
  }

  @Test
  void producersAreToldWhereTheClientGoes() {
    assertThat(ClientBeans.stub(container).place.getMember().getName()).isEqualTo("stubbed");
  }

  @Test
  void dependentClientsEndWithTheirBean() {
    ClientBeans.Stub stub = ClientBeans.stub(container);
    assertThat(stub.disposed).isFalse();
    container.close();
    assertThat(stub.disposed).isTrue();
  }

  @Test
  void programmaticLookUpsStayAsTheyAre() {
    Nowhere lookedUp = container.select(Nowhere.class, RestClient.LITERAL).get();
    assertThat(Proxy.getInvocationHandler(lookedUp).getClass().getName())
        .startsWith("org.jboss.resteasy.");
  }

  @Test
  void aClientThatNobodyOffersFailsTheDeploymentAsItWouldWithout() {
    assertThatThrownBy(() -> container(ClientBeans.Asking.class).close())
        .hasMessageContaining("WELD-001408")
        .hasMessageContaining("@RestClient")
        .hasMessageContaining("Asking.missing")
        .hasMessageNotContaining("clew.instrument.inject.Wrapped");
  }

  private ClientBeans.Holder holder() {
    return container.select(ClientBeans.Holder.class).get();
  }

  private static SeContainer container(Class<?>... beans) {
    return SeContainerInitializer.newInstance()
        .disableDiscovery()
        .addBeanClasses(beans)
        .addExtensions(new RestClientExtension())
        .addExtensions(new org.jboss.resteasy.microprofile.client.RestClientExtension())
        .addProperty("org.jboss.weld.se.shutdownHook", false)
        .initialize();
  }
}
