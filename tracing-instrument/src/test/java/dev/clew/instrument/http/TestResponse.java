// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import java.util.List;

/** A response made by hand, of a server and of a client. */
record TestResponse(int status, String answer) implements HttpServerResponse, HttpClientResponse {

  static TestResponse of(int status) {
    return new TestResponse(status, null);
  }

  @Override
  public List<String> headers(String name) {
    return answer != null && name.equalsIgnoreCase("X-Answer") ? List.of(answer) : null;
  }

  @Override
  public String protocolVersion() {
    return "1.1";
  }
}
