// SPDX-License-Identifier: Apache-2.0
/**
 * Spans on their way out of the process: one process records and sends, another receives and
 * counts, so that what receiving costs is in nobody's figures.
 */
package dev.clew.benchmarks.export;
