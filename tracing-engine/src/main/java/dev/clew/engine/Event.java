// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

/** Something that happened during a span. Its array is not written to any more. */
record Event(long epochNanos, String name, Object[] attributes, int droppedAttributes) {}
