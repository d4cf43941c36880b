// SPDX-License-Identifier: Apache-2.0
/**
 * Takes the current span and baggage along to the threads of Jakarta Concurrency: managed
 * executors, {@code @Asynchronous} methods, contextual proxies; and to those of MicroProfile
 * Context Propagation.
 */
package dev.clew.cdi.concurrent;
