// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.jdk;

import dev.clew.instrument.http.HttpClientRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;

/** A request of the JDK's client, which is immutable, and the builder of what is sent instead. */
record JdkClientRequest(HttpRequest request, HttpRequest.Builder traced)
    implements HttpClientRequest {

  static JdkClientRequest of(HttpRequest request) {
    return new JdkClientRequest(request, HttpRequest.newBuilder(request, (name, value) -> true));
  }

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public URI uri() {
    return request.uri();
  }

  @Override
  public List<String> headers(String name) {
    return request.headers().allValues(name);
  }

  @Override
  public void setHeader(String name, String value) {
    traced.setHeader(name, value);
  }
}
