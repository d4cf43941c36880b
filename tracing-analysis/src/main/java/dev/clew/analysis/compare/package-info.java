// SPDX-License-Identifier: Apache-2.0
/**
 * What is more frequent in some traces than in others: attribute values, services, operations,
 * failures, repetitions; with how large the difference is, how sure, and after how many others were
 * looked at.
 */
package dev.clew.analysis.compare;
