// SPDX-License-Identifier: Apache-2.0
/**
 * Assembles Clew in an application that uses CDI, and decides nothing: the portable extension, the
 * interceptors of {@link dev.clew.api.Traced} and OpenTelemetry's {@code @WithSpan}, the beans that
 * can be injected, and configuration from MicroProfile Config. How an engine is chosen and started
 * lives in {@code dev.clew.instrument.runtime}.
 */
package dev.clew.cdi;
