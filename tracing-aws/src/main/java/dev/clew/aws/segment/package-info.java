// SPDX-License-Identifier: Apache-2.0
/**
 * Spans as X-Ray's segment documents (X-Ray Developer Guide, "X-Ray segment documents"). Who takes
 * them to X-Ray is others' business.
 */
package dev.clew.aws.segment;
