// SPDX-License-Identifier: Apache-2.0
/** The sender {@code file}: OTLP JSON lines in a file that is rotated. */
package dev.clew.exporter.internal.file;
