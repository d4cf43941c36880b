// SPDX-License-Identifier: Apache-2.0
/**
 * From a cursor to a sender: when a batch is due, what happens when it does not arrive, and what is
 * counted. Decisions are made without threads and clocks of their own; {@link
 * dev.clew.exporter.internal.delivery.SenderThread} gives them both.
 */
package dev.clew.exporter.internal.delivery;
