// SPDX-License-Identifier: Apache-2.0
/**
 * Why some traces are slow, or fail: which operation is to blame, by what it does otherwise than in
 * the other traces, and how much of the trouble that explains.
 */
package dev.clew.analysis.cause;
