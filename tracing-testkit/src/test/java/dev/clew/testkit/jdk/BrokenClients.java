// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.jdk;

import dev.clew.instrument.http.HttpClientSpan;
import dev.clew.instrument.http.HttpClientTracer;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.testkit.ClientCall;
import io.opentelemetry.context.Context;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Adapters with the faults that are common. The contract must find each. */
public final class BrokenClients {

  private BrokenClients() {}

  /** Ends the span only where there is an answer. */
  public static class ForgetsFailures extends Broken {
    @Override
    protected int send(ClientCall call) throws Exception {
      JdkClientRequest view = JdkClientRequest.of(request(call));
      HttpClientSpan span = tracer().start(view);
      HttpResponse<String> response = client.send(view.traced().build(), BodyHandlers.ofString());
      span.end(new JdkClientResponse(response));
      return response.statusCode();
    }
  }

  /** Does not look at what is current where the call is made. */
  public static class ForgetsParent extends Broken {
    @Override
    protected int send(ClientCall call) throws Exception {
      return Context.root().wrap(() -> super.send(call)).call();
    }
  }

  /** Sends the request as it was before the headers were set. */
  public static class ForgetsHeaders extends Broken {
    @Override
    protected int send(ClientCall call) throws Exception {
      HttpClientSpan span = tracer().start(JdkClientRequest.of(request(call)));
      HttpResponse<String> response = client.send(request(call), BodyHandlers.ofString());
      span.end(new JdkClientResponse(response));
      return response.statusCode();
    }
  }

  /** Leaves its span current on the thread of the caller. */
  public static class LeaksScope extends Broken {
    @Override
    protected int send(ClientCall call) throws Exception {
      tracer().start(JdkClientRequest.of(request(call))).makeCurrent();
      return super.send(call);
    }
  }

  private abstract static class Broken extends JdkHttpClientTest {

    final HttpClient client = HttpClient.newHttpClient();

    static HttpClientTracer tracer() {
      Tracing tracing = Tracing.current();
      return new HttpClientTracer(tracing.openTelemetry(), tracing.settings());
    }
  }
}
