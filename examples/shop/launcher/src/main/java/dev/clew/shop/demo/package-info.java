// SPDX-License-Identifier: Apache-2.0
/**
 * What {@code ./demo} runs once everything is built: a WildFly with the shop's two services in it,
 * a collector for their spans, one customer, and a printer of traces. Nothing here is part of Clew.
 */
package dev.clew.shop.demo;
