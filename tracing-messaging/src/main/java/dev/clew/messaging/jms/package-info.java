// SPDX-License-Identifier: Apache-2.0
/**
 * Decorators for JMS 3.1, thin and complete: they pass everything on and start and end spans.
 * Messages and destinations stay the provider's own objects; what a span says is decided in {@code
 * dev.clew.instrument.messaging}.
 */
package dev.clew.messaging.jms;
