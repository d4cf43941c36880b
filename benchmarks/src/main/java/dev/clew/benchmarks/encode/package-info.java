// SPDX-License-Identifier: Apache-2.0
/** Encoders of finished spans, doing the same work. */
package dev.clew.benchmarks.encode;
