// SPDX-License-Identifier: Apache-2.0
/**
 * Ties log lines to traces: keeps the ids of the current span in the MDC of SLF4J or of JBoss
 * LogManager, and offers a formatter and a filter for {@code java.util.logging}. Where a server
 * copies that MDC to another thread, the context goes along. Logs themselves go where the
 * application sends them; nothing here records or exports one.
 */
package dev.clew.instrument.logs;
