// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.delivery;

import java.time.Duration;

/**
 * When a batch is made, and how large.
 *
 * @param delay how long a span waits at most before it is sent
 * @param spans how many spans a batch has at most; that many waiting are sent at once
 * @param bytes how many bytes of spans a batch has at most, unless a single span is longer
 * @param timeout how long one attempt may take
 */
public record BatchPolicy(Duration delay, int spans, long bytes, Duration timeout) {}
