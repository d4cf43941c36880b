// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.log;

/** A place between two records: everything before it was read. */
public record Position(long segment, long offset) {}
