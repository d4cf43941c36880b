// SPDX-License-Identifier: Apache-2.0
/**
 * The buffer between application threads and sender threads: a bounded, append-only list of
 * segments. Producers never block; each reader has a cursor of its own; what does not fit is
 * evicted, oldest first, and every reader knows how much of it it had not read.
 */
package dev.clew.exporter.internal.journal;
