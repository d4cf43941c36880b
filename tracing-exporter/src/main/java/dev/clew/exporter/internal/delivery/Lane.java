// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.delivery;

import dev.clew.exporter.internal.journal.Journal;
import dev.clew.exporter.sender.Sender;

/** All that one sender's way needs. Immutable. */
public final class Lane {

  final String name;
  final Sender sender;
  final Journal journal;
  final Origin origin;
  final BatchPolicy policy;
  final Backoff backoff;
  final Warnings warnings;
  final Runnable progress;

  /**
   * A lane.
   *
   * @param name as configured
   * @param progress is run by the sender's thread whenever something was settled; must not throw
   */
  public Lane(
      String name,
      Sender sender,
      Journal journal,
      Origin origin,
      BatchPolicy policy,
      Backoff backoff,
      Warnings warnings,
      Runnable progress) {
    this.name = name;
    this.sender = sender;
    this.journal = journal;
    this.origin = origin;
    this.policy = policy;
    this.backoff = backoff;
    this.warnings = warnings;
    this.progress = progress;
  }
}
