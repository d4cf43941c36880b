// SPDX-License-Identifier: Apache-2.0
/**
 * What tracing costs a whole server: WildFly with a small application under the same load,
 * untraced, with Clew, and with the OpenTelemetry Java agent.
 */
package dev.clew.benchmarks.server;
