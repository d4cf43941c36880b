// SPDX-License-Identifier: Apache-2.0
/**
 * How spans come in: a request is read within limits, checked, written to the log, and only then
 * answered; a thread of its own takes it from there to the store.
 */
package dev.clew.console.ingest;
