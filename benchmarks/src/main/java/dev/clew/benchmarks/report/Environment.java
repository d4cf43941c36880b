// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

/**
 * Where and how it was measured.
 *
 * @param date of the start, in UTC
 * @param commit what was measured
 * @param machine processor, how many of them, memory
 * @param system operating system
 * @param java the JVM
 * @param flags of the JVMs that were measured
 * @param effort quick or full, and what that means
 * @param threads that measured at once
 * @param load how many threads wanted a processor in the minute before the start; below 0 where
 *     that is not known
 */
public record Environment(
    String date,
    String commit,
    String machine,
    String system,
    String java,
    String flags,
    String effort,
    int threads,
    double load) {}
