// SPDX-License-Identifier: Apache-2.0
/** Runs the benchmarks and says what the figures come to. */
package dev.clew.benchmarks.report;
