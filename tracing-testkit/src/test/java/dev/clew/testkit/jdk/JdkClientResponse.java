// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.jdk;

import dev.clew.instrument.http.HttpClientResponse;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;

/** A response of the JDK's client. */
record JdkClientResponse(HttpResponse<?> response) implements HttpClientResponse {

  static JdkClientResponse of(HttpResponse<?> response) {
    return response == null ? null : new JdkClientResponse(response);
  }

  @Override
  public int status() {
    return response.statusCode();
  }

  @Override
  public List<String> headers(String name) {
    return response.headers().allValues(name);
  }

  @Override
  public String protocolVersion() {
    return response.version() == HttpClient.Version.HTTP_2 ? "2" : "1.1";
  }
}
