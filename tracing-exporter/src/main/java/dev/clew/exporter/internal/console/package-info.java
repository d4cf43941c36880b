// SPDX-License-Identifier: Apache-2.0
/** The sender {@code console}: one line a span on standard output, for people. */
package dev.clew.exporter.internal.console;
