// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

/** What an HTTP client adapter may or may not be able to do. */
public enum HttpClientCapability {
  /** Can send without waiting for the answer. */
  ASYNC,
  /** A request that was sent without waiting can be cancelled. */
  CANCEL,
  /** Goes where redirects point to. */
  FOLLOWS_REDIRECTS,
  /** Lets the adapter see each sending of a request that is redirected. */
  SEES_REDIRECTS,
  /** Gives up waiting after a time that the caller says. */
  TIMEOUT,
  /** Takes addresses with a user and a password. */
  CREDENTIALS,
  /** Takes methods that nobody has heard of. */
  UNKNOWN_METHOD
}
