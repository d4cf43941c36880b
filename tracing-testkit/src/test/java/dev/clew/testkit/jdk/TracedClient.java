// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.jdk;

import dev.clew.instrument.http.HttpClientSpan;
import dev.clew.instrument.http.HttpClientTracer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** The whole adapter: start, send what carries the headers, end with what came back. */
record TracedClient(HttpClientTracer tracer, HttpClient client) {

  <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    JdkClientRequest view = JdkClientRequest.of(request);
    HttpClientSpan span = tracer.start(view);
    HttpResponse<T> response = null;
    try {
      response = client.send(view.traced().build(), body);
      return response;
    } catch (Throwable failure) {
      span.error(failure);
      throw failure;
    } finally {
      span.end(JdkClientResponse.of(response));
    }
  }

  <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, HttpResponse.BodyHandler<T> body) {
    JdkClientRequest view = JdkClientRequest.of(request);
    HttpClientSpan span = tracer.start(view);
    try {
      CompletableFuture<HttpResponse<T>> sent = client.sendAsync(view.traced().build(), body);
      sent.whenComplete(
          (response, failure) -> {
            span.error(failure);
            span.end(JdkClientResponse.of(response));
          });
      return sent;
    } catch (Throwable failure) {
      span.error(failure);
      span.end(null);
      throw failure;
    }
  }
}
