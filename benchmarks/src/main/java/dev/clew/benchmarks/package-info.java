// SPDX-License-Identifier: Apache-2.0
/**
 * What is measured: one class a layer, each with the peers beside Clew as parameters. What the
 * tracers are lives in {@code tracer}, what is made of the figures in {@code report}.
 */
package dev.clew.benchmarks;
