// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import java.util.List;

/**
 * A request as a server sees it. Adapters only translate; nothing is kept after {@link
 * HttpServerTracer#start} has returned. Whatever a method throws is logged and costs the span some
 * attributes, nothing more. Any result may be {@code null} where it is not known.
 */
public interface HttpServerRequest extends HttpHeaders {

  /** The method as in the request line. */
  String method();

  /** {@code http} or {@code https}, as the connection has it. */
  String scheme();

  /** The path as in the request line: not decoded, with the context path, without the query. */
  String path();

  /** The query as in the request line, without the question mark. */
  String query();

  /** The first value of a header, whatever its case. */
  String header(String name);

  /** The version as in {@code 1.1} or {@code 2}. */
  String protocolVersion();

  /** The IP address of the other end of the connection. */
  String peerAddress();

  /** The port of the other end of the connection; 0 or less where not known. */
  int peerPort();

  /** The name or address at which the request came in, for requests without a host. */
  String localAddress();

  /** The port at which the request came in; 0 or less where not known. */
  int localPort();

  /** The names of all headers; needed only for propagation formats with names of their own. */
  default Iterable<String> headerNames() {
    return List.of();
  }

  /** The start of the path that leads to the application, as in {@code /shop}. */
  default String contextPath() {
    return "";
  }
}
