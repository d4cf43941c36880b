// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

/** What role a span plays between processes, as in OTLP. */
public enum SpanKind {
  /** Within a process; also where a span does not say. */
  INTERNAL,
  /** Answers a request. */
  SERVER,
  /** Makes a request, and waits for the answer. */
  CLIENT,
  /** Sends a message, and does not wait until it is processed. */
  PRODUCER,
  /** Receives or processes a message. */
  CONSUMER
}
