// SPDX-License-Identifier: Apache-2.0
/**
 * Memory for the journal that outlives the process: a mapped file that one exporter owns, and what
 * is done at its start with the files of those that are gone.
 */
package dev.clew.exporter.internal.spool;
