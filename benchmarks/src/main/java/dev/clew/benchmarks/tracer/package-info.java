// SPDX-License-Identifier: Apache-2.0
/** The tracers that are compared, each set up as its documentation says, doing the same work. */
package dev.clew.benchmarks.tracer;
