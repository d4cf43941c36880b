// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.delivery;

import dev.clew.exporter.internal.journal.Journal;
import dev.clew.exporter.sender.Sender;

/**
 * All that one sender's way needs.
 *
 * @param name as configured
 * @param progress is run by the sender's thread whenever something was settled; must not throw
 */
public record Lane(
    String name,
    Sender sender,
    Journal journal,
    Origin origin,
    BatchPolicy policy,
    Backoff backoff,
    Warnings warnings,
    Runnable progress) {}
