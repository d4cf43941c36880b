// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import dev.clew.instrument.http.HttpServerRequest;
import java.util.List;

/**
 * A request that comes in over HTTP from this machine, without a server: {@code GET} with no header
 * but {@code Host}. Immutable.
 *
 * @param host may be {@code null}
 */
public record PlainRequest(String host, String path) implements HttpServerRequest {

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String scheme() {
    return "http";
  }

  @Override
  public String query() {
    return null;
  }

  @Override
  public String header(String name) {
    return name.equals("Host") ? host : null;
  }

  @Override
  public List<String> headers(String name) {
    return List.of();
  }

  @Override
  public String protocolVersion() {
    return "1.1";
  }

  @Override
  public String peerAddress() {
    return "127.0.0.1";
  }

  @Override
  public int peerPort() {
    return 4711;
  }

  @Override
  public String localAddress() {
    return "127.0.0.1";
  }

  @Override
  public int localPort() {
    return 8080;
  }
}
