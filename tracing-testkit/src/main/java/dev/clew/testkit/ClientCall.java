// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * What {@link HttpClientContract} has a client send: a request without a body.
 *
 * @param timeout how long to wait for the answer, where the client can do that
 */
public record ClientCall(String method, URI uri, Map<String, String> headers, Duration timeout) {

  static ClientCall of(String method, URI uri) {
    return new ClientCall(method, uri, Map.of(), Duration.ofSeconds(60));
  }

  ClientCall with(String header, String value) {
    return new ClientCall(method, uri, Map.of(header, value), timeout);
  }

  ClientCall within(Duration longest) {
    return new ClientCall(method, uri, headers, longest);
  }
}
