// SPDX-License-Identifier: Apache-2.0
/** Takes the current span and baggage along to those who observe an event asynchronously. */
package dev.clew.cdi.event;
