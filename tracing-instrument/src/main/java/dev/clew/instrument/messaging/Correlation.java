// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.messaging;

/** How the span that processes a message refers to the one that has sent it. */
public enum Correlation {
  /** As its child: sender and receiver are one trace. */
  PARENT,
  /** By a link: every message that is processed is a trace of its own. */
  LINK
}
