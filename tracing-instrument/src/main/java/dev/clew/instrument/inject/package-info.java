// SPDX-License-Identifier: Apache-2.0
/**
 * Finds what a container injects into an application, whatever its kind, and puts tracing around
 * it. Needs CDI: only extensions of rooms come here. What is traced and how is for the rooms to
 * say.
 */
package dev.clew.instrument.inject;
