// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store;

import java.util.List;

/**
 * A trace in a list.
 *
 * @param traceId 32 lower-case hexadecimal digits
 * @param rootService the service of the first span without a parent, or else of the first span
 * @param rootName that span's name
 * @param startNanos when the first span began, nanoseconds since 1970
 * @param durationNanos from then to the end of the last span
 * @param spans how many there are
 * @param errors how many of them have failed
 * @param services sorted
 */
public record TraceSummary(
    String traceId,
    String rootService,
    String rootName,
    long startNanos,
    long durationNanos,
    int spans,
    int errors,
    List<String> services) {}
