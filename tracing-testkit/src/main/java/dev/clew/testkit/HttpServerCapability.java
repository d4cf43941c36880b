// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

/** What an HTTP server adapter may or may not be able to do. */
public enum HttpServerCapability {
  /** Knows the template of the path. */
  ROUTES,
  /** Knows the whole template where a resource hands on to another. */
  NESTED_ROUTES,
  /** Handlers may answer after they have returned. */
  ASYNC,
  /** An answer that does not come in time is an error of the server. */
  ASYNC_TIMEOUT,
  /** Exceptions of handlers reach the server. */
  UNHANDLED_EXCEPTION,
  /** The framework turns some exceptions into answers. */
  MAPPED_EXCEPTION,
  /** An error is answered by a page of its own. */
  ERROR_PAGE,
  /** A handler may let another answer. */
  FORWARD,
  /** A handler may let another answer a part. */
  INCLUDE,
  /** A handler finds out that the client has gone. */
  CLIENT_ABORT,
  /** The request tells the protocol and the other end of the connection. */
  PEER_ADDRESS,
  /** Requests for which there is no handler are seen, too. */
  NOT_FOUND,
  /** Methods that nobody has heard of are seen, too. */
  UNKNOWN_METHOD
}
