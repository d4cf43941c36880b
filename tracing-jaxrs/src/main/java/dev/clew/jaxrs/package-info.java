// SPDX-License-Identifier: Apache-2.0
/**
 * HTTP in and out, for servlets, JAX-RS and the MicroProfile REST client. Here is only what can be
 * configured; what a span says is decided in {@code dev.clew.instrument.http}, and the rooms below
 * only translate.
 */
package dev.clew.jaxrs;
