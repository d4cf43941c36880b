// SPDX-License-Identifier: Apache-2.0
/**
 * The write-ahead log: what was accepted and is not stored yet, as records of bytes in files. It is
 * also the queue between those who accept and the one who stores. It knows nothing of traces.
 */
package dev.clew.console.log;
