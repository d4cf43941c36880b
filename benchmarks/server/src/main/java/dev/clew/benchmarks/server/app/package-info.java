// SPDX-License-Identifier: Apache-2.0
/** The application under load; it knows nothing of tracing. */
package dev.clew.benchmarks.server.app;
