// SPDX-License-Identifier: Apache-2.0
/**
 * SQL: DataSources, drivers and what they give, each behind a thin delegate that starts and ends
 * spans; and a CDI extension that puts them around the container's DataSources. What a span says is
 * decided in {@code dev.clew.instrument.db}.
 *
 * <p>The classes named {@code *Delegate}, and those that they are made of, only pass calls on.
 */
package dev.clew.jdbc;
