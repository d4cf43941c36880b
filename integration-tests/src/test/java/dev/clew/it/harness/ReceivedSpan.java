// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import dev.clew.testkit.FinishedSpan;

/** A span, and the {@code service.name} of the resource that it came with. */
public record ReceivedSpan(String service, FinishedSpan span) {}
