// SPDX-License-Identifier: Apache-2.0
/** Runs what {@code ./benchmark} asks for: every figure once a round, so that peers alternate. */
package dev.clew.benchmarks.run;
