// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.resteasy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.clew.instrument.Handover;
import dev.clew.instrument.OpenCalls;
import dev.clew.jaxrs.app.Asking;
import dev.clew.jaxrs.app.UndertowWar;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.client.jaxrs.internal.ResteasyClientBuilderImpl;
import org.jboss.resteasy.core.providerfactory.ResteasyProviderFactoryImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** RESTEasy's client as it is found by itself: it tells nothing of connections that fail. */
class ResteasyUnwrappedClientTest {

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  private final ExecutorService executor = managedExecutor();
  private Client client;

  @BeforeEach
  void start() {
    RuntimeDelegate.setInstance(new ResteasyProviderFactoryImpl());
    client = new ResteasyClientBuilderImpl().executorService(executor).build();
  }

  @AfterEach
  void stop() {
    client.close();
    executor.shutdown();
    RuntimeDelegate.setInstance(null);
  }

  @Test
  void asynchronousRequestIsChildOfItsCaller() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hello");
    Span parent = tracing.tracer().spanBuilder("parent").startSpan();
    CompletionStage<Response> answer =
        Context.current()
            .with(parent)
            .wrapSupplier(() -> client.target(uri).request().rx().get())
            .get();
    answer.toCompletableFuture().get().close();
    parent.end();
    server.stop(0);

    assertThat(tracing.take(SpanKind.CLIENT).isChildOf(tracing.take("parent"))).isTrue();
  }

  @Test
  void asynchronousRequestWithoutAnswerEndsWithItsTask() throws Exception {
    assertThatThrownBy(
            () -> client.target(nowhere()).request().rx().get().toCompletableFuture().get())
        .isInstanceOf(Exception.class);

    assertThat(tracing.takeOne().text("error.type")).isEqualTo(ProcessingException.class.getName());
  }

  @Test
  void requestWithoutAnswerEndsWithTheRequestThatMadeIt() throws Exception {
    UndertowWar war =
        UndertowWar.start(
            deployment ->
                deployment.addServlet(
                    Servlets.servlet(
                            "calling",
                            CallingServlet.class,
                            new ImmediateInstanceFactory<>(new CallingServlet(client, nowhere())))
                        .addMapping("/call")));
    assertThat(Asking.get(war.base(), "/call").body()).isEqualTo("ProcessingException");
    war.stop();

    FinishedSpan sent = tracing.take(SpanKind.CLIENT);
    assertThat(sent.isChildOf(tracing.takeOne())).isTrue();
    assertThat(sent.text("error.type")).isEqualTo(ProcessingException.class.getName());
  }

  @Test
  void invocationThatIsSentAgainEndsWhatCameBefore() {
    Invocation invocation = client.target(nowhere()).request().buildGet();
    assertThatThrownBy(invocation::invoke).isInstanceOf(ProcessingException.class);
    assertThatThrownBy(invocation::invoke).isInstanceOf(ProcessingException.class);

    assertThat(tracing.takeOne().text("error.type")).isEqualTo(ProcessingException.class.getName());
    OpenCalls.leaveThread();
    assertThat(tracing.takeOne().text("error.type")).isEqualTo(ProcessingException.class.getName());
  }

  /** As servers have one, of which RESTEasy's clients make use. */
  private static ExecutorService managedExecutor() {
    return new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
      @Override
      public void execute(Runnable task) {
        Handover here = Handover.here();
        super.execute(
            () -> {
              Scope scope = here.open();
              try {
                task.run();
              } finally {
                scope.close();
              }
            });
      }
    };
  }

  private static URI nowhere() {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/hello");
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static final class CallingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Client client;
    private final URI uri;

    CallingServlet(Client client, URI uri) {
      this.client = client;
      this.uri = uri;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      try {
        client.target(uri).request().get();
      } catch (ProcessingException expected) {
        response.getWriter().print(expected.getClass().getSimpleName());
      }
    }
  }
}
